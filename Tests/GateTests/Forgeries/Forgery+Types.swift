import TestSupport

extension Forgery {
  /// Another type, which needs fewer approvals.
  static let types = [
    Forgery("a type without approvals", "missing-approval", from: forAnyType) {
      $0.setField("type", "ae-to-support")
      $0.setStatus("accepted")
    },
    Forgery(
      "a type without approvals, to accept later", "missing-approval", by: "dana", from: forAnyType
    ) {
      $0.setField("type", "ae-to-support")
    },
    Forgery(
      "a type without approvals, once it is accepted", "missing-approval", by: "dana",
      from: acceptedOfAnyType
    ) {
      $0.setField("type", "ae-to-support")
    },
    Forgery("a type without the sender's approval", "missing-approval", from: forAnyType) {
      $0.setField("type", "sdr-to-ae")
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "a draft that becomes another type as it is accepted", "missing-approval",
      from: draftOfAnyType
    ) {
      $0.setField("type", "ae-to-support")
      $0.setStatus("accepted")
    },
    Forgery(
      "a type that is not the old owner's any more", "missing-approval", by: "kit",
      from: ownerChange
    ) {
      $0.setField("type", "sales-to-delivery")
    },
    Forgery("a type that there is not", "unknown-type") {
      $0.setField("type", "sales-to-nobody")
      $0.setStatus("accepted")
    },
    Forgery("no type", "missing-field") {
      try $0.replace("\ntype: sales-to-implementation", with: "")
      $0.setStatus("accepted")
    },
    Forgery(
      "a type of one's own without approvals", "unauthorised-policy unknown-type",
      inRepository: { gated in
        try gated.repository.write("handoff.yaml", AcceptableBrief.roster + lax("quick"))
        try gated.edit {
          $0.setField("type", "quick")
          $0.setStatus("accepted")
        }
      }),
    Forgery(
      "a type of the policy's keeper without approvals", "unknown-type unqualified-status",
      by: "lee",
      inRepository: { gated in
        try gated.repository.write("handoff.yaml", AcceptableBrief.roster + lax("quick"))
        try gated.edit {
          $0.setField("type", "quick")
          $0.setStatus("accepted")
        }
      }),
    Forgery(
      "the brief's type loosened as it is accepted", "missing-approval unqualified-status",
      by: "lee",
      inRepository: { gated in
        try gated.repository.write(
          "handoff.yaml", AcceptableBrief.roster + lax("sales-to-implementation"))
        try gated.edit { $0.setStatus("accepted") }
      }),
  ]

  private static func lax(_ type: String) -> String {
    "types:\n  \(type):\n    approvals: []\n    requires: [goal]\n"
  }

  /// A brief that has what every type requires, with the terms reviewed.
  private static let forAnyType: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    let support = """

      support:
        - id: U1
          person: noor@northwind.example
          kind: engineer
          role: Shows the report.
          needed: The demo.
          not_needed: The price.

      """
    brief.text = brief.text.replacing(
      "\nfirst_milestone:\n", with: steps + support + "\nfirst_milestone:\n")
    for role in ["pricing", "legal"] { brief.approve(as: role, by: "lee") }
    return brief
  }()

  private static let draftOfAnyType: AcceptableBrief = {
    var brief = forAnyType
    brief.setStatus("draft")
    return brief
  }()

  private static let acceptedOfAnyType: AcceptableBrief = {
    var brief = forAnyType
    brief.approve(as: "sales", by: "dana")
    brief.approve(as: "receiving", by: "sam")
    brief.setStatus("accepted")
    return brief
  }()

  private static let ownerChange: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.setField("type", "owner-change")
    return brief
  }()
}
