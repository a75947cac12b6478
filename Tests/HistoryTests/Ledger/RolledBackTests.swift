import Git
import TestSupport
import Testing

/// A version that was put back round the hooks does not bring its older approvals back to count.
struct RolledBackTests {
  private let deal: DealRepository
  private let file = DealRepository.file
  private let roles = ApprovedDeal.approvers

  init() throws { deal = try ApprovedDeal.accepted() }

  /// Commits versions that get one approval more each, by who gives it.
  private func accept(
    _ day: String, _ brief: (String, KeyValuePairs<String, String>) throws -> String
  ) throws {
    let people = ["Dana Lee", "Lee Ono", "Sam Park"]
    let steps: [KeyValuePairs<String, String>] = [
      ["sales": "dana"], ["sales": "dana", "pricing": "lee"], roles,
    ]
    for (person, roles) in zip(people, steps) {
      let status = person == "Sam Park" ? "accepted" : "review"
      try deal.commit("step", on: day, as: person, [file: try brief(status, roles)])
    }
  }

  private func first() throws -> String {
    try ApprovedDeal.brief(status: "accepted", approvals: roles)
  }

  /// The brief in other words, with the approvals of the first ones and newer ones.
  private func second(
    _ status: String, _ roles: KeyValuePairs<String, String>
  ) throws -> String {
    let records = try #require(first().split(separator: "approvals:\n").last)
      .split(separator: "promises:")[0]
    let lists = ApprovedDeal.lists.replacing("Quarterly", with: "Monthly")
    return try ApprovedDeal.brief(lists, status: status, approvals: roles, day: "2026-03-05")
      .replacing("approvals:\n", with: "approvals:\n" + records)
  }

  private func promised(_ options: String...) throws -> String {
    try run(
      HandoffProgram.path, ["promised", DealRepository.id] + options, in: deal.git.path,
      environment: deal.git.variables
    ).text
  }

  private let reason = "a newer approval as pricing, of 2026-03-05, was taken out"

  @Test func `the words accepted last are those of the newer approvals`() throws {
    try accept("2026-03-05", second)
    #expect(try promised().contains("P1  Monthly review.\n"))
    try deal.commit("put back", on: "2026-03-06", [file: try first()])
    let told = try promised()
    #expect(told.contains("P1  Monthly review.\n"), "\(told)")
    #expect(told.contains("\nset to accepted 2026-03-05 by Sam Park ("), "\(told)")
    #expect(
      told.contains(
        "changed since without the approvals that it needed: these are the words accepted last"),
      "\(told)")
    let page = try ProvenPage(of: "\(DealRepository.id)/P1", in: deal.git.path, deal.git)
    #expect(try page.untrue(in: deal.git.path, deal.git) == [])
    #expect(page.json.contains(#""words":"Monthly review.""#))
    #expect(page.says("The status was set to accepted: 2026-03-05, Sam Park"), "\(page.facts)")
  }

  @Test func `approvals that came back to count say why they do not`() throws {
    try accept("2026-03-05") { _, roles in try second("review", roles) }
    try deal.commit("put back", on: "2026-03-06", [file: try first()])
    let told = try promised()
    #expect(
      told.contains(
        "approved as pricing by Lee Ono on 2026-03-03 (claimed), which does not count: \(reason)"),
      "\(told)")
    #expect(told.contains("P1  Quarterly review.\n"), "\(told)")
    let page = try ProvenPage(of: "\(DealRepository.id)/T1", in: deal.git.path, deal.git)
    #expect(page.says("does not count for the brief as commit"), "\(page.facts)")
    #expect(page.says("\(reason)."), "\(page.facts)")
    let json = try promised("--format", "json")
    try deal.expectValid(json, by: "promised")
    #expect(json.contains(reason))
  }

  @Test func `a forged newer one that is taken out leaves the others as they were`() throws {
    let forged = try second("accepted", roles).replacing("Monthly", with: "Quarterly")
    try deal.commit("forge", on: "2026-03-05", as: "Rev Ops", [file: forged])
    try deal.commit("put back", on: "2026-03-06", [file: try first()])
    let told = try promised()
    #expect(told.contains("P1  Quarterly review.\n") && !told.contains("taken out"), "\(told)")
  }

  @Test func `newer ones on a line that had not met it yet leave it as it was`() throws {
    try deal.branch("other") { try accept("2026-03-05", second) }
    try deal.commit("goal", on: "2026-03-06", [file: try first() + "\nMore.\n"])
    try deal.merge("other", on: "2026-03-07", [file: try second("accepted", roles)])
    let told = try promised("--on", "2026-03-06")
    #expect(told.contains("P1  Quarterly review.\n") && !told.contains("taken out"), "\(told)")
    #expect(try promised().contains("P1  Monthly review.\n"))
    try deal.git.git("reset", "-q", "--hard", "HEAD~1")
    try deal.merge("other", on: "2026-03-07", [file: try first()])
    #expect(try promised().contains("P1  Monthly review.\n"))
  }
}
