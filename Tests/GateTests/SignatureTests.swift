import Git
import TestSupport
import Testing

/// Signed approvals through real hooks, with real keys.
@Suite struct SignatureTests {
  @Test func `an approval signed by whom it names may be committed by another`() throws {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    try gated.setPolicy(dana: [dana.publicLine])
    let record = SignedRecord()
    let added = try gated.add(record, signature: dana.sign(record.statement))
    #expect(added.status == 0, "\(added.words)")
  }

  @Test func `without a signature another's approval is refused`() throws {
    let gated = try GatedRepository()
    let added = try gated.add(SignedRecord(), signature: nil)
    #expect(added.status != 0)
    #expect(added.words.contains("--role sales --sign"), "\(added.words)")
  }

  @Test func `where signatures are required even one's own unsigned approval is refused`() throws {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    try gated.setPolicy(dana: [dana.publicLine], required: true)
    let record = SignedRecord()
    let unsigned = try gated.add(record, signature: nil, author: record.by)
    #expect(unsigned.status != 0)
    #expect(unsigned.words.contains("it is not signed"), "\(unsigned.words)")
    try gated.repository.git("checkout", "-q", "HEAD", "--", ".")
    let signed = try gated.add(record, signature: dana.sign(record.statement))
    #expect(signed.status == 0, "\(signed.words)")
  }

  struct Alteration: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout SignedRecord) -> Void

    init(_ name: String, _ change: @escaping @Sendable (inout SignedRecord) -> Void) {
      testDescription = name
      self.change = change
    }
  }

  @Test(arguments: [
    Alteration("the role") { $0.role = "policy" },
    Alteration("the time") { $0.at = "2026-07-20T10:00:01Z" },
    Alteration("the words") { $0.covers = "sha256:1" + String(repeating: "0", count: 63) },
    Alteration("the brief") { $0.handoff = "acme-sdr" },
    Alteration("the address") { $0.by = "dana@elsewhere.example" },
  ])
  func `a signature of something else than the record proves nothing`(
    altered: Alteration
  ) throws {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    try gated.setPolicy(dana: [dana.publicLine])
    var signed = SignedRecord()
    altered.change(&signed)
    // Committed by Dana: what was altered is refused whoever commits it.
    let record = SignedRecord()
    let added = try gated.add(record, signature: dana.sign(signed.statement), author: record.by)
    #expect(added.status != 0)
    #expect(added.words.contains("altered after signing"), "\(added.words)")
    #expect(added.words.contains("[unproven-approval]"), "\(added.words)")
  }

  @Test func `the key of another, an old key and an unknown key prove nothing`() throws {
    let gated = try GatedRepository()
    let keys = try ["dana", "old", "sam", "stranger"].map { try gated.key($0) }
    try gated.setPolicy(
      dana: [keys[0].publicLine], danasOld: [keys[1].publicLine], sam: [keys[2].publicLine])
    let record = SignedRecord()
    let faults = [
      "a key that Dana Lee has replaced", "a key of Sam Park", "a key that is not Dana Lee’s",
    ]
    for (key, fault) in zip(keys.dropFirst(), faults) {
      let added = try gated.add(record, signature: key.sign(record.statement), author: record.by)
      #expect(added.status != 0)
      #expect(added.words.contains(fault), "\(added.words)")
      try gated.repository.git("checkout", "-q", "HEAD", "--", ".")
    }
  }

  @Test func `a key counts from the commit after the one that lists it`() throws {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    let record = SignedRecord()
    let listed = try AcmeBrief.policy.replacingOnce(
      "[sales, policy]\n", with: "[sales, policy]\n    keys:\n      - \(dana.publicLine)\n")
    try gated.repository.write("handoff.yaml", listed)
    let atOnce = try gated.add(record, signature: dana.sign(record.statement), author: record.by)
    #expect(atOnce.status != 0)
    #expect(atOnce.words.contains("is not Dana Lee’s"), "\(atOnce.words)")
    try gated.repository.git("checkout", "-q", "HEAD", "--", ".")
    try gated.repository.write("handoff.yaml", listed)
    #expect(try gated.commit().status == 0)
    let later = try gated.add(record, signature: dana.sign(record.statement))
    #expect(later.status == 0, "\(later.words)")
  }

  @Test func `what was signed with a key that was replaced since stands`() throws {
    let gated = try GatedRepository()
    let (dana, new) = (try gated.key("dana"), try gated.key("new"))
    try gated.setPolicy(dana: [dana.publicLine], required: true)
    let record = SignedRecord()
    #expect(try gated.add(record, signature: dana.sign(record.statement)).status == 0)
    try gated.setPolicy(dana: [new.publicLine], danasOld: [dana.publicLine], required: true)
    try gated.replace("days instead", with: "days, instead")
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }

  @Test func `the signature of a commit is none of an approval`() throws {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    try gated.setPolicy(dana: [dana.publicLine])
    let commit = try gated.repository.git(
      "-c", "gpg.format=ssh", "-c", "user.signingKey=\(dana.path)", "commit-tree", "-S", "-m", "x",
      "HEAD^{tree}")
    let signature = try gated.repository.git("cat-file", "-p", commit)
      .split(separator: "\n").drop { !$0.hasPrefix("gpgsig") }.prefix { !$0.hasPrefix("x") }
      .map { $0.replacingPrefix("gpgsig ", with: "").trimmingPrefix(" ") }
      .joined(separator: "\n")
    let record = SignedRecord()
    let added = try gated.add(record, signature: signature, author: record.by)
    #expect(added.status != 0)
    #expect(added.words.contains("another purpose, “git”"), "\(added.words)")
  }

  @Test func `no setting and no program in the PATH has a say in it`() throws {
    let gated = try GatedRepository()
    let (dana, eve) = (try gated.key("dana"), try gated.key("eve"))
    try gated.setPolicy(dana: [dana.publicLine])
    let shim = gated.repository.beside("shim")
    let asked = shim + "/asked"
    try writeFile(
      shim + "/ssh-keygen", Array("#!/bin/sh\necho asked >>'\(asked)'\nexit 0\n".utf8))
    _ = try run("/bin/chmod", ["+x", shim + "/ssh-keygen"], in: "/")
    try gated.repository.git("config", "gpg.ssh.program", shim + "/ssh-keygen")
    try gated.repository.git(
      "config", "gpg.ssh.allowedSignersFile", gated.repository.beside("signers"))
    try writeFile(
      gated.repository.beside("signers"),
      Array("dana@northwind.example,approver \(eve.publicLine)\n".utf8))
    gated.repository.variables["PATH"] = "\(shim):" + (gated.repository.variables["PATH"] ?? "")
    let record = SignedRecord()
    var other = record
    other.at = "2026-07-20T10:00:01Z"
    for signature in [try eve.sign(record.statement), try dana.sign(other.statement)] {
      let added = try gated.add(record, signature: signature)
      #expect(added.status != 0)
      #expect(added.words.contains("[unproven-approval]"), "\(added.words)")
      try gated.repository.git("checkout", "-q", "HEAD", "--", ".")
    }
    #expect(readFile(asked) == nil)
  }

  @Test func `a roster line that speaks for many keys is refused`() throws {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    try gated.repository.write(
      "handoff.yaml",
      try AcmeBrief.policy.replacingOnce(
        "[sales, policy]\n",
        with: "[sales, policy]\n    keys:\n      - cert-authority \(dana.publicLine)\n"))
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[invalid-policy]"), "\(words)")
  }

  @Test func `what approve signs is proven still when another squashes it`() throws {
    let gated = try GatedRepository()
    let dana = try gated.key("dana")
    try gated.setPolicy(dana: [dana.publicLine], required: true)
    try gated.repository.git("config", "gpg.format", "ssh")
    try gated.repository.git("config", "user.signingKey", dana.path)
    try gated.repository.git("checkout", "-q", "-b", "side")
    let approved = try gated.repository.handoff("approve", "acme-onboarding", "--role", "sales")
    #expect(approved.status == 0, "\(approved.errorText)")
    #expect(try gated.text().contains("    signature: |\n      -----BEGIN SSH SIGNATURE-----\n"))
    try gated.repository.git("checkout", "-q", "main")
    try gated.repository.git("merge", "-q", "--squash", "side")
    let (status, words) = try gated.attempt(
      ["commit", "-q", "-m", "squash", "--author", "Sam Park <sam@northwind.example>"])
    #expect(status == 0, "\(words)")
  }

  @Test func `check of a range says as the gates do`() throws {
    let gated = try GatedRepository()
    let (dana, sam) = (try gated.key("dana"), try gated.key("sam"))
    try gated.setPolicy(dana: [dana.publicLine], sam: [sam.publicLine])
    let record = SignedRecord()
    func check() throws -> ChildProcess.Output {
      try run(
        HandoffProgram.path, ["check", "--range", "HEAD~1..HEAD"], in: gated.repository.path,
        environment: gated.repository.variables)
    }
    #expect(try gated.add(record, signature: dana.sign(record.statement)).status == 0)
    #expect(try check().status == 0)
    try gated.setHooks(on: false)
    try gated.repository.git("reset", "-q", "--hard", "HEAD~1")
    #expect(try gated.add(record, signature: sam.sign(record.statement)).status == 0)
    #expect(try check().text.contains("a key of Sam Park"))
  }
}

extension Substring {
  fileprivate func replacingPrefix(_ prefix: String, with other: String) -> Substring {
    hasPrefix(prefix) ? other + dropFirst(prefix.count) : self
  }
}
