/// A step that those make who may.
struct HonestStep: Sendable, CustomStringConvertible {
  let name: String
  let author: String
  let start: AcceptableBrief
  let edit: @Sendable (inout AcceptableBrief) throws -> Void

  var description: String { name }

  init(
    _ name: String, by author: String, from start: AcceptableBrief = .nearlyAccepted,
    edit: @escaping @Sendable (inout AcceptableBrief) throws -> Void
  ) {
    self.name = name
    self.author = author
    self.start = start
    self.edit = edit
  }

  static let all = approvals + changes

  private static let approvals = [
    HonestStep("the sender approves", by: "dana", from: .inReview) {
      $0.approve(as: "sales", by: "dana")
    },
    HonestStep("the sender approves under another address", by: "dana.lee", from: .inReview) {
      $0.approve(as: "sales", by: "dana")
    },
    HonestStep("the sender's address in capitals", by: "DANA@NORTHWIND.EXAMPLE", from: .inReview) {
      $0.approve(as: "sales", by: "Dana@northwind.example")
    },
    HonestStep("one reviewer reviews two kinds", by: "lee", from: .inReview) {
      $0.approve(as: "pricing", by: "lee")
      $0.approve(as: "legal", by: "lee")
    },
    HonestStep("the receiver accepts", by: "sam") {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    HonestStep("a stand-in accepts", by: "noor") {
      $0.approve(as: "receiving", by: "noor")
      $0.setStatus("accepted")
    },
    HonestStep("whoever approves last sets the status", by: "lee", from: withoutLegal) {
      $0.approve(as: "legal", by: "lee")
      $0.setStatus("accepted")
    },
    HonestStep("a draft that lacks nothing is accepted", by: "sam", from: draft) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    HonestStep("the receiver approves the same words again", by: "sam", from: .accepted) {
      $0.approve(as: "receiving", by: "sam")
    },
    HonestStep("the sender approves older words again", by: "dana", from: olderWords) {
      $0.approve(as: "sales", by: "dana")
    },
    HonestStep("approvals in another order", by: "dana", from: .accepted) { brief in
      let first = AcceptableBrief.inReview.record(as: "sales", by: "dana")
      try brief.replace(first, with: "")
      brief.add("approvals", first)
    },
  ]

  private static let changes = [
    HonestStep("a rewording goes back to review", by: "dana", from: .accepted) {
      try $0.replace("three days", with: "two days")
      $0.setStatus("review")
    },
    HonestStep("the sender takes an accepted brief back", by: "dana", from: .accepted) {
      $0.setStatus("draft")
    },
    HonestStep("the receiver returns it and says why", by: "sam") {
      $0.add(
        "returns",
        "  - id: B1\n    by: sam@northwind.example\n    at: 2026-07-01T08:30:00Z\n"
          + "    reasons: [missing-context]\n")
      $0.setStatus("returned")
    },
    HonestStep("a risk comes up later", by: "sam", from: .accepted) {
      $0.add(
        "risks",
        "  - id: R2\n    text: Their ERP moves in October.\n    severity: medium\n    status: open\n"
          + "    raised: 2026-07-01\n")
    },
    HonestStep("layout alone changes", by: "kit", from: .accepted) {
      try $0.replace(AcceptableBrief.goal, with: "  \"\(AcceptableBrief.goal)\"")
    },
    HonestStep("the receiver hands on to a colleague", by: "sam") {
      $0.setField("to", "kit@northwind.example")
    },
    HonestStep("the sender names another receiver", by: "dana") {
      $0.setField("to", "kit@northwind.example")
    },
    HonestStep("the keeper of the policy names another receiver", by: "lee") {
      $0.setField("to", "kit@northwind.example")
    },
    HonestStep("a stand-in becomes the receiver", by: "noor") {
      $0.setField("to", "noor@northwind.example")
    },
    HonestStep(
      "somebody offers to receive a draft that nobody approved", by: "kit", from: unapproved
    ) {
      $0.setField("to", "kit@northwind.example")
    },
    HonestStep("the sender takes it back with another type", by: "dana") {
      $0.setField("type", "sdr-to-ae")
      $0.setStatus("draft")
    },
    HonestStep("another type that as many approve", by: "dana") {
      $0.setField("type", "sales-to-delivery")
    },
    HonestStep("a draft's term of another kind", by: "dana", from: unapproved) {
      try $0.replace("kind: legal", with: "kind: scope")
    },
  ]

  private static let draft = changed(.nearlyAccepted) { $0.setStatus("draft") }

  private static let unapproved = changed(.inReview) { $0.setStatus("draft") }

  private static let withoutLegal = changed(.inReview) {
    $0.approve(as: "sales", by: "dana")
    $0.approve(as: "pricing", by: "lee")
    $0.approve(as: "receiving", by: "sam")
  }

  private static let olderWords = changed(.acceptedTwice) {
    $0.text = $0.text.replacing("in two days.", with: "in three days instead of nine.")
    $0.setStatus("review")
  }

  private static func changed(
    _ brief: AcceptableBrief, _ change: (inout AcceptableBrief) -> Void
  ) -> AcceptableBrief {
    var brief = brief
    change(&brief)
    return brief
  }
}
