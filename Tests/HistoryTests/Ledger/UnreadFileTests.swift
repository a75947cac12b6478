import Git
import TestSupport
import Testing

/// A file of a brief that is damaged or not here is nobody's deed: what history has besides it is
/// told, and what it says is not known.
struct UnreadFileTests {
  private let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02", as: "Sam Park")
    try deal.promise("three", "again", on: "2026-03-03")
  }

  /// Damages the file that a commit has, or takes it away.
  private func spoil(_ revision: String, isGone: Bool) throws {
    let blob = try deal.git.id("\(revision):\(DealRepository.file)").description
    let path = "\(deal.git.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    _ = try run("/bin/rm", ["-f", path], in: "/")
    if !isGone { try writeFile(path, Array("damaged".utf8)) }
  }

  private func expectNobodyIsBlamed(_ texts: String...) {
    let accusations = [
      "taken out", "left the tree", "used again", "not committed", "git add", "was lost",
      "brought back", "not in the brief any more", "Life ",
    ]
    for text in texts {
      for words in accusations { #expect(!text.contains(words), "\(words): \(text)") }
    }
  }

  @Test(arguments: [true, false])
  func `of a version in the middle only what it says is unknown`(isGone: Bool) throws {
    try spoil("HEAD~1", isGone: isGone)
    #expect(
      try deal.promised().prefix(2) == [
        "acme-onboarding 1",
        "P1 stands: three | begin: added | again or before: text [-one-] {+three+}",
      ])
    let promised = try deal.handoff("promised", "acme-onboarding")
    let log = try deal.handoff("log", "acme-onboarding/P1")
    #expect(promised.status == 2 && log.status == 2)
    expectNobodyIsBlamed(promised.text, promised.errorText, log.text, log.errorText)
    let last = try deal.git.id("HEAD").description.prefix(12)
    let behind = "in or before commit \(last) of 2026-03-03, behind a version that cannot be read"
    #expect(promised.text.contains("changed \(behind)"), "\(promised.text)")
    #expect(log.text.contains("\n\(behind)\n  P1  [-one-] {+three+}\n"), "\(log.text)")
    let unread = try deal.git.id("HEAD~1").description.prefix(12)
    #expect(log.text.contains("\(DealRepository.file) of commit \(unread) "), "\(log.text)")
  }

  @Test(arguments: [true, false])
  func `of the newest version it is said that it cannot be read`(isGone: Bool) throws {
    try spoil("HEAD", isGone: isGone)
    #expect(try deal.promised().first == "acme-onboarding 1")
    let promised = try deal.handoff("promised", "acme-onboarding")
    let log = try deal.handoff("log", "acme-onboarding/P1")
    #expect(promised.status == 2 && log.status == 2)
    expectNobodyIsBlamed(promised.text, promised.errorText, log.text, log.errorText)
    let unread = try deal.git.id("HEAD").description.prefix(12)
    for answer in [promised, log] {
      #expect(answer.text.contains("\(DealRepository.file) of commit \(unread) "), "\(answer.text)")
    }
    #expect(promised.text.contains("what it promised is not known"), "\(promised.text)")
    #expect(log.text.contains("[-one-] {+two+}"), "\(log.text)")
    for (command, name) in [("promised", "acme-onboarding"), ("log", "acme-onboarding/P1")] {
      let json = try deal.handoff(command, name, "--format", "json").text
      try deal.expectValid(json, by: command)
      #expect(json.contains("\"file\":\"\(DealRepository.file)\""), "\(json)")
      #expect(command == "log" || json.contains("\"readable\":false"), "\(json)")
    }
  }

  @Test func `in a partial clone that cannot fetch, nothing is said to be uncommitted`() throws {
    try deal.commit("roster", on: "2026-03-04", ["handoff.yaml": DealRepository.policy + "\n"])
    try deal.git.git("config", "uploadpack.allowFilter", "true")
    let clone = deal.git.beside("partial")
    try deal.git.git("clone", "-q", "--filter=blob:none", "file://\(deal.git.path)", clone)
    _ = try run(
      "/usr/bin/git", ["config", "remote.origin.url", "/nowhere"], in: clone,
      environment: deal.git.variables)
    for arguments in [
      ["promised", "acme-onboarding"], ["promised", "Acme GmbH"], ["log", "acme-onboarding/P1"],
    ] {
      let answer = try deal.handoff(arguments[0], arguments[1], in: clone)
      #expect(answer.status == 2)
      expectNobodyIsBlamed(answer.text, answer.errorText)
      #expect(answer.text.contains("three"), "\(answer.text)\(answer.errorText)")
      #expect(answer.errorText.contains("this clone is partial"), "\(answer.errorText)")
    }
  }
}
