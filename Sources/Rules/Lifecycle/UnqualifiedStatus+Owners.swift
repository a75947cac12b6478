internal import Briefs
internal import Diagnostics

// Sender and receiver are made by those whose handoff it is, and nobody makes themselves one.
extension UnqualifiedStatus {
  /// Senders and receivers who were made so by somebody who may not, or by themselves.
  func ownersTaken(by author: String, _ subject: Subject) -> [Finding] {
    if subject.previous.isEmpty { return [] }
    let versions = subject.versionsWithSay
    let isOpen = versions.allSatisfy { $0.status == .draft && $0.approvals.isEmpty }
    if isOpen, subject.brief.status == .draft { return [] }
    let isDraft = versions.allSatisfy { $0.status == .draft }
    let mayName =
      isDraft || isSender(author, subject) || isReceiver(author, subject)
      || subject.policy.holds(author, Person.policyRole, on: subject.latestDay)
    return [FieldName.from, .to].compactMap { name in
      guard let owner = subject.brief.fields[name], subject.isNew(owner.string, as: name),
        !mayName || isSelfMade(owner.string, name, author, subject)
      else { return nil }
      return .ownerTaken(owner, name, author, subject)
    }
  }

  /// Whether the author names themselves, to approve what was somebody else's to approve.
  private func isSelfMade(
    _ owner: String, _ name: FieldName, _ author: String, _ subject: Subject
  ) -> Bool {
    guard subject.policy.isSamePerson(owner, author) else { return false }
    if name == .to { return !isReceiver(author, subject) }
    return ([subject.brief] + subject.previous).contains { $0.type == BriefType.ownerChangeName }
  }
}

extension Subject {
  /// Who hands over, or takes over, as the versions before say; as a new brief says itself.
  func names(of owner: FieldName) -> [String] {
    (previous.isEmpty ? [brief] : versionsWithSay).compactMap { $0.fields.string(owner) }
  }

  /// Whether no version before names the person there.
  fileprivate func isNew(_ owner: String, as name: FieldName) -> Bool {
    !names(of: name).contains { policy.isSamePerson($0, owner) }
  }
}

extension Finding {
  fileprivate static func ownerTaken(
    _ owner: Text, _ name: FieldName, _ author: String, _ subject: Subject
  ) -> Finding {
    let person = subject.label(of: owner.string)
    let isOwn = subject.policy.isSamePerson(owner.string, author)
    let role = name == .to ? "the receiver" : "the sender"
    let sender = subject.previous.first?.fields.string(.from).map { subject.label(of: $0) }
    let receiver = subject.previous.first?.fields.string(.to).map { subject.label(of: $0) }
    let who = [sender, receiver].compactMap { $0 }.joined(separator: " or ")
    return Finding(
      rule: UnqualifiedStatus.documentation.id, span: owner.span,
      message: "\(subject.label(of: author)) makes \(isOwn ? "themselves" : person) \(role) of "
        + "\(subject.name), which is for the sender or the receiver to do"
        + (isOwn ? ", and for nobody to do for themselves" : ""),
      help: "take the line back, and let \(who.isEmpty ? "a policy person" : who) write "
        + "`\(name.rawValue): \(owner.string.shortened(to: 60))`")
  }
}
