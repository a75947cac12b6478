internal import Diagnostics

// What stands below `people:`.
extension PolicyReader {
  mutating func people(of root: PolicySection) -> [Person] {
    var entries: [(section: PolicySection, person: Person)] = []
    for section in sections("people", of: root, keys: PolicyReader.personKeys) {
      if let person = person(section) { entries.append((section, person)) }
    }
    let people = entries.map(\.person)
    checkAddresses(of: entries.map(\.section))
    checkStandIns(of: entries.map(\.section), people)
    checkKeys(of: entries.map(\.section))
    if !people.isEmpty, !people.contains(where: \.keepsThePolicy), let entry = root.entry("people")
    {
      findings.append(.nobodyKeepsThePolicy(entry.key.span))
    }
    return people
  }

  private static let personKeys = [
    "email", "name", "roles", "team", "also", "stand_ins", "keys", "old_keys", "until",
  ]

  private mutating func person(_ section: PolicySection) -> Person? {
    let email = required("email", of: section, as: .field(.address))
    let name = value("name", of: section, as: .field(.freeText))
    let roles = values("roles", of: section, as: .name) ?? []
    let team = value("team", of: section, as: .field(.word))
    let also = values("also", of: section, as: .field(.address)) ?? []
    let standIns = values("stand_ins", of: section, as: .field(.address)) ?? []
    let keys = values("keys", of: section, as: .key) ?? []
    let oldKeys = values("old_keys", of: section, as: .key) ?? []
    let until = value("until", of: section, as: .field(.date))
    guard let email else { return nil }
    // Somebody whose last day cannot be read is taken as gone: nothing may follow from a typo.
    let isUntilUnreadable = section.node("until") != nil && until == nil
    return Person(
      email: email.text, name: name?.text ?? "", roles: Set(roles.map(\.text)), team: team?.text,
      also: also.map(\.text), standIns: standIns.map(\.text),
      keys: keys.compactMap { PublicKey($0.text) },
      oldKeys: oldKeys.compactMap { PublicKey($0.text) },
      until: isUntilUnreadable
        ? CalendarDate(dayNumber: 0) : until.flatMap { CalendarDate($0.text) })
  }

  /// An address belongs to one person and stands once.
  private mutating func checkAddresses(of sections: [PolicySection]) {
    var seen: Set<String> = []
    for section in sections {
      for address in section.scalars("email") + section.scalars("also")
      where !seen.insert(address.text.asciiLowercased).inserted {
        findings.append(.addressTwice(address))
      }
    }
  }

  private mutating func checkStandIns(of sections: [PolicySection], _ people: [Person]) {
    for (section, person) in zip(sections, people) {
      for standIn in section.scalars("stand_ins") where person.standIns.contains(standIn.text) {
        if ([person.email] + person.also).contains(standIn.text) {
          findings.append(.ownStandIn(standIn))
        }
      }
    }
  }

  /// A key proves one person, and is either in use or replaced.
  private mutating func checkKeys(of sections: [PolicySection]) {
    var seen: Set<String> = []
    for section in sections {
      for line in section.scalars("keys") + section.scalars("old_keys") {
        if let key = PublicKey(line.text), !seen.insert(key.line).inserted {
          findings.append(.keyTwice(line))
        }
      }
    }
  }
}

extension PolicySection {
  /// The texts below a key, whatever their form.
  fileprivate func scalars(_ key: String) -> [YAMLScalar] {
    let nodes: [YAMLNode] =
      switch node(key) {
      case .none, .mapping: []
      case .scalar(let scalar): [.scalar(scalar)]
      case .sequence(let sequence): sequence.items
      }
    return nodes.compactMap { node in
      if case .scalar(let scalar) = node { return scalar }
      return nil
    }
  }
}

extension Person {
  /// Whether the person may change the policy and no end of it is in sight.
  package var keepsThePolicy: Bool {
    roles.contains(Person.policyRole) && !roles.contains(Person.agent) && until == nil
  }
}

extension Finding {
  fileprivate static func addressTwice(_ address: YAMLScalar) -> Finding {
    invalidPolicy(
      "\(address.text) stands on the roster twice, and an address belongs to one person",
      help: "delete one of the two", address.span)
  }

  fileprivate static func ownStandIn(_ address: YAMLScalar) -> Finding {
    invalidPolicy(
      "\(address.text) cannot stand in for themselves", help: "delete the address here",
      address.span)
  }

  fileprivate static func keyTwice(_ line: YAMLScalar) -> Finding {
    invalidPolicy(
      "this key stands on the roster twice, and a key proves one person",
      help: "delete one of the two; each person signs with a key of their own", line.span)
  }

  fileprivate static func nobodyKeepsThePolicy(_ span: Range<Int>) -> Finding {
    invalidPolicy(
      "nobody on the roster has the role policy for good, so nobody could change this file",
      help: "give one person `roles: [policy]`, without `until:`", span)
  }
}
