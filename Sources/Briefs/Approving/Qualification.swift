/// Why a person's approval does not count for a role.
package enum Disqualification: Sendable, Equatable {
  case notOnRoster

  /// An agent never approves.
  case agent

  /// The person had left by the day of the approval.
  case left(CalendarDate)
  case lacksRole

  /// The receiving approval is that of `to` or of a stand-in.
  case notReceiver

  /// The sales approval of an `owner-change` is the old owner's.
  case notOldOwner
}

extension Policy {
  /// Why an approval's author may not give it for the brief; nil where they may.
  ///
  /// Who approves for the receiver or the old owner is named by the brief, for the other roles by
  /// the roster. Somebody's leaving later takes nothing back.
  package func disqualification(of approval: Approval, in brief: Brief) -> Disqualification? {
    disqualification(of: approval.by, approving: brief, as: approval.role, on: approval.at?.date)
  }

  /// Why somebody may not approve a brief in a role; nil where they may.
  package func disqualification(
    of address: String, approving brief: Brief, as role: String, on day: CalendarDate?
  ) -> Disqualification? {
    guard let person = person(address) else { return .notOnRoster }
    if person.roles.contains(Person.agent) { return .agent }
    if let until = person.until, let day, day >= until { return .left(until) }
    if role == Person.receiving {
      guard let receiver = brief.fields.string(.to), isReceiver(receiver, person) else {
        return .notReceiver
      }
      return nil
    }
    if role == Person.sales, brief.type == BriefType.ownerChangeName {
      let isOldOwner = brief.fields.string(.from).map { isSamePerson($0, address) } ?? false
      return isOldOwner ? nil : .notOldOwner
    }
    return person.roles.contains(role) ? nil : .lacksRole
  }

  private func isReceiver(_ receiver: String, _ person: Person) -> Bool {
    isSamePerson(receiver, person.email)
      || self.person(receiver)?.standIns.contains { isSamePerson($0, person.email) } ?? false
  }
}

/// Where one role's approval of a brief stands.
package enum ApprovalStanding: Sendable {
  case missing
  case unqualified(Approval, Disqualification)
  case stale(Approval)

  /// Given by somebody who may, for the words as they are; whether it is proven, history knows.
  case current(Approval)
}

extension Policy {
  /// Where the approval of a role stands in a brief.
  package func standing(of role: String, in brief: Brief) -> ApprovalStanding {
    guard let approval = brief.newestApproval(as: role) else { return .missing }
    if let disqualification = disqualification(of: approval, in: brief) {
      return .unqualified(approval, disqualification)
    }
    return brief.isCovered(by: approval) ? .current(approval) : .stale(approval)
  }

  /// The roles that must approve because of the brief's type, in its order.
  package func rolesOfType(of brief: Brief) -> [String] {
    brief.type.flatMap { types[$0] }?.approvals ?? []
  }

  /// The role that reviews a kind of custom term.
  ///
  /// It is the kind itself, or the receiver's where nobody has it and the kind is theirs to review;
  /// pricing and legal terms never are.
  package func reviewer(ofTermsOf kind: String, on day: CalendarDate) -> String {
    let isReceivers = ["scope", "implementation", "success-metric"].contains(kind)
    return isReceivers && people(with: kind, on: day).isEmpty ? Person.receiving : kind
  }

  /// Every role whose approval a brief needs to be accepted, each once.
  package func neededRoles(of brief: Brief, on day: CalendarDate) -> [String] {
    var roles = rolesOfType(of: brief)
    for term in brief.standingItems(in: .customTerms) {
      guard let kind = term.string(.kind) else { continue }
      let role = reviewer(ofTermsOf: kind, on: day)
      if !roles.contains(role) { roles.append(role) }
    }
    return roles
  }
}
