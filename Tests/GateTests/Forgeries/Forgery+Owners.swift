extension Forgery {
  /// Sender and receiver who are not those that the brief was for.
  static let owners = [
    Forgery("make oneself the receiver and accept", "unqualified-status", by: "kit") {
      $0.setField("to", "kit@northwind.example")
      $0.approve(as: "receiving", by: "kit")
      $0.setStatus("accepted")
    },
    Forgery("make oneself the receiver, to accept later", "unqualified-status", by: "kit") {
      $0.setField("to", "kit@northwind.example")
    },
    Forgery(
      "make oneself the receiver of a returned brief", "unqualified-status", by: "kit",
      from: returned
    ) {
      $0.setField("to", "kit@northwind.example")
    },
    Forgery(
      "make oneself the receiver of an approved draft", "unqualified-status", by: "kit",
      from: approvedDraft
    ) {
      $0.setField("to", "kit@northwind.example")
      $0.setStatus("review")
    },
    Forgery("make a friend the receiver", "unqualified-status", by: "mia") {
      $0.setField("to", "pat@northwind.example")
    },
    Forgery("make oneself the sender and cancel", "unqualified-status", by: "mia") {
      $0.setField("from", "mia@northwind.example")
      $0.setStatus("cancelled")
    },
    Forgery(
      "make oneself the old owner and approve", "unqualified-status", by: "kit", from: ownerChange
    ) {
      $0.setField("from", "kit@northwind.example")
      $0.approve(as: "sales", by: "kit")
      $0.setStatus("accepted")
    },
    Forgery(
      "make oneself the old owner, to approve later", "unqualified-status", by: "kit",
      from: ownerChange
    ) {
      $0.setField("from", "kit@northwind.example")
    },
    Forgery("a new receiver of an accepted brief", "missing-approval", from: .accepted) {
      $0.setField("to", "pat@northwind.example")
    },
    Forgery(
      "no receiver in an accepted brief", "missing-approval missing-field", by: "dana",
      from: .accepted
    ) {
      try $0.replace("\nto: sam@northwind.example", with: "")
    },
    Forgery(
      "an accepted brief whose receiver is a line of nothing",
      "missing-approval missing-field", by: "dana", from: .accepted
    ) {
      $0.setField("to", "\"\"")
    },
  ]

  private static let returned: AcceptableBrief = {
    var brief = AcceptableBrief.nearlyAccepted
    brief.setStatus("returned")
    return brief
  }()

  private static let approvedDraft: AcceptableBrief = {
    var brief = AcceptableBrief.nearlyAccepted
    brief.setStatus("draft")
    return brief
  }()

  private static let ownerChange: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.setField("type", "owner-change")
    for role in ["pricing", "legal"] { brief.approve(as: role, by: "lee") }
    brief.approve(as: "receiving", by: "sam")
    return brief
  }()
}
