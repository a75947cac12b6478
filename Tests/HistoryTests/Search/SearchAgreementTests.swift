import Git
import TestSupport
import Testing

/// What `search` calls accepted is what `promised` lists as accepted.
struct SearchAgreementTests {
  private let deal: DealRepository
  private let file = DealRepository.file
  private let roles = ApprovedDeal.approvers

  init() throws { deal = try ApprovedDeal.accepted() }

  private func brief(_ status: String, _ roles: KeyValuePairs<String, String>) throws -> String {
    try ApprovedDeal.brief(status: status, approvals: roles)
  }

  /// Commits other words under the approvals of the accepted ones.
  private func commit(_ old: String, _ new: String, status: String = "accepted") throws
    -> Substring
  {
    let text = try brief("accepted", roles).replacing(old, with: new)
      .replacing("status: accepted", with: "status: \(status)")
    return try deal.commit("change", on: "2026-03-04", [file: text]).description.prefix(12)
  }

  private func search(_ words: String...) throws -> String {
    try run(
      HandoffProgram.path, ["search"] + words, in: deal.git.path, environment: deal.git.variables
    ).text
  }

  private let changed =
    "accepted, but changed since without the approvals that it needed; the words accepted last: "
    + "handoff promised acme-onboarding\n"

  @Test func `what was accepted with all approvals is accepted`() throws {
    #expect(
      try search("review").hasPrefix(
        "“review”\nitems and sections: 1 standing\n\nacme-onboarding\naccepted\n\n"))
  }

  @Test func `words that slipped into an accepted brief are not`() throws {
    let commit = try commit("Quarterly", "Yearly")
    let answer = try search("review")
    #expect(
      answer.hasPrefix(
        "“review”\nitems and sections: 1 changed without approval\n\nacme-onboarding\n\(changed)"),
      "\(answer)")
    #expect(
      answer.contains("“Yearly review.” stands, without the approvals that it needed\n"),
      "\(answer)")
    #expect(
      answer.contains(
        "“Quarterly review.” was reworded 2026-03-04 by Dana Lee (\(commit)), "
          + "without the approvals that it needed\n"), "\(answer)")
    let json = try search("yearly", "--format", "json")
    #expect(json.contains(#""status":"accepted""#) && json.contains(#""unapproved":true"#))
    try deal.expectValid(json, by: "search")
    let others = try search("percent")
    #expect(others.contains("items and sections: 1 standing\n"), "\(others)")
    #expect(others.contains(changed) && others.contains("T1  Ten percent off.\n"), "\(others)")
  }

  @Test(arguments: [
    ("accepted", "1 changed without approval", "without the approvals that it needed"),
    ("review", "1 in review", "in review"),
  ])
  func `a withdrawal is told as promised tells it`(
    status: String, count: String, phase: String
  ) throws {
    let commit = try commit(
      "Quarterly review.", "Quarterly review.\n    withdrawn: Not now.", status: status)
    let answer = try search("review")
    #expect(answer.contains("items and sections: \(count)\n"), "\(answer)")
    let ending = "was withdrawn 2026-03-04 by Dana Lee (\(commit)), \(phase): Not now.\n"
    #expect(answer.contains("“Quarterly review.” \(ending)"), "\(answer)")
    #expect(answer.contains("the words accepted last: handoff promised"), "\(answer)")
  }

  @Test func `behind the first twenty nothing is called accepted that nobody looked up`() throws {
    let items = (1...22).map { "  - id: P\($0)\n    text: plan \($0)\n" }.joined()
    for (id, day) in [("acme-late", "2026-03-05"), ("acme-early", "2026-03-04")] {
      let text = DealRepository.brief("promises:\n" + items, id: id, status: "accepted")
      try deal.commit("begin", on: day, ["handoffs/\(id).md": text])
    }
    let answer = try search("plan", "--all")
    #expect(answer.contains("items and sections: 44 standing\n"), "\(answer)")
    #expect(answer.contains("\nacme-late\naccepted, but without what that needed: "), "\(answer)")
    #expect(
      answer.contains(
        "\nacme-early\naccepted in its file; what was accepted: handoff promised acme-early\n"),
      "\(answer)")
  }
}
