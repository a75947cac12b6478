import TestSupport

extension Forgery {
  /// What is changed in `handoff.yaml`, with the acceptance or before it.
  static let policies = [
    Forgery(
      "give oneself a role and use it", "unauthorised-policy unqualified-approver",
      by: "sam", from: unreviewed,
      inRepository: { gated in
        try gated.editRoster(
          "name: Sam Park\n    roles: [receiving]",
          with: "name: Sam Park\n    roles: [receiving, legal]")
        try gated.edit { $0.approve(as: "legal", by: "sam") }
      }),
    Forgery(
      "give oneself a role, to use it later", "unauthorised-policy",
      inRepository: {
        try $0.editRoster(
          "name: Sam Park\n    roles: [receiving]",
          with: "name: Sam Park\n    roles: [receiving, sales]")
      }),
    Forgery(
      "make oneself a stand-in",
      "missing-approval unauthorised-policy unqualified-approver unqualified-status", by: "kit",
      inRepository: { gated in
        try gated.editRoster(
          "[noor@northwind.example]", with: "[noor@northwind.example, kit@northwind.example]")
        try gated.edit {
          $0.approve(as: "receiving", by: "kit")
          $0.setStatus("accepted")
        }
      }),
    Forgery(
      "make one's address the receiver's",
      "unauthorised-policy unproven-approval unqualified-status", by: "eve",
      inRepository: { gated in
        try gated.editRoster(
          "name: Sam Park\n", with: "name: Sam Park\n    also: [eve@northwind.example]\n")
        try gated.edit {
          $0.approve(as: "receiving", by: "sam")
          $0.setStatus("accepted")
        }
      }),
    Forgery(
      "make one's address the receiver's, as the keeper of the policy",
      "unproven-approval unqualified-status", by: "dana",
      inRepository: { gated in
        try gated.editRoster("    also: [dana.lee@northwind.example]\n", with: "")
        try gated.editRoster(
          "name: Sam Park\n", with: "name: Sam Park\n    also: [dana.lee@northwind.example]\n")
        gated.work(as: "dana.lee")
        try gated.edit {
          $0.approve(as: "receiving", by: "sam")
          $0.setStatus("accepted")
        }
      }),
    Forgery(
      "come back after leaving", "unauthorised-policy unqualified-approver",
      by: "amy", from: .inReview,
      inRepository: { gated in
        try gated.editRoster("    until: 2026-06-01\n", with: "")
        try gated.edit { $0.approve(as: "sales", by: "amy") }
      }),
    Forgery(
      "no more signatures from this commit on", "unproven-approval", by: "dana", from: .inReview,
      roster: AcceptableBrief.strictRoster,
      inRepository: { gated in
        try gated.editRoster("required", with: "optional")
        try gated.edit { $0.approve(as: "sales", by: "dana") }
      }),
    Forgery(
      "no more signatures, by somebody who may not", "unauthorised-policy",
      roster: AcceptableBrief.strictRoster,
      inRepository: {
        try $0.editRoster("required", with: "optional")
      }),
    Forgery(
      "a brief said to be taken over, in the same commit",
      "missing-approval unqualified-status unreviewed-term", by: "lee",
      inRepository: { gated in
        try gated.repository.write(
          "handoff.yaml", AcceptableBrief.roster + takenOver("acme-delivery"))
        var brief = AcceptableBrief.inReview
        try brief.replace("handoff: acme-onboarding", with: "handoff: acme-delivery")
        brief.setStatus("accepted")
        try gated.repository.write("handoffs/acme/acme-delivery.md", brief.text)
      }),
    Forgery(
      "a brief said to be taken over that was there before", "missing-approval unreviewed-term",
      from: .inReview, roster: AcceptableBrief.roster + takenOver("acme-onboarding")
    ) {
      $0.setStatus("accepted")
    },
    Forgery(
      "a weaker rule", "invalid-policy", by: "lee",
      inRepository: {
        try $0.repository.write(
          "handoff.yaml",
          AcceptableBrief.roster + "policy:\n  severity:\n    missing-approval: warning\n")
      }),
    Forgery(
      "two people with one key", "invalid-policy", by: "lee",
      inRepository: {
        try $0.editRoster(
          "name: Kit Roe\n", with: "name: Kit Roe\n    keys:\n      - \(AcceptableBrief.key)\n")
      }),
    Forgery(
      "one address for two people", "invalid-policy", by: "lee",
      inRepository: {
        try $0.editRoster(
          "name: Kit Roe\n", with: "name: Kit Roe\n    also: [sam@northwind.example]\n")
      }),
    Forgery(
      "an address that looks like the receiver's", "invalid-policy", by: "lee",
      inRepository: {
        try $0.repository.write(
          "handoff.yaml",
          AcceptableBrief.roster
            + "  - email: s\u{430}m@northwind.example\n    roles: [receiving]\n")
      }),
    Forgery(
      "the receiver's address in capitals for another", "invalid-policy", by: "lee",
      inRepository: {
        try $0.repository.write(
          "handoff.yaml",
          AcceptableBrief.roster + "  - email: SAM@northwind.example\n    roles: [receiving]\n")
      }),
    Forgery(
      "an agent's approval asked for instead of a person's", "invalid-policy", by: "lee",
      inRepository: {
        try $0.repository.write(
          "handoff.yaml",
          AcceptableBrief.roster + "types:\n  sales-to-implementation:\n    approvals: [agent]\n")
      }),
    Forgery(
      "no policy at all", "missing-approval unauthorised-policy",
      inRepository: { gated in
        try gated.repository.git("rm", "-q", "handoff.yaml")
        try gated.edit { $0.setStatus("accepted") }
      }),
    Forgery(
      "briefs elsewhere", "dropped-brief unauthorised-policy",
      inRepository: { gated in
        try gated.repository.write(
          "handoff.yaml", "briefs: elsewhere/**/*.md\n" + AcceptableBrief.roster)
        try gated.edit { $0.setStatus("accepted") }
      }),
  ]

  private static func takenOver(_ id: String) -> String {
    """
    imported:
      - id: \(id)
        status: accepted
        by: lee@northwind.example
        on: 2026-07-01

    """
  }

  private static let unreviewed: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.approve(as: "sales", by: "dana")
    return brief
  }()
}
