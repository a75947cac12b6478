import Git
import TestSupport
import Testing

/// Accepted are the words that were approved, whatever an accepted brief says later.
struct AgreedWordsTests {
  private let deal: DealRepository
  private let file = DealRepository.file
  private let roles = ApprovedDeal.approvers

  init() throws { deal = try ApprovedDeal.accepted() }

  private func brief(
    _ status: String, _ roles: KeyValuePairs<String, String>, _ lists: String = ApprovedDeal.lists
  ) throws -> String {
    try ApprovedDeal.brief(lists, status: status, approvals: roles)
  }

  /// The accepted brief with other words under the same approvals.
  private func slipped(
    _ old: String = "Quarterly", _ new: String = "Yearly", status: String = "accepted"
  ) throws -> String {
    try brief("accepted", roles).replacing(old, with: new)
      .replacing("status: accepted", with: "status: \(status)")
  }

  private func promised(_ options: String...) throws -> String {
    try run(
      HandoffProgram.path, ["promised", DealRepository.id] + options, in: deal.git.path,
      environment: deal.git.variables
    ).text
  }

  private func proof(of item: String = "P1") throws -> ProvenPage {
    let page = try ProvenPage(of: "\(DealRepository.id)/\(item)", in: deal.git.path, deal.git)
    #expect(try page.untrue(in: deal.git.path, deal.git) == [])
    return page
  }

  private let change =
    "without the approvals that it needed, changed 2026-03-04 by Dana Lee"

  @Test func `words that slipped into an accepted brief are not the accepted ones`() throws {
    try deal.commit("typo", on: "2026-03-04", [file: try slipped()])
    let told = try promised()
    #expect(told.contains("P1  Quarterly review.\n"), "\(told)")
    #expect(told.contains(change) && told.contains("text: [-Quarterly-] {+Yearly+} review."))
    #expect(
      told.contains(
        "changed since without the approvals that it needed: these are the words accepted last"),
      "\(told)")
    #expect(told.contains("approved as pricing by Lee Ono on 2026-03-03 (claimed)"), "\(told)")
    let json = try promised("--format", "json")
    try deal.expectValid(json, by: "promised")
    #expect(json.contains(#""reworded":true"#))
    let page = try proof()
    #expect(page.json.contains(#""words":"Quarterly review.""#))
    #expect(
      page.says("whose words lack approvals that they need, has it: “Yearly review.”"),
      "\(page.facts)")
    #expect(page.says("changed it, without the approvals that an accepted brief needs"))
  }

  @Test func `nor are they when the brief goes back to review`() throws {
    try deal.commit("typo", on: "2026-03-04", [file: try slipped()])
    try deal.commit("rework", on: "2026-03-05", [file: try slipped(status: "review")])
    let told = try promised()
    #expect(told.contains("back in review: these are the words accepted last\n"), "\(told)")
    #expect(told.contains("P1  Quarterly review.\n") && told.contains(change), "\(told)")
    let page = try proof()
    #expect(page.json.contains(#""words":"Quarterly review.""#))
    #expect(page.says("These are the words that were accepted last."))
  }

  @Test func `what slipped out of an accepted brief stays among the words accepted last`() throws {
    let promise = "  - id: P1\n    text: Quarterly review.\n"
    try deal.commit("drop", on: "2026-03-04", [file: try slipped(promise, "")])
    let told = try promised()
    let list = try #require(told.split(separator: "\nPromised\n").last?.split(separator: "\n\n"))
    #expect(list[0].contains("P1  Quarterly review.\n"), "\(told)")
    #expect(list[0].contains("\(change) ("), "\(told)")
    #expect(list[0].contains("): it was lost") && !told.contains("Gone"), "\(told)")
    let page = try proof()
    #expect(page.says("whose words lack approvals that they need, leaves it out."))
    #expect(page.checks.contains { $0.prints == "gone" })
  }

  @Test func `nor do words that slipped into a cancelled brief hide what was accepted`() throws {
    try deal.commit(
      "cancel", on: "2026-03-04",
      [file: try slipped("Quarterly", "Quarterly", status: "cancelled")])
    #expect(try !promised().contains("accepted last"))
    try deal.commit("typo", on: "2026-03-04", [file: try slipped(status: "cancelled")])
    let told = try promised()
    #expect(told.contains("P1  Quarterly review.\n") && told.contains(change), "\(told)")
    #expect(
      told.contains(
        "changed since without the approvals that it needed: these are the words accepted last"),
      "\(told)")
    #expect(try proof().json.contains(#""words":"Quarterly review.""#))
  }

  @Test func `a brief that was cancelled in review shows the words accepted last`() throws {
    try deal.commit("rework", on: "2026-03-04", [file: try slipped(status: "review")])
    try deal.commit("cancel", on: "2026-03-05", [file: try slipped(status: "cancelled")])
    let told = try promised()
    #expect(
      told.contains(
        "cancelled while it was worked on again: these are the words accepted last"), "\(told)")
    #expect(told.contains("in review, changed 2026-03-04 by Dana Lee"), "\(told)")
    #expect(try proof().says("Since then the brief is cancelled, while it was worked on again."))
  }

  @Test func `an acceptance without what it needed does not hide the one before it`() throws {
    try deal.commit("rework", on: "2026-03-04", [file: try slipped(status: "review")])
    try deal.commit("push", on: "2026-03-05", as: "Lee Ono", [file: try slipped()])
    let told = try promised()
    #expect(told.contains("P1  Quarterly review.\n"), "\(told)")
    #expect(told.contains("these are the words accepted last"), "\(told)")
    #expect(told.contains("\nset to accepted 2026-03-03 by Sam Park ("), "\(told)")
    #expect(told.contains("\nset to accepted again 2026-03-05 by Lee Ono ("), "\(told)")
    #expect(told.contains("), but without what that needed: the "), "\(told)")
    let json = try promised("--format", "json")
    try deal.expectValid(json, by: "promised")
    #expect(
      json.contains(#""acceptedAgain":{"at":{"commit""#) && json.contains(#""acceptedWithout":[]"#))
    let page = try proof()
    #expect(page.json.contains(#""words":"Quarterly review.""#))
    #expect(page.says("The status was set to accepted: 2026-03-03, Sam Park"), "\(page.facts)")
    #expect(page.says("The status was set to accepted: 2026-03-05, Lee Ono"), "\(page.facts)")
    #expect(page.says("each was on record in that commit and counted."))
    try deal.commit("back", on: "2026-03-06", [file: try slipped(status: "review")])
    #expect(try promised().contains("P1  Quarterly review.\n"))
  }

  @Test func `other words with all the approvals that they need are accepted`() throws {
    let lists = ApprovedDeal.lists.replacing("Quarterly", with: "Monthly")
    try deal.commit(
      "rework", on: "2026-03-04", [file: try brief("accepted", ["sales": "dana"], lists)])
    try deal.commit(
      "price", on: "2026-03-04", as: "Lee Ono",
      [file: try brief("accepted", ["sales": "dana", "pricing": "lee"], lists)])
    try deal.commit(
      "agree", on: "2026-03-04", as: "Sam Park", [file: try brief("accepted", roles, lists)])
    let told = try promised()
    #expect(told.contains("P1  Monthly review.\n") && !told.contains("accepted last"), "\(told)")
    #expect(told.contains("\nset to accepted 2026-03-03 by Sam Park ("), "\(told)")
    #expect(
      told.contains("\nall that these words needed was there only after that: approved as "),
      "\(told)")
    #expect(try proof().says("All that these words needed was there only after that, in commit"))
  }

  @Test func `while others are reviewed, who approved the accepted words is told`() throws {
    let lists = ApprovedDeal.lists.replacing("Quarterly", with: "Monthly")
    try deal.commit(
      "rework", on: "2026-03-04", as: "Lee Ono",
      [
        file: try ApprovedDeal.brief(
          lists, status: "review", approvals: ["pricing": "lee"], day: "2026-03-04")
      ])
    let told = try promised()
    #expect(
      told.contains(
        "approved as pricing by Lee Ono on 2026-03-03 (claimed); as receiving by Sam Park"),
      "\(told)")
    #expect(
      told.contains("since then approved with other words as pricing by Lee Ono on 2026-03-04"),
      "\(told)")
    #expect(try proof().says("It was given for other words of the item."))
  }
}
