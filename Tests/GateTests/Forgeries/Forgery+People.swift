extension Forgery {
  /// Approvals by people who may not give them.
  static let people = [
    Forgery(
      "an agent receives", "missing-approval unqualified-approver unqualified-status", by: "bot"
    ) {
      $0.approve(as: "receiving", by: "bot")
      $0.setStatus("accepted")
    },
    Forgery(
      "an agent to whom the brief goes", "missing-approval unqualified-approver", by: "bot",
      from: handedTo("bot")
    ) {
      $0.approve(as: "receiving", by: "bot")
      $0.setStatus("accepted")
    },
    Forgery(
      "one who left sells", "missing-approval unqualified-approver unqualified-status", by: "amy",
      from: unsold
    ) {
      $0.approve(as: "sales", by: "amy")
      $0.setStatus("accepted")
    },
    Forgery(
      "one who left sells, by a date before they did", "unqualified-approver", by: "amy",
      from: unsold
    ) {
      $0.approve(as: "sales", by: "amy", at: "2026-05-01T08:00:00Z")
      $0.setStatus("review")
    },
    Forgery(
      "one who is not on the roster", "missing-approval unqualified-approver unqualified-status",
      by: "eve"
    ) {
      $0.approve(as: "receiving", by: "eve")
      $0.setStatus("accepted")
    },
    Forgery(
      "a stand-in of somebody else", "missing-approval unqualified-approver unqualified-status",
      by: "mia"
    ) {
      $0.approve(as: "receiving", by: "mia")
      $0.setStatus("accepted")
    },
    Forgery(
      "a colleague of the receiver's", "missing-approval unqualified-approver unqualified-status",
      by: "kit"
    ) {
      $0.approve(as: "receiving", by: "kit")
      $0.setStatus("accepted")
    },
    Forgery(
      "the receiver sells", "missing-approval self-approval unqualified-approver", from: unsold
    ) {
      $0.approve(as: "sales", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("the sender reviews prices", "unqualified-approver", by: "dana", from: .inReview) {
      $0.approve(as: "pricing", by: "dana")
    },
    Forgery(
      "the reviewer of terms also sells", "self-approval", from: soldByLee, roster: sellingLee
    ) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("one person on both sides", "self-approval", by: "kit", from: soldByKit) {
      $0.approve(as: "receiving", by: "kit")
      $0.setStatus("accepted")
    },
    Forgery(
      "one person with two addresses on both sides", "self-approval", by: "dana.lee",
      from: handedTo("dana")
    ) {
      $0.approve(as: "receiving", by: "dana.lee")
      $0.setStatus("accepted")
    },
    Forgery(
      "the receiver's address with a Cyrillic letter",
      "invalid-value unqualified-approver", by: "s\u{430}m"
    ) {
      $0.approve(as: "receiving", by: "s\u{430}m")
    },
    Forgery(
      "the receiver's address with a space behind it",
      "invalid-value missing-approval unproven-approval unqualified-approver"
    ) {
      $0.approve(as: "receiving", by: "\"sam@northwind.example \"")
      $0.setStatus("accepted")
    },
    Forgery(
      "the receiver's address with an invisible character",
      "invalid-value missing-approval unproven-approval unqualified-approver"
    ) {
      $0.approve(as: "receiving", by: "sam\u{200B}@northwind.example")
      $0.setStatus("accepted")
    },
    Forgery(
      "the receiver's address with a full stop behind it",
      "invalid-value missing-approval unproven-approval unqualified-approver"
    ) {
      $0.approve(as: "receiving", by: "sam@northwind.example.")
      $0.setStatus("accepted")
    },
    Forgery(
      "the receiver's name instead of the address",
      "invalid-value missing-approval unproven-approval unqualified-approver"
    ) {
      $0.approve(as: "receiving", by: "Sam Park <sam@northwind.example>")
      $0.setStatus("accepted")
    },
  ]

  /// All but the receiver approved a handoff to somebody.
  static func handedTo(_ name: String) -> AcceptableBrief {
    var brief = AcceptableBrief.nearlyAccepted
    brief.setField("to", name + "@northwind.example")
    return brief
  }

  /// All but the sender approved.
  private static let unsold: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.approve(as: "pricing", by: "lee")
    brief.approve(as: "legal", by: "lee")
    brief.approve(as: "receiving", by: "sam")
    return brief
  }()

  private static let soldByLee: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    for role in ["sales", "pricing", "legal"] { brief.approve(as: role, by: "lee") }
    return brief
  }()

  private static let soldByKit: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.setField("to", "kit@northwind.example")
    for role in ["pricing", "legal"] { brief.approve(as: role, by: "lee") }
    brief.approve(as: "sales", by: "kit")
    return brief
  }()

  private static let sellingLee = AcceptableBrief.roster.replacing(
    "[legal, pricing, policy]", with: "[legal, pricing, policy, sales]")
}
