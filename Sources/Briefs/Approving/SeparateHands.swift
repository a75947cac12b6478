internal import Diagnostics

// Which approvals of a brief must come from two people, and who is left to give each.
extension Policy {
  /// The approval on record that keeps somebody from giving one in a role as well.
  ///
  /// Who approved as sales neither takes over nor reviews custom terms. An approval that its author
  /// could not give has to be given anew anyway, and keeps nobody from anything.
  package func rival(
    of address: String, approving brief: Brief, as role: String
  ) -> Approval? {
    brief.newestApprovals.first { approval in
      Policy.takesTwoPeople(role, approval.role) && isSamePerson(approval.by, address)
        && disqualification(of: approval, in: brief) == nil
    }
  }

  /// Whether the approvals of two roles must come from two people.
  package static func takesTwoPeople(_ role: String, _ other: String) -> Bool {
    let second = [Person.receiving] + Catalogue.termKinds
    return role == Person.sales && second.contains(other)
      || other == Person.sales && second.contains(role)
  }

  /// The addresses of those who can give an approval and keep the others possible by it.
  package func approverAddresses(
    for role: String, of brief: Brief, on day: CalendarDate
  ) -> [String] {
    let free = qualifiedAddresses(for: role, of: brief, on: day)
      .filter { rival(of: $0, approving: brief, as: role) == nil }
    if role == Person.sales { return withoutOnlyReviewers(free, brief, day) }
    guard Policy.takesTwoPeople(role, Person.sales), isSalesOpen(brief) else { return free }
    let sellers = qualifiedAddresses(for: Person.sales, of: brief, on: day)
    if sellers.isEmpty { return free }
    let possible = free.filter { address in
      sellers.contains { !isSamePerson($0, address) }
    }
    // Whoever hands over is the one to approve as sales, where they can.
    let seller = brief.fields.string(.from) ?? ""
    guard sellers.contains(where: { isSamePerson($0, seller) }) else { return possible }
    let others = possible.filter { !isSamePerson($0, seller) }
    return others.isEmpty ? possible : others
  }

  /// Why nobody can give an approval, and what to do; nil where somebody can.
  package func impediment(
    to role: String, of brief: Brief, on day: CalendarDate
  ) -> String? {
    guard approverAddresses(for: role, of: brief, on: day).isEmpty else { return nil }
    let able = qualifiedAddresses(for: role, of: brief, on: day)
    guard let first = able.first else {
      if role == Person.receiving || role == Person.sales && isOwnerChange(brief) { return nil }
      return "nobody on the roster has the role \(role): \(policyKeepers(on: day)) gives it in "
        + Policy.fileName
    }
    let name = label(of: first)
    guard let rival = rival(of: first, approving: brief, as: role) else {
      return "only \(name) has the role \(role), and is to approve as sales: "
        + giveRole(role, on: day)
    }
    let words = "\(name) approved as \(rival.role), and it takes two people"
    return "\(words): \(wayOut(of: rival, for: role, of: brief, on: day))"
  }

  /// What to do where somebody may not give an approval because of another one of theirs.
  package func wayOut(
    of rival: Approval, for role: String, of brief: Brief, on day: CalendarDate
  ) -> String {
    let name = (brief.id ?? "BRIEF").shellWord
    let others = approverAddresses(for: role, of: brief, on: day)
    if !others.isEmpty {
      let verb =
        role == Person.receiving && !(brief.status?.isAcceptedOrLater ?? false)
        ? "accept \(name)" : "approve \(name) --role \(role)"
      return "\(labels(of: others)) can give it: handoff \(verb)"
    }
    let successors = qualifiedAddresses(for: rival.role, of: brief, on: day).filter {
      !isSamePerson($0, rival.by) && self.rival(of: $0, approving: brief, as: rival.role) == nil
    }
    guard !successors.isEmpty else { return giveRole(role, on: day) }
    return "first \(labels(of: successors)) approves as \(rival.role) in their place: "
      + "handoff approve \(name) --role \(rival.role)"
  }

  /// The names of those with some addresses, for a sentence.
  func labels(of addresses: [String]) -> String {
    addresses.prefix(3).map(label).joined(separator: " or ")
  }

  private func label(of address: String) -> String { person(address)?.label ?? address }

  private func giveRole(_ role: String, on day: CalendarDate) -> String {
    "\(policyKeepers(on: day)) gives somebody else the role \(role) in \(Policy.fileName)"
  }

  private func policyKeepers(on day: CalendarDate) -> String {
    let keepers = people(with: Person.policyRole, on: day).map(\.email)
    return keepers.isEmpty ? "a policy person" : labels(of: keepers)
  }

  /// Those who may give an approval, whatever else they approved.
  private func qualifiedAddresses(
    for role: String, of brief: Brief, on day: CalendarDate
  ) -> [String] {
    if role == Person.receiving {
      guard let to = brief.fields.string(.to) else { return [] }
      let standIns = person(to)?.standIns ?? []
      return [to] + standIns.filter { mayActAs(to, $0, on: day) }
    }
    if role == Person.sales, isOwnerChange(brief) {
      return [brief.fields.string(.from)].compactMap { $0 }
    }
    return people(with: role, on: day).filter { !$0.roles.contains(Person.agent) }.map(\.email)
  }

  private func isOwnerChange(_ brief: Brief) -> Bool {
    brief.type == BriefType.ownerChangeName
  }

  private func isSalesOpen(_ brief: Brief) -> Bool {
    guard rolesOfType(of: brief).contains(Person.sales) else { return false }
    if case .missing = standing(of: Person.sales, in: brief) { return true }
    if case .unqualified = standing(of: Person.sales, in: brief) { return true }
    return false
  }

  /// Without those who alone can review a kind of term that nobody has reviewed, where others can
  /// approve as sales.
  private func withoutOnlyReviewers(
    _ sellers: [String], _ brief: Brief, _ day: CalendarDate
  ) -> [String] {
    let open = neededRoles(of: brief, on: day).filter { role in
      Policy.takesTwoPeople(role, Person.sales) && brief.newestApproval(as: role) == nil
    }
    let others = sellers.filter { seller in
      !open.contains { role in
        let able = qualifiedAddresses(for: role, of: brief, on: day)
        return !able.isEmpty && able.allSatisfy { isSamePerson($0, seller) }
      }
    }
    return others.isEmpty ? sellers : others
  }
}
