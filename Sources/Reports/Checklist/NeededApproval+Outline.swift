internal import Briefs
internal import Diagnostics

extension BriefOutline {
  /// The approvals that a brief needs; nil where it needs none.
  static func group(of approvals: [NeededApproval], for name: String) -> Group? {
    guard !approvals.isEmpty else { return nil }
    return Group(
      title: "Approvals",
      entries: approvals.map { approval in
        Entry(
          name: approval.role, text: approval.sentence,
          details: approval.nextStep(for: name), isWithdrawn: false)
      })
  }
}

extension NeededApproval {
  /// Where it stands, as people say it.
  fileprivate var sentence: String {
    let giver = approval.map { "\($0.by) on \($0.item.string(.at) ?? "?")" } ?? ""
    return switch standing {
    case .missing: "missing"
    case .unqualified: "does not count: given by \(giver), who may not"
    case .stale: "stale: the words changed since \(giver)"
    case .current: "given by \(giver)" + (approval?.isSigned == true ? ", signed" : "")
    }
  }

  fileprivate func nextStep(for name: String) -> [String] {
    if isGiven { return [] }
    if let impediment { return ["→ \(impediment)"] }
    let who = approvers.isEmpty ? "somebody with the role" : approvers.joined(separator: " or ")
    let command =
      isAcceptance
      ? "handoff accept \(name.shellWord)"
      : "handoff approve \(name.shellWord) --role \(role.shellWord)"
    return ["→ \(who): `\(command)`"]
  }

  var json: JSONValue {
    [
      "role": .string(role), "state": .string(state), "by": .optional(approval?.by),
      "at": .optional(approval?.item.string(.at)),
      "approvers": .array(approvers.map { .string($0) }),
    ]
  }
}
