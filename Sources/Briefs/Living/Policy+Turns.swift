// Whose turn it is to move a brief.
extension Policy {
  /// Whether somebody may submit and cancel a brief: its sender, or anybody with the role sales.
  package func mayHandOver(_ brief: Brief, _ address: String, on day: CalendarDate) -> Bool {
    mayHandOver(from: [brief.fields.string(.from)].compactMap { $0 }, address, on: day)
  }

  /// The same of one of several senders, as versions of a brief name them.
  package func mayHandOver(
    from senders: [String], _ address: String, on day: CalendarDate
  ) -> Bool {
    guard let person = person(address), person.isActive(on: day) else { return false }
    return senders.contains { isSamePerson($0, address) } || person.roles.contains(Person.sales)
  }

  /// Whether somebody may accept, return, start and finish a brief: its receiver or a stand-in.
  package func mayTakeOver(_ brief: Brief, _ address: String, on day: CalendarDate) -> Bool {
    brief.fields.string(.to).map { mayActAs($0, address, on: day) } ?? false
  }
}
