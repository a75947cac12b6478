import Diagnostics
import Git
import History
import TestSupport
import Testing

@Suite struct IncompleteAuditTests {
  @Test func `a shallow clone says where its history ends`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let second = try gated.commitUnseen()
    try gated.replace("On-site training.", with: "TBD")
    let third = try gated.commitUnseen()
    let clone = gated.repository.beside("shallow")
    try gated.repository.git(
      "clone", "-q", "--depth", "2", "file://\(gated.repository.path)", clone)
    let audit = try gated.audit(at: clone)
    #expect(audit.gaps.map(\.commit) == [second])
    #expect(audit.gaps.map(\.extent) == [.past])
    #expect(audit.summary(of: third) == ["dropped-exclusion acme-onboarding/X2 stands"])
    #expect(try gated.repository.handoff("audit", in: clone).status == 2)
    #expect(try gated.repository.handoff("audit", "--incomplete-ok", in: clone).status == 1)
  }

  @Test func `a clone without files says of each commit that it could not be judged`() throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let second = try gated.commitUnseen()
    try gated.repository.git("config", "uploadpack.allowFilter", "true")
    let clone = gated.repository.beside("partial")
    try gated.repository.git(
      "clone", "-q", "--filter=blob:none", "--no-checkout", "file://\(gated.repository.path)",
      clone)
    let audit = try gated.audit(at: clone)
    #expect(audit.violations.isEmpty)
    #expect(audit.gaps.map(\.commit).contains(second))
    #expect(audit.gaps.allSatisfy { $0.extent == .commit })
    let output = try gated.repository.handoff("audit", in: clone)
    #expect(output.status == 2)
    #expect(output.errorText.contains(second.description.prefix(12)), "\(output.errorText)")
  }

  @Test(arguments: [
    ("author Dana Lee <dana@northwind.example> ", "author Dana Lee dana@northwind.example "),
    ("author Dana Lee <dana@northwind.example> ", "author Dana Lee <dana@northwind.example> 99999"),
    ("author Dana Lee <dana@northwind.example> ", "writer Dana Lee <dana@northwind.example> "),
    ("\n\nchange", "\n\nch\u{0}ange"),
  ])
  func `a malformed commit is judged by its files, and what stands before it is found`(
    words: String, malformed: String
  ) throws {
    let gated = try GatedRepository()
    try gated.remove(AcmeBrief.exclusion)
    let first = try gated.commitUnseen()
    try gated.replace("On-site training.", with: "TBD")
    let whole = try gated.commitUnseen()
    let text = try gated.repository.git("cat-file", "commit", whole.description) + "\n"
    let bad = try gated.repository.git(
      "hash-object", "-t", "commit", "-w", "--stdin", "--literally",
      input: Array(text.replacingOnce(words, with: malformed).utf8))
    try gated.repository.git("update-ref", "refs/heads/main", bad)
    try gated.replace("three days", with: "two days")
    try gated.repository.git("add", "-A")
    let tree = try gated.repository.git("write-tree")
    let last = try gated.repository.git("commit-tree", "-m", "after", tree, "-p", bad)

    let audit = try gated.audit(last)

    #expect(audit.commitCount == 4)
    #expect(audit.gaps.map(\.commit.description) == [bad])
    #expect(audit.gaps.map(\.extent) == [.author])
    #expect(audit.summary(of: first) == ["dropped-exclusion acme-onboarding/X1 stands"])
    #expect(audit.violations.map(\.diagnostic.item) == ["X1", "X2"])
  }

  @Test func `a file that is damaged is named with its commit, and the rest is judged`() throws {
    let gated = try GatedRepository()
    try gated.replace("three days", with: "two days")
    let second = try gated.commitUnseen()
    let blob = try gated.repository.id("HEAD:" + GatedRepository.brief).description
    try gated.remove(AcmeBrief.exclusion)
    let third = try gated.commitUnseen()
    try gated.repository.write("evidence/acme/call.txt", "Nothing.\n")
    let fourth = try gated.commitUnseen()
    let file = gated.repository.path + "/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    _ = try run("chmod", ["u+w", file], in: "/", environment: gated.repository.variables)
    try writeFile(file, Array("damaged".utf8))
    let audit = try gated.audit()
    #expect(audit.gaps.map(\.commit) == [second, third])
    #expect(audit.violations.map(\.commit) == [fourth])
  }

  @Test func `replaced objects and grafts change nothing and are named`() throws {
    let gated = try GatedRepository()
    let first = try gated.repository.id("HEAD").description
    try gated.remove(AcmeBrief.exclusion)
    let bad = try gated.commitUnseen()
    try gated.replace("three days", with: "two days")
    let last = try gated.commitUnseen().description
    try gated.repository.git("replace", "--graft", last, first)
    try gated.repository.write(".git/info/grafts", "\(last) \(first)\n")
    let audit = try gated.audit()
    #expect(audit.violations.map(\.commit) == [bad])
    #expect(audit.replacementCount == 1)
    #expect(audit.hasGrafts)
    #expect(audit.gaps.isEmpty)
  }
}
