import Git
import TestSupport
import Testing

/// Anybody can type an author: who committed what somebody else is said to have written is told.
struct CommitterTests {
  private let deal: DealRepository
  private let file = DealRepository.file
  private let aside = "(committed by Rev Ops <rev@northwind.example>"

  /// Rev commits the receiver's approval and the acceptance in Sam's name.
  init() throws {
    deal = try DealRepository()
    try deal.commit("team", on: "2026-03-01", ["handoff.yaml": ApprovedDeal.roster()])
    try deal.commit("begin", on: "2026-03-01", [file: try brief("review", ["sales": "dana"])])
    try deal.commit(
      "accept", on: "2026-03-03", as: "Sam Park", committedBy: "Rev Ops",
      [file: try brief("accepted", ["sales": "dana", "receiving": "sam"])])
  }

  private func brief(
    _ status: String, _ roles: KeyValuePairs<String, String>, _ words: String = "Weekly report."
  ) throws -> String {
    try ApprovedDeal.brief(DealRepository.promise(words), status: status, approvals: roles)
  }

  private func told(_ command: String, _ options: String...) throws -> String {
    let name = command == "promised" ? DealRepository.id : "\(DealRepository.id)/P1"
    return try run(
      HandoffProgram.path, [command, name] + options, in: deal.git.path,
      environment: deal.git.variables
    ).text
  }

  @Test func `who committed an acceptance and an approval in another's name is told`() throws {
    let text = try told("promised")
    #expect(text.contains("set to accepted 2026-03-03 by Sam Park \(aside); "), "\(text)")
    #expect(
      text.contains(
        "as receiving by Sam Park on 2026-03-03 (claimed, committed by Rev Ops "
          + "<rev@northwind.example>)"), "\(text)")
    #expect(text.contains("as sales by Dana Lee on 2026-03-03 (claimed)\n"), "\(text)")
    #expect(try told("promised", "--format", "html").contains("(committed by Rev Ops &lt;rev@"))
    #expect(try told("promised", "--format", "markdown").contains("(committed by Rev Ops "))
    let json = try told("promised", "--format", "json")
    try deal.expectValid(json, by: "promised")
    #expect(json.contains(#""committer":"Rev Ops <rev@northwind.example>","sentence""#), "\(json)")
  }

  @Test func `a proof names the committer, and its commands print it`() throws {
    let page = try deal.proof()
    #expect(page.says("2026-03-03, Sam Park \(aside)), commit "), "\(page.facts)")
    #expect(
      page.says("has Sam Park as its author, and was committed by Rev Ops <rev@"), "\(page.facts)")
    #expect(
      page.checks.contains {
        $0.prints == "Sam Park <sam@northwind.example> 2026-03-03 12:00:00 +0000, committed by "
          + "Rev Ops <rev@northwind.example> 2026-03-03 12:00:00 +0000"
      })
  }

  @Test func `who committed a change of an item is told, with the day where that is another`()
    throws
  {
    try deal.commit(
      "reword", on: "2026-03-05", authored: "2026-03-04", committedBy: "Rev Ops",
      [file: try brief("draft", [:], "Monthly report.")])
    let words = "2026-03-04 by Dana Lee \(aside), 2026-03-05; "
    #expect(try told("log").contains(words))
    #expect(try told("promised").contains(words))
  }

  @Test func `letter case makes nobody another person`() throws {
    try deal.git.git("config", "user.email", "DANA@Northwind.example")
    try deal.git.git("config", "user.name", "dana")
    try deal.git.write(file, try brief("draft", [:], "Monthly report."))
    try deal.git.git(
      "commit", "-qam", "reword", "--author", "Dana Lee <dana@northwind.example>",
      setting: ["GIT_COMMITTER_NAME": "dana", "GIT_COMMITTER_EMAIL": "DANA@Northwind.example"])
    let log = try told("log")
    #expect(log.contains(" by Dana Lee (") && !log.contains("committed by"), "\(log)")
  }
}
