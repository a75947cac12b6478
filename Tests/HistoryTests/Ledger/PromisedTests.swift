import Git
import TestSupport
import Testing

/// What was promised, against small histories made by hand.
struct PromisedTests {
  let deal: DealRepository

  init() throws { deal = try DealRepository() }

  @Test func `a promise is told with its words on a day, and what changed before and since`() throws
  {
    try deal.promise("weekly report", "begin", on: "2026-03-01")
    try deal.promise("weekly revenue report", "reword", on: "2026-03-10")
    try deal.promise(
      "weekly revenue report", "withdraw", on: "2026-03-20", more: "withdrawn: too dear")

    let reworded = "reword: text weekly {+revenue+} report"
    #expect(
      try deal.promised() == [
        "acme-onboarding 1",
        "P1 withdrawn: weekly revenue report | begin: added | \(reworded) "
          + "| withdraw: withdrawn too dear",
      ])
    #expect(
      try deal.promised(on: "2026-03-15") == [
        "acme-onboarding 1",
        "P1 stands: weekly revenue report | begin: added | \(reworded) "
          + "| since withdraw: withdrawn too dear",
      ])
    #expect(
      try deal.promised(on: "2026-03-01") == [
        "acme-onboarding 1",
        "P1 stands: weekly report | begin: added | since \(reworded) "
          + "| since withdraw: withdrawn too dear",
      ])
    #expect(try deal.promised(on: "2026-02-28") == [])
    #expect(try deal.promised(on: "2025-12-31") == [])
    #expect(try deal.promised("acme-nowhere") == ["unknown"])
  }

  @Test func `a day ends at midnight in UTC, and an instant is taken to the second`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02")
    #expect(try deal.promised(on: "2026-03-02T11:59:59Z")[1].hasPrefix("P1 stands: one"))
    #expect(try deal.promised(on: "2026-03-02T12:00:00Z")[1].hasPrefix("P1 stands: two"))
    #expect(try deal.promised(on: "2026-03-01")[1].hasPrefix("P1 stands: one"))
    #expect(try deal.promised(on: "HEAD~1")[1].hasPrefix("P1 stands: one"))
  }

  @Test func `a brief is followed through renames and moves`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.git.git("mv", DealRepository.file, "handoffs/acme-onboarding.md")
    try deal.commit("move", on: "2026-03-02")
    try deal.git.git("mv", "handoffs/acme-onboarding.md", "handoffs/misnamed.md")
    try deal.commit("rename", on: "2026-03-03")
    try deal.commit(
      "reword", on: "2026-03-04",
      ["handoffs/misnamed.md": DealRepository.brief(DealRepository.promise("two"))])
    try deal.git.git("mv", "handoffs/misnamed.md", "handoffs/acme-onboarding.md")
    try deal.commit("name it right", on: "2026-03-05")

    let answer = "| begin: added | reword: text [-one-] {+two+}"
    #expect(try deal.promised() == ["acme-onboarding 1", "P1 stands: two \(answer)"])
    #expect(
      try deal.promised(on: "2026-03-03") == [
        "acme-onboarding 1", "P1 stands: one | begin: added | since reword: text [-one-] {+two+}",
      ])
  }

  @Test func `a revert is another change, and the words before it are no secret`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02")
    try deal.promise("one", "revert", on: "2026-03-03")
    #expect(
      try deal.promised()[1] == "P1 stands: one | begin: added | reword: text [-one-] {+two+} "
        + "| revert: text [-two-] {+one+}")
  }

  @Test func `what slipped out is told as gone, and what was brought back as there`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.commit("drop", on: "2026-03-02", [DealRepository.file: DealRepository.brief("")])
    #expect(try deal.promised()[1] == "P1 gone: one | begin: added | drop: lost")
    try deal.promise("one", "restore", on: "2026-03-03")
    #expect(
      try deal.promised()[1]
        == "P1 stands: one | begin: added | drop: lost | restore: brought back")
    #expect(
      try deal.promised(on: "2026-03-02")[1]
        == "P1 gone: one | begin: added | drop: lost | since restore: brought back")
  }

  @Test func `a brief that cannot be read loses its items until it can`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.commit(
      "break", on: "2026-03-02",
      [DealRepository.file: "---\nhandoff: acme-onboarding\npromises: [\n---\n"])
    #expect(try deal.promised()[1] == "P1 gone: one | begin: added | break: lost")
    let broken = try deal.handoff("promised", DealRepository.id)
    #expect(broken.status == 2)
    #expect(broken.text.contains("not known: the file cannot be read as a brief"))
    #expect(!broken.text.contains("  none"), "\(broken.text)")
    let json = try deal.handoff("promised", DealRepository.id, "--format", "json").text
    #expect(json.contains("\"readable\":false"), "\(json)")
    try deal.expectValid(json, by: "promised")
    #expect(broken.errorText.contains("\(DealRepository.file) is no brief"), "\(broken.errorText)")
    #expect(
      try deal.handoff("promised", DealRepository.id, "--incomplete-ok").text == broken.text)
    try deal.promise("one", "mend", on: "2026-03-03")
    #expect(
      try deal.promised()[1]
        == "P1 stands: one | begin: added | break: lost | mend: brought back")
  }

  @Test func `a brief that was deleted still answers, and one made anew has a life of its own`()
    throws
  {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.commit("delete", on: "2026-03-02", [DealRepository.file: nil])
    let first = ["acme-onboarding 1 ended: delete", "P1 stands: one | begin: added"]
    #expect(try deal.promised() == first)
    try deal.promise("two", "begin anew", on: "2026-03-03")
    let second = ["acme-onboarding 2", "P1 stands: two | begin anew: added"]
    #expect(try deal.promised() == first + second)
    #expect(try deal.promised(on: "2026-03-02") == first)
    #expect(
      try deal.promised(on: "2026-03-01")
        == ["acme-onboarding 1", "P1 stands: one | begin: added"])
  }

  @Test func `a one-line promise is the same when it gets an id`() throws {
    try deal.commit(
      "draft", on: "2026-03-01",
      [DealRepository.file: DealRepository.brief("promises:\n  - weekly report\n")])
    try deal.promise("weekly report", "id", on: "2026-03-02")
    #expect(
      try deal.promised()[1] == "P1 stands: weekly report | draft: added | id: identified")
  }

  @Test func `a wrong clock neither hides a commit nor brings one forward`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "ahead", on: "2026-12-01")
    try deal.promise("three", "behind", on: "2026-03-05")
    #expect(
      try deal.promised(on: "2026-03-31") == [
        "acme-onboarding 1",
        "P1 stands: three | begin: added | ahead: text [-one-] {+two+} "
          + "| behind: text [-two-] {+three+}",
      ])
    let text = try deal.handoff("promised", "acme-onboarding", "--on", "2026-03-31").text
    #expect(text.contains("clocks disagree"), "\(text)")
    #expect(try deal.promised(on: "2026-03-02")[1].hasPrefix("P1 stands: one"))
  }

  @Test func `who and when are the author's, and both days are told where they differ`() throws {
    try deal.promise("one", "begin", on: "2026-03-05", authored: "2026-02-01", as: "Sam Park")
    let text = try deal.handoff("promised", "acme-onboarding").text
    #expect(text.contains("added 2026-02-01 by Sam Park (committed 2026-03-05; "), "\(text)")
    #expect(try deal.promised(on: "2026-03-04") == [])
  }

  @Test func `only what leads to the commit counts, whatever was pushed over`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "erased", on: "2026-03-02")
    try deal.git.git("reset", "-q", "--hard", "HEAD~1")
    try deal.promise("three", "instead", on: "2026-03-03")
    #expect(
      try deal.promised()[1]
        == "P1 stands: three | begin: added | instead: text [-one-] {+three+}")
  }

  @Test func `a history with several roots is read to each of them`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.git.git("checkout", "-q", "--orphan", "other")
    try deal.git.git("rm", "-rqf", ".")
    let other = "handoffs/other/acme-delivery.md"
    let text = DealRepository.brief(DealRepository.promise("theirs"), id: "acme-delivery")
    try deal.commit("their root", on: "2026-03-02", [other: text])
    try deal.git.git("checkout", "-q", "main")
    try deal.merge("other", on: "2026-03-03", [other: text])
    #expect(
      try deal.promised("acme-delivery")
        == ["acme-delivery 1", "P1 stands: theirs | their root: added"])
    #expect(try deal.promised()[1] == "P1 stands: one | begin: added")
  }

  @Test func `replaced commits and grafts are not followed, and that is said`() throws {
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02")
    try deal.git.git("replace", "--graft", "HEAD")
    let answer = try deal.handoff("promised", "acme-onboarding")
    #expect(answer.text.contains("text: [-one-] {+two+}"), "\(answer.text)")
    #expect(answer.errorText.contains("replace refs are not followed"))
    try deal.git.git("replace", "-d", try deal.git.id("HEAD").description)
    let head = try deal.git.id("HEAD").description
    try writeFile(deal.git.path + "/.git/info/grafts", Array("\(head)\n".utf8))
    let grafted = try deal.handoff("promised", "acme-onboarding")
    #expect(grafted.text == answer.text)
    #expect(grafted.errorText.contains("info/grafts is not followed"))
  }
}
