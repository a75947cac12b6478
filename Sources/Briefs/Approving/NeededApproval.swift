/// A role whose approval a brief needs: where it stands, and who can give it.
package struct NeededApproval: Sendable {
  /// The role, such as `pricing`.
  package let role: String

  /// Where its approval stands.
  package let standing: ApprovalStanding

  /// The names of those who can give it; empty where nobody on the roster can.
  package let approvers: [String]

  /// Whether it is given by taking the brief over.
  package let isAcceptance: Bool

  /// Why nobody on the roster can give it, and what to do; nil where somebody can.
  package let impediment: String?

  /// The newest approval on record, whether it holds or not.
  package var approval: Approval? {
    switch standing {
    case .missing: nil
    case .unqualified(let approval, _), .stale(let approval), .current(let approval): approval
    }
  }

  /// Whether it is there, by somebody who may give it, for the words as they are.
  package var isGiven: Bool {
    if case .current = standing { return true }
    return false
  }

  /// Where it stands in one word: `missing`, `void`, `stale` or `given`.
  package var state: String {
    switch standing {
    case .missing: "missing"
    case .unqualified: "void"
    case .stale: "stale"
    case .current: "given"
    }
  }
}

extension Policy {
  /// The approvals that a brief needs to be accepted, in the order of its type.
  package func neededApprovals(of brief: Brief, on day: CalendarDate) -> [NeededApproval] {
    neededRoles(of: brief, on: day).map { role in
      NeededApproval(
        role: role, standing: standing(of: role, in: brief),
        approvers: approvers(for: role, of: brief, on: day),
        isAcceptance: role == Person.receiving && !(brief.status?.isAcceptedOrLater ?? false),
        impediment: impediment(to: role, of: brief, on: day))
    }
  }

  /// The names of those who can approve a brief in a role: the owner that it names, else the
  /// roster's people with the role who may give it beside what they approved already.
  package func approvers(for role: String, of brief: Brief, on day: CalendarDate) -> [String] {
    let addresses = approverAddresses(for: role, of: brief, on: day)
    let names = addresses.map { person($0)?.label ?? $0 }
    // Stand-ins are named where the receiver may not do it themselves.
    return role == Person.receiving ? Array(names.prefix(1)) : names
  }
}
