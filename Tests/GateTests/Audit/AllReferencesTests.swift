import Git
import History
import TestSupport
import Testing

/// `handoff audit --all-refs`: all branches and tags, each commit once.
@Suite struct AllReferencesTests {
  let gated: GatedRepository

  init() throws {
    gated = try GatedRepository()
    try gated.setHooks(on: false)
  }

  @Test(arguments: ["refs/heads/kept", "refs/remotes/origin/kept", "refs/tags/kept"])
  func `a loss that only another reference has is found and looked up there`(
    reference: String
  ) throws {
    let bad = try loss(of: AcmeBrief.exclusion, keptBy: reference)
    try gated.advance()
    #expect(try gated.audit().violations.isEmpty)

    let audit = try auditAll()

    #expect(audit.summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 stands"])
    #expect(audit.violations.map(\.reference) == [reference])
    #expect(audit.commitCount == 3)
  }

  @Test func `an annotated tag leads to its commit, and one of a file is passed over`() throws {
    let bad = try loss(of: AcmeBrief.exclusion, keptBy: "refs/heads/gone")
    try gated.repository.git("tag", "-a", "-m", "release", "v1", bad.description)
    try gated.repository.git("branch", "-q", "-D", "gone")
    try gated.repository.git("tag", "file", "HEAD:handoff.yaml")
    let audit = try auditAll()
    #expect(audit.violations(of: bad).map(\.reference) == ["refs/tags/v1"])
    #expect(audit.gaps.isEmpty)
  }

  @Test func `what HEAD has mended is mended, whatever else still has the loss`() throws {
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen()
    try gated.repository.git("tag", "v1")
    try gated.repository.git("branch", "-q", "old")
    try gated.replace("exclusions:\n", with: "exclusions:\n" + AcmeBrief.exclusion)
    try gated.commitUnseen()
    let audit = try auditAll()
    #expect(audit.summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 is mended"])
    #expect(audit.violations.map(\.reference) == [nil])
    #expect(audit.violations.count == 1)
  }

  @Test func `a reference that another goes beyond is not where it is looked up`() throws {
    let bad = try loss(of: AcmeBrief.exclusion, keptBy: "refs/heads/a")
    try gated.repository.git("checkout", "-q", "-b", "b", bad.description)
    try gated.replace("exclusions:\n", with: "exclusions:\n" + AcmeBrief.exclusion)
    try gated.commitUnseen()
    try gated.repository.git("checkout", "-q", "main")
    let audit = try auditAll()
    #expect(audit.summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 is mended"])
    #expect(audit.violations.map(\.reference) == ["refs/heads/b"])
  }

  @Test func `evidence is compared with what its own branch put there first`() throws {
    for (branch, words) in [("one", "One.\n"), ("two", "Two.\n")] {
      try gated.repository.git("checkout", "-q", "-b", branch, "main")
      try gated.repository.write("evidence/late/call.txt", words)
      try gated.commitUnseen()
    }
    try gated.repository.write("evidence/late/call.txt", "Changed.\n")
    let changed = try gated.commitUnseen()
    try gated.repository.write("evidence/late/call.txt", "Two.\n")
    let back = try gated.commitUnseen()
    try gated.repository.git("checkout", "-q", "main")
    let audit = try auditAll()
    #expect(audit.summary(of: changed) == ["changed-evidence  is mended"])
    #expect(audit.summary(of: back).isEmpty, "putting it back is no change of the record")
  }

  @Test func `a loss stands if it does at any reference, whatever the names`() throws {
    let bad = try loss(of: AcmeBrief.exclusion, keptBy: "refs/heads/release")
    try gated.repository.git("checkout", "-q", "-b", "aa", bad.description)
    try gated.replace("exclusions:\n", with: "exclusions:\n" + AcmeBrief.exclusion)
    try gated.commitUnseen()
    try gated.repository.git("checkout", "-q", "release")
    try gated.repository.write("notes.txt", "goes on\n")
    try gated.commitUnseen()
    try gated.repository.git("checkout", "-q", "main")
    let audit = try auditAll()
    #expect(audit.summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 stands"])
    #expect(audit.violations.map(\.reference) == ["refs/heads/release"])
  }

  @Test func `each commit is judged as it is alone`() throws {
    let history = PlantedHistory(breaches: 12, seed: 11)
    let repository = try TestRepository()
    _ = try history.write(to: repository)
    let opened = try repository.open()
    let alone = try Auditor(repository: opened).audit(AuditedTips(opened.resolve("main")))
    let all = try Auditor(repository: opened).audit(AuditedTips(allReferencesOf: opened))
    #expect(all.violations.count >= alone.violations.count)
    let commits = Set(alone.violations.map(\.commit))
    #expect(
      all.violations.filter { commits.contains($0.commit) }.map(\.diagnostic)
        == alone.violations.map(\.diagnostic))
  }

  @Test func `a reference whose commit is not there is named, and ends with 2`() throws {
    let missing = String(repeating: "ab", count: 20)
    try gated.repository.write(".git/refs/heads/broken", missing + "\n")
    let output = try gated.repository.handoff("audit", "--all-refs")
    #expect(output.status == 2)
    #expect(output.errorText.contains(missing.prefix(12)), "\(output.errorText)")
    #expect(output.text.contains("no violations in 1 commit"), "\(output.text)")
  }

  @Test func `the command says where a loss stands, and takes no revision beside`() throws {
    try loss(of: AcmeBrief.exclusion, keptBy: "refs/heads/kept")
    let text = try gated.repository.handoff("audit", "--all-refs")
    #expect(text.status == 1)
    #expect(text.text.contains("still so in refs/heads/kept"), "\(text.text)")
    let json = try gated.repository.handoff("audit", "--all-refs", "--format", "json").text
    #expect(json.contains(#""reference":"refs/heads/kept""#), "\(json)")
    #expect(try gated.repository.handoff("audit").status == 0)
    #expect(try gated.repository.handoff("audit", "--all-refs", "HEAD").status == 2)
    let empty = try TestRepository()
    #expect(try empty.handoff("audit", "--all-refs").status == 2)
  }

  private func auditAll() throws -> Audit {
    let opened = try gated.repository.open()
    return try Auditor(repository: opened).audit(AuditedTips(allReferencesOf: opened))
  }

  /// A commit off the present one that loses something, and that a reference alone holds.
  @discardableResult
  private func loss(of words: String, keptBy reference: String) throws -> ObjectID {
    try gated.repository.git("checkout", "-q", "--detach")
    try gated.remove(words)
    let bad = try gated.commitUnseen()
    try gated.repository.git("checkout", "-q", "main")
    try gated.repository.git("update-ref", reference, bad.description)
    return bad
  }
}
