/// Somebody of the roster.
package struct Person: Sendable, Hashable {
  /// The address that names the person.
  package let email: String

  /// The person's name.
  package let name: String

  /// What the person may do.
  package let roles: Set<String>

  /// The team that figures are counted for.
  package let team: String?

  /// Further addresses of the same person.
  package let also: [String]

  /// Who acts while the person is away, by address.
  package let standIns: [String]

  /// The public keys that approvals are signed with.
  package let keys: [PublicKey]

  /// Keys that verify what was signed before and sign nothing new.
  package let oldKeys: [PublicKey]

  /// The first day on which the person is no longer there.
  package let until: CalendarDate?

  package init(
    email: String, name: String = "", roles: Set<String> = [], team: String? = nil,
    also: [String] = [], standIns: [String] = [], keys: [PublicKey] = [],
    oldKeys: [PublicKey] = [], until: CalendarDate? = nil
  ) {
    self.email = email
    self.name = name
    self.roles = roles
    self.team = team
    self.also = also
    self.standIns = standIns
    self.keys = keys
    self.oldKeys = oldKeys
    self.until = until
  }

  /// Whether the person is still there on the day.
  package func isActive(on day: CalendarDate) -> Bool {
    guard let until else { return true }
    return day < until
  }

  /// How sentences call the person: by name where the roster says one.
  package var label: String { name.isBlank ? email : name }

  /// The role that submits, and approves as the sender.
  package static let sales = "sales"

  /// The role that takes over.
  package static let receiving = "receiving"

  /// The role that changes the policy and grants waivers.
  package static let policyRole = "policy"

  /// The role of a program, which never approves.
  package static let agent = "agent"
}
