import TestSupport

extension Forgery {
  private static let newer = "Close the month in two days."

  /// Older approvals that are to count again, and records that travel.
  static let history = [
    Forgery("older words typed back", "stale-approval", from: .acceptedTwice) {
      try $0.replace(newer, with: AcceptableBrief.goal)
    },
    Forgery("older words without the newer approvals", "dropped-record", from: .acceptedTwice) {
      $0 = .accepted
    },
    Forgery(
      "an approval taken away so that an older one counts", "dropped-record", from: backAtOlderWords
    ) {
      $0 = oneTakenAway
    },
    Forgery("an approval taken away that nobody needs", "dropped-record", from: doubtful) {
      try $0.replace($0.record(as: "scope", by: "sam", at: doubtfulTime), with: "")
    },
    Forgery(
      "the newest approval under another role",
      "dropped-record unproven-approval unqualified-approver", from: backAtOlderWords
    ) {
      try $0.replaceNewest("role: sales", with: "role: scope")
    },
    Forgery(
      "the newest approval set back in time", "dropped-record invalid-value unproven-approval",
      from: backAtOlderWords
    ) {
      try $0.replaceNewest("at: 2026-07-01T08:14:00Z", with: "at: 2026-07-01T08:01:00Z")
    },
    Forgery(
      "the newest approval commented out", "dropped-record missing-field", from: backAtOlderWords
    ) {
      brief in
      let text = brief.text
      try brief.replaceNewest("    by: dana", with: "#    by: dana")
      if brief.text == text { throw WordsMissing(words: "by: dana") }
    },
    Forgery(
      "an older approval set forward in time", "dropped-record unproven-approval",
      from: backAtOlderWords
    ) {
      try $0.replace("at: 2026-07-01T08:10:00Z", with: "at: 2026-07-01T08:50:00Z")
    },
    Forgery("an older approval written once more", "unproven-approval", from: backAtOlderWords) {
      let words = AcceptableBrief.accepted
      $0.approve(as: "sales", by: "dana", covers: words.digest(as: "sales"))
    },
    Forgery("two approvals of one instant swapped", "dropped-record", from: ofOneInstant) { brief in
      let first = brief.record(as: "sales", by: "dana", at: instant)
      var newerWords = brief
      try newerWords.replace(AcceptableBrief.goal, with: newer)
      let second = newerWords.record(as: "sales", by: "dana", at: instant)
      try brief.replace(first, with: "")
      try brief.replace(second.dropLastLineEnd, with: second + first.dropLastLineEnd)
    },
    Forgery(
      "another id for the brief", "misnamed-brief stale-approval unproven-approval", from: .accepted
    ) {
      try $0.replace("handoff: acme-onboarding", with: "handoff: acme-other")
    },
    Forgery(
      "a new brief born accepted, with approvals in others' names", "unproven-approval",
      inRepository: { gated in
        var brief = AcceptableBrief.inReview
        try brief.replace("handoff: acme-onboarding", with: "handoff: acme-delivery")
        for role in ["sales", "pricing", "legal", "receiving"] {
          brief.approve(as: role, by: AcceptableBrief.approvers[role] ?? role)
        }
        brief.setStatus("accepted")
        try gated.repository.write("handoffs/acme/acme-delivery.md", brief.text)
      }),
    Forgery(
      "a copy of an accepted brief under a new id", "stale-approval unproven-approval",
      from: .accepted,
      inRepository: { gated in
        var brief = AcceptableBrief.accepted
        try brief.replace("handoff: acme-onboarding", with: "handoff: acme-delivery")
        try gated.repository.write("handoffs/acme/acme-delivery.md", brief.text)
      }),
    Forgery(
      "a copy of an accepted brief in another folder", "duplicate-brief unproven-approval",
      from: .accepted,
      inRepository: { gated in
        try gated.repository.write(
          "handoffs/beta/acme-onboarding.md", AcceptableBrief.accepted.text)
      }),
  ]

  /// Reworded and approved anew by all, then brought back to older words, which nobody approved anew.
  private static let backAtOlderWords: AcceptableBrief = {
    var brief = AcceptableBrief.acceptedTwice
    brief.text = brief.text.replacing(newer, with: AcceptableBrief.goal)
    brief.setStatus("review")
    return brief
  }()

  private static let oneTakenAway: AcceptableBrief = {
    var brief = backAtOlderWords
    var newerWords = AcceptableBrief.accepted
    newerWords.text = newerWords.text.replacing(AcceptableBrief.goal, with: newer)
    brief.text = brief.text.replacing(newerWords.record(as: "sales", by: "dana"), with: "")
    return brief
  }()

  private static let doubtfulTime = "2026-07-01T07:00:00Z"

  private static let doubtful: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.approve(as: "scope", by: "sam", at: doubtfulTime)
    brief.approve(as: "sales", by: "dana")
    return brief
  }()

  private static let instant = "2026-07-01T08:00:00Z"

  /// The sender approved two wordings within a second; the brief has the words of the first.
  private static let ofOneInstant: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.approve(as: "sales", by: "dana", at: instant)
    brief.text = brief.text.replacing(AcceptableBrief.goal, with: newer)
    brief.approve(as: "sales", by: "dana", at: instant)
    brief.text = brief.text.replacing(newer, with: AcceptableBrief.goal)
    return brief
  }()
}

extension AcceptableBrief {
  /// Replaces words in the second sales approval.
  fileprivate mutating func replaceNewest(_ old: String, with new: String) throws {
    guard let start = text.ranges(of: "  - role: sales\n").last?.lowerBound else {
      throw WordsMissing(words: "role: sales")
    }
    let rest = try String(text[start...]).replacingOnce(old, with: new)
    text.replaceSubrange(start..., with: rest)
  }
}

extension String {
  fileprivate var dropLastLineEnd: String { String(dropLast()) }
}
