package import Briefs
internal import Diagnostics

extension Subject {
  /// How sentences call whoever has an address.
  func label(of address: String) -> String { policy.person(address)?.label ?? address }

  /// What is typed to approve the words as they are.
  func approveCommand(_ role: String) -> String {
    role == Person.receiving && wasOpen
      ? "`handoff accept \(commandName)`"
      : "`handoff approve \(commandName) --role \(role.shortened(to: 40).shellWord)`"
  }

  /// Whether the version before was not accepted yet.
  var wasOpen: Bool { previous.first?.status.map { !$0.isAcceptedOrLater } ?? false }

  /// Who gives an approval, as sentences call them.
  func approvers(for role: String) -> String {
    let people = policy.approvers(for: role, of: brief, on: day)
    return people.isEmpty
      ? "somebody with the role \(role)" : people.prefix(3).joined(separator: " or ")
  }

  /// Where a finding on the state of the brief points.
  var statusSpan: Range<Int> { brief.fields[.status]?.span ?? brief.anchor }
}

extension Disqualification {
  /// Why the approval does not count, behind “… approves as sales, but”.
  package func reason(as role: String) -> String {
    switch self {
    case .notOnRoster: "is not on the roster"
    case .agent: "is an agent, and an agent never approves"
    case .left(let day): "left on \(day)"
    case .lacksRole: "does not have the role \(role)"
    case .notReceiver: "is neither the receiver nor a stand-in of the receiver"
    case .notOldOwner: "is not the owner who hands over"
    }
  }
}
