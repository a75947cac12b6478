extension Forgery {
  /// Ways to write the status, and other statuses.
  static let forms = [
    Forgery("a status twice", "invalid-front-matter") {
      try $0.replace("\naccount:", with: "\nstatus: accepted\naccount:")
    },
    Forgery("a status twice, once in quotes", "invalid-front-matter") {
      try $0.replace("\naccount:", with: "\n\"status\": accepted\naccount:")
    },
    Forgery("a capital letter in the status", "invalid-value") {
      $0.setStatus("Accepted")
    },
    Forgery("a space behind the status", "invalid-value") {
      $0.setStatus("\"accepted \"")
    },
    Forgery("an anchor", "invalid-front-matter") { $0.setStatus("&done accepted") },
    Forgery("a tag", "invalid-front-matter") { $0.setStatus("!!str accepted") },
    Forgery("a merge key", "invalid-front-matter") {
      try $0.replace("\nstatus: review", with: "\n<<: {status: accepted}")
    },
    Forgery("a list of statuses", "invalid-value missing-field") {
      $0.setStatus("[review, accepted]")
    },
    Forgery("no status", "missing-field") { try $0.replace("\nstatus: review", with: "") },
    Forgery("a second document", "invalid-front-matter") {
      try $0.replace("\naccount:", with: "\n...\nstatus: accepted\naccount:")
    },
    Forgery("started at once", "missing-approval", from: prospect) { $0.setStatus("started") },
    Forgery("done at once", "missing-approval", from: prospect) {
      $0.setStatus("done")
      $0.text = $0.text.replacing("status: planned", with: "status: done")
    },
    Forgery("accepted by the sender", "missing-approval unqualified-status", by: "dana") {
      $0.setStatus("accepted")
    },
    Forgery(
      "accepted by one who has a say in neither", "missing-approval unqualified-status", by: "kit"
    ) { $0.setStatus("accepted") },
    Forgery("returned without a reason", "unqualified-status") { $0.setStatus("returned") },
    Forgery(
      "returned with the reasons of an earlier return", "unqualified-status", from: returnedBefore
    ) {
      $0.setStatus("returned")
    },
  ]

  /// A prospect, who needs the receiver's approval alone.
  private static let prospect: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.setField("type", "sdr-to-ae")
    brief.text = brief.text.replacing("\nfirst_milestone:\n", with: steps + "\nfirst_milestone:\n")
    for role in ["pricing", "legal"] { brief.approve(as: role, by: "lee") }
    return brief
  }()

  private static let returnedBefore: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.add(
      "returns",
      "  - id: B1\n    by: sam@northwind.example\n    at: 2026-07-01T08:00:00Z\n    reasons: [missing-context]\n    answer: It is there now.\n"
    )
    return brief
  }()
}
