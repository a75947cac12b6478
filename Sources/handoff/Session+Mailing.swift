internal import Briefs
internal import Diagnostics
internal import Mail
internal import Workspace

// What the commands of the summary email share.
extension Session {
  /// The words of a brief for its client; refused where there are none yet.
  func content(
    of brief: Brief, as kind: EmailKind, includesTerms: Bool, name: String
  ) throws -> SummaryContent {
    let content = SummaryContent(of: brief, kind: kind.content, includesTerms: includesTerms)
    guard !content.sections.isEmpty else {
      throw CommandFailure(
        "the summary of \(name) says nothing yet", kind: .refused,
        hints: [
          "write it below the front-matter, under its headings: handoff checklist "
            + name.shellWord
        ])
    }
    return content
  }

  /// A summary with the words around it, as those who get it read it.
  func email(
    _ content: SummaryContent, of brief: Brief, as kind: EmailKind, to clients: [MailAddress]
  ) throws -> SummaryEmail {
    let template = try template(kind.template)
    let receiver = try receiver(of: brief)
    guard kind != .introduction || receiver != nil else {
      throw CommandFailure(
        "nobody is named who takes over", kind: .refused,
        hints: ["say who: handoff set \((brief.id ?? "BRIEF").shellWord) to ADDRESS"])
    }
    let fields = EmailFields(
      of: brief, clients: clients.filter { !policy.isColleague($0.address) },
      sender: try sender(), receiver: receiver)
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try SummaryEmail(content, in: template, with: fields)
    }
  }

  /// The team's template where it has one, else ours; a broken one is never passed over.
  func template(_ name: EmailTemplate.Name) throws -> EmailTemplate {
    let path = Array(name.path.utf8)
    guard tree.exists(path) else { return .builtIn(name) }
    guard let bytes = tree.bytes(of: name.path),
      let source = String(validating: bytes, as: UTF8.self)
    else {
      throw CommandFailure(
        "\(name.path) cannot be read: it is no plain file with UTF-8 text",
        hints: ["mend it, or remove it to use the built-in words"])
    }
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try EmailTemplate(name, source)
    }
  }

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
    guard typed.name.isEmpty else { return typed }
    let known = stakeholders.first { $0.string(.email).map { typed.isSame(as: $0) } ?? false }
    if let known { return try known.mailAddress(typed.address) }
    let colleague = policy.person(typed.address)?.shownName ?? ""
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try MailAddress(typed.address, name: colleague)
    }
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

extension CommandFailure {
  init(_ fault: MailFault) {
    self.init(fault.message, kind: .refused, hints: [fault.help])
  }

  /// Does work on a message; what it cannot hold is told as a failure of the command.
  static func catchingFault<Result>(
    _ work: () throws(MailFault) -> Result
  ) throws(CommandFailure) -> Result {
    do {
      return try work()
    } catch {
      throw CommandFailure(error)
    }
  }
}
