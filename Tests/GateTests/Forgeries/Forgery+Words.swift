extension Forgery {
  private static let promise = "Custom weekly revenue report by 1 September."

  /// Words that change under the approvals, and conditions that are not met.
  static let words = [
    Forgery("reword a promise of an accepted brief", "stale-approval", by: "dana", from: .accepted)
    {
      try $0.replace(promise, with: "Custom daily revenue report by 1 September.")
    },
    Forgery("reword a promise with the last approval", "stale-approval") {
      try $0.replace(promise, with: "Custom daily revenue report by 1 September.")
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("an invisible character in a promise", "stale-approval", from: .accepted) {
      try $0.replace("Custom weekly", with: "Custom\u{200B} weekly")
    },
    Forgery("a promise more in an accepted brief", "stale-approval", by: "dana", from: .accepted) {
      $0.add(
        "promises",
        "  - id: P2\n    text: A report in French.\n    source: E1#L2\n    bounded_by: [X1]\n")
    },
    Forgery(
      "a promise of one line in an accepted brief", "missing-field", by: "dana",
      from: .accepted
    ) {
      $0.add("promises", "  - A report in French\n")
    },
    Forgery(
      "a promise without an id in an accepted brief", "missing-field", by: "dana", from: .accepted
    ) {
      $0.add("promises", "  - text: A report in French.\n    source: E1#L2\n    bounded_by: [X1]\n")
    },
    Forgery("a second promise with a known id", "duplicate-id", by: "dana", from: .accepted) {
      $0.add("promises", "  - id: P1\n    text: A report in French.\n    source: E1#L2\n")
    },
    Forgery("loosen what bounds a promise", "stale-approval", by: "dana", from: .accepted) {
      try $0.replace("    bounded_by: [X1]\n", with: "")
    },
    Forgery("a date for a promise", "stale-approval", by: "dana", from: .accepted) {
      try $0.replace("    source: E1#L14\n", with: "    source: E1#L14\n    due: 2026-08-01\n")
    },
    Forgery(
      "withdraw an exclusion of an accepted brief",
      "missing-exclusions stale-approval unsettled-expectation",
      by: "dana", from: .accepted
    ) {
      try $0.replace(
        "revenue report.\n    source: E2#L40\n",
        with: "revenue report.\n    withdrawn: They buy it.\n")
    },
    Forgery("another go-live day", "stale-approval", by: "dana", from: .accepted) {
      $0.setField("go_live", "2026-09-01")
    },
    Forgery("a milestone for somebody else", "stale-approval", by: "dana", from: .accepted) {
      try $0.replace("finance\n  owner: sam@", with: "finance\n  owner: noor@")
    },
    Forgery("a risk marked as raised later", "misused-raised") {
      $0.add(
        "risks",
        "  - id: R2\n    text: Their ERP moves in October.\n    severity: medium\n    status: open\n    raised: 2026-07-01\n"
      )
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "a known risk marked as raised later, and reworded", "misused-raised stale-approval",
      by: "dana", from: .accepted
    ) {
      try $0.replace("leave in August.\n", with: "leave all year.\n    raised: 2026-07-01\n")
    },
    Forgery("a question left open", "open-question") {
      $0.add("questions", question)
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("a question deleted instead of answered", "dropped-record", from: asked) {
      try $0.replace("\nquestions:\n" + question.dropLast(), with: "")
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "an expectation settled by nothing", "stale-approval unsettled-expectation", from: .accepted
    ) {
      try $0.replace("    settled: X1\n", with: "")
    },
    Forgery(
      "an expectation declined without saying how", "unresolved-reference unsettled-expectation",
      from: unsettled("\"declined:\"")
    ) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "an expectation declined with a placeholder", "unresolved-reference unsettled-expectation",
      from: unsettled("\"declined: tbd\"")
    ) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("from draft to accepted without a goal", "missing-field", from: goalless) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("from draft to accepted with a return unanswered", "unanswered-return", from: returned)
    {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("a promise that is only inferred", "inferred-promise", from: inferred) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
  ]

  private static let question = """
      - id: Q1
        text: Which ERP is it?
        by: sam@northwind.example
        at: 2026-07-01T08:00:00Z

    """

  /// A brief that all but the receiver approved as it is.
  private static func nearlyAccepted(
    _ change: (inout AcceptableBrief) -> Void
  ) -> AcceptableBrief {
    var brief = AcceptableBrief.inReview
    change(&brief)
    for role in ["sales", "pricing", "legal"] {
      brief.approve(as: role, by: AcceptableBrief.approvers[role] ?? role)
    }
    return brief
  }

  private static let asked = nearlyAccepted { $0.add("questions", question) }

  private static func unsettled(_ settled: String) -> AcceptableBrief {
    nearlyAccepted { $0.text = $0.text.replacing("settled: X1", with: "settled: \(settled)") }
  }

  private static let goalless = nearlyAccepted {
    $0.text = $0.text.replacing("\ngoal: " + AcceptableBrief.goal, with: "")
    $0.setStatus("draft")
  }

  private static let returned = nearlyAccepted {
    $0.add(
      "returns",
      "  - id: B1\n    by: sam@northwind.example\n    at: 2026-07-01T08:00:00Z\n    reasons: [missing-context]\n"
    )
    $0.setStatus("draft")
  }

  private static let inferred = nearlyAccepted {
    $0.text = $0.text.replacing("confidence: confirmed", with: "confidence: inferred")
  }
}
