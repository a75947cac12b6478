import Git
import TestSupport
import Testing

/// What `search` says of a history that is here in part.
struct SearchGapTests {
  let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    for day in 1...9 { try deal.promise("report \(day)", "reword", on: "2026-03-0\(day)") }
  }

  @Test func `the files that a partial clone lacks are one gap, and its history begins nowhere`()
    throws
  {
    try deal.git.git("config", "uploadpack.allowFilter", "true")
    let clone = deal.git.beside("partial")
    try deal.git.git("clone", "-q", "--filter=blob:none", "file://\(deal.git.path)", clone)
    let answer = try deal.handoff("search", "report", in: clone)
    #expect(answer.status == 2)
    let last = try deal.git.id("HEAD").description.prefix(12)
    let unread = try deal.git.id("HEAD~1").description.prefix(12)
    let object = try deal.git.id("HEAD~1:\(DealRepository.file)").description.prefix(12)
    let gap =
      "a part of commit \(unread) is not here (object \(object)), so not known: what was written "
      + "there and in 7 other commits of which parts are not here"
    #expect(answer.text.contains("\n\(gap)\n\n"), "\(answer.text)")
    #expect(answer.text.ranges(of: "is not here").count == 1, "\(answer.text)")
    #expect(answer.errorText.contains("  \(gap)\n  this clone is partial"), "\(answer.errorText)")
    #expect(
      answer.text.contains(
        "written in or before commit \(last) of 2026-03-09, behind a version that cannot be read"),
      "\(answer.text)")
    #expect(!(answer.text + answer.errorText).contains("what came before"))
  }

  @Test func `a shallow clone begins at its last commit`() throws {
    let clone = deal.git.beside("shallow")
    try deal.git.git("clone", "-q", "--depth", "2", "file://\(deal.git.path)", clone)
    let answer = try deal.handoff("search", "report", in: clone).text
    let first = try deal.git.id("HEAD~1").description.prefix(12)
    let before = try deal.git.id("HEAD~2").description.prefix(12)
    #expect(
      answer.contains(
        "\nwhat came before commit \(first) is not here (object \(before)), so not known: what was "
          + "written there\n"),
      "\(answer)")
    #expect(answer.contains("(\(try deal.git.id("HEAD").description.prefix(12)))"), "\(answer)")
    #expect(answer.contains("where history here begins"), "\(answer)")
  }
}
