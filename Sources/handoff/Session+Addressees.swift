internal import Briefs
internal import Diagnostics
internal import Mail
internal import Workspace

// Who writes and who is written to.
extension Session {
  /// Whoever is at work, as clients see them.
  func sender() throws -> MailAddress { try colleague(author()) }

  /// Whoever takes over; nil where the brief does not say.
  func receiver(of brief: Brief) throws -> MailAddress? {
    try brief.fields.string(.to).map { try colleague($0) }
  }

  /// One of us, with the name that the roster says.
  func colleague(_ address: String) throws -> MailAddress {
    let person = policy.person(address)
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try MailAddress(person?.email ?? address, name: person?.shownName ?? "")
    }
  }

  /// Those who were named, else the client's people; an introduction is for the receiver as well.
  func recipients(
    of brief: Brief, _ kind: EmailKind, named names: [String]
  ) throws -> [MailAddress] {
    var to = names.isEmpty ? try clients(of: brief) : try people(names, of: brief)
    if !to.isEmpty, to.allSatisfy({ policy.person($0.address) != nil }) {
      let names = to.map(\.address).joined(separator: ", ")
      throw CommandFailure(
        "\(names) is on the roster, and the summary is for the client", kind: .refused,
        hints: ["say whom of the client's people: --to ana@acme.example"])
    }
    let client = KnownClient(of: brief, by: policy)
    if kind != .call, !to.isEmpty, !to.contains(where: { client.includes($0.address) }) {
      throw CommandFailure.strangers(to, to: brief)
    }
    if kind == .introduction, let receiver = try receiver(of: brief),
      !to.contains(where: { $0.isSame(as: receiver.address) })
    {
      to.append(receiver)
    }
    return to
  }

  /// The client's people with an address: the stakeholders who are not on the roster.
  func clients(of brief: Brief) throws -> [MailAddress] {
    var clients: [MailAddress] = []
    for item in brief.standingItems(in: .stakeholders) {
      guard let address = item.string(.email), !policy.isColleague(address),
        !clients.contains(where: { $0.isSame(as: address) })
      else { continue }
      clients.append(try item.mailAddress(address))
    }
    return clients
  }

  /// Those whom somebody names, by address or as stakeholders; each once.
  func people(_ names: [String], of brief: Brief) throws -> [MailAddress] {
    var people: [MailAddress] = []
    for name in names {
      let person = try person(name, of: brief)
      if !people.contains(where: { $0.isSame(as: person.address) }) { people.append(person) }
    }
    return people
  }

  private func person(_ name: String, of brief: Brief) throws -> MailAddress {
    let stakeholders = brief.standingItems(in: .stakeholders)
    if let item = stakeholders.first(where: { $0.id == name }) {
      guard let address = item.string(.email) else {
        throw CommandFailure(
          "\(item.label) has no address",
          hints: ["give it one: handoff set \(brief.id ?? "BRIEF")/\(name) email ADDRESS"])
      }
      return try item.mailAddress(address)
    }
    let typed = try CommandFailure.catchingFault { () throws(MailFault) in
      try MailAddress(typed: name)
    }
    guard typed.name.isEmpty else {
      tellUnknown(typed, of: brief)
      return typed
    }
    let known = stakeholders.first { $0.string(.email).map { typed.isSame(as: $0) } ?? false }
    if let known { return try known.mailAddress(typed.address) }
    tellUnknown(typed, of: brief)
    let colleague = policy.person(typed.address)?.shownName ?? ""
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try MailAddress(typed.address, name: colleague)
    }
  }
}

extension Session {
  /// Says that an address is nobody's whom the brief or the roster knows, nor at the host of one.
  private func tellUnknown(_ typed: MailAddress, of brief: Brief) {
    let known = brief.standingItems(in: .stakeholders).compactMap { $0.string(.email) }
    guard !policy.isColleague(typed.address),
      !known.contains(where: { $0.hostOfAddress == typed.address.hostOfAddress })
    else { return }
    let people = known + policy.people.map(\.email)
    let near = NearestName.of(typed.address.asciiLowercased, among: people)
    Console.say(
      "\(typed.address) is no stakeholder's address, nor at the host of one"
        + (near.map { "; did you mean \($0)?" } ?? ""))
  }
}

extension String {
  /// What stands behind the `@`, in small letters.
  fileprivate var hostOfAddress: [UInt8] {
    Array(asciiLowercased.utf8.split(separator: UInt8(ascii: "@")).last ?? [])
  }
}

extension CommandFailure {
  fileprivate static func strangers(_ people: [MailAddress], to brief: Brief) -> CommandFailure {
    let names = people.map(\.address)
    return CommandFailure(
      "\(names.joined(separator: ", ")): no stakeholder's address, nor at the host of one",
      kind: .refused,
      hints: [
        "add them first: handoff add \((brief.id ?? "BRIEF").shellWord) stakeholder \"NAME\" "
          + "--role \"…\" --email \((names.first ?? "ADDRESS").shellWord)"
      ])
  }
}

extension MailAddress {
  /// Whether it is the same address; only ASCII letter case is folded.
  func isSame(as other: String) -> Bool {
    address.asciiLowercased.utf8.elementsEqual(other.asciiLowercased.utf8)
  }
}

extension Item {
  fileprivate func mailAddress(_ address: String) throws -> MailAddress {
    let name = string(.name).flatMap { $0.isBlank ? nil : $0 } ?? ""
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try MailAddress(address, name: name)
    }
  }
}

extension Person {
  /// The name for a header; the roster may have none.
  fileprivate var shownName: String { name.isBlank ? "" : name }
}

extension Policy {
  /// Whether an address is that of somebody of the roster.
  func isColleague(_ address: String) -> Bool { person(address) != nil }
}
