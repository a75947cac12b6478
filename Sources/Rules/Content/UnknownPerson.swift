internal import Briefs
package import Diagnostics

/// Whoever a brief names is on the roster and has not left.
package struct UnknownPerson: Rule {
  package static let documentation = RuleDocumentation(
    id: "unknown-person", category: .content, weight: .errorOnceSubmitted,
    summary: "Whoever a brief names is on the roster and has not left.",
    rationale: "A task of somebody who is not there is nobody's task.",
    remedy: "Correct the address, or have the person added under `people` in handoff.yaml.",
    accepts: [
      "from: dana.lee@northwind.example",
      "requirements:\n  - id: I1\n    text: ERP access\n    owner: ana@acme.example",
      "status: accepted\nfrom: kim@northwind.example",
      """
      risks:
        - id: R1
          text: No test system
          severity: low
          status: closed
          owner: kim@northwind.example
      """,
    ],
    rejects: [
      "from: ⟪dina@northwind.example⟫\nto: ⟪kim@northwind.example⟫",
      "requirements:\n  - id: I1\n    text: ERP access\n    owner: ⟪joe@acme.example⟫",
      "first_milestone:\n  text: Kickoff\n  owner: ⟪kim@northwind.example⟫\n  due: 2026-08-10",
      """
      support:
        - id: U1
          person: ⟪joe@northwind.example⟫
          kind: engineer
          role: SSO
          needed: The demo
          not_needed: Pricing
      """,
      """
      questions:
        - id: Q1
          text: Which SSO?
          by: ⟪joe@northwind.example⟫
          at: 2026-07-20T10:00:00Z
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    // Without a roster nobody can be missing from it.
    if subject.policy.people.isEmpty { return [] }
    var findings: [Finding] = []
    let clients = subject.brief.clientAddresses
    checkOwners(of: subject, &findings)
    for entry in subject.brief.blocks {
      let isOpen = entry.fields.string(.status) != "done"
      for field in entry.fields.all {
        check(field, of: nil, isOpen: isOpen, clients, subject, &findings)
      }
    }
    for item in subject.brief.items {
      // Who may approve and who may give a waiver is judged by rules of its own.
      if item.list == .approvals || item.list == .waivers { continue }
      let isOpen = item.isOpen
      for field in item.fields.all {
        check(field, of: item, isOpen: isOpen, clients, subject, &findings)
      }
    }
    return findings
  }

  /// The owners before and after; once both agreed, what the sender did stands.
  private func checkOwners(of subject: Subject, _ findings: inout [Finding]) {
    let fields = subject.brief.fields
    let status = subject.brief.status
    let isSealed = status?.isSealed ?? false
    if let from = fields[.from] {
      let mayHaveLeft = isSealed || status?.isAcceptedOrLater ?? false
      check(from, .from, of: nil, mayHaveLeft: mayHaveLeft, subject, &findings)
    }
    if let to = fields[.to] {
      check(to, .to, of: nil, mayHaveLeft: isSealed, subject, &findings)
    }
  }

  private func check(
    _ field: Field, of item: Item?, isOpen: Bool, _ clients: Set<[UInt8]>, _ subject: Subject,
    _ findings: inout [Finding]
  ) {
    guard let address = field.values.first, !field.isEmpty else { return }
    switch field.name {
    case .owner, .person:
      let mayHaveLeft = !isOpen || subject.brief.status?.isSealed ?? false
      if field.name == .owner, clients.contains(Array(address.string.asciiLowercased.utf8)) {
        return
      }
      check(address, field.name, of: item, mayHaveLeft: mayHaveLeft, subject, &findings)
    case .by where item?.list != .successCriteria && item?.list != .evidence,
      .adoptedBy, .answeredBy:
      check(address, field.name, of: item, mayHaveLeft: true, subject, &findings)
    case .by where item?.string(.kind) == "spoken":
      check(address, field.name, of: item, mayHaveLeft: true, subject, &findings)
    default: break
    }
  }

  private func check(
    _ address: Text, _ name: FieldName, of item: Item?, mayHaveLeft: Bool, _ subject: Subject,
    _ findings: inout [Finding]
  ) {
    let written = address.string
    if let person = subject.policy.person(written) {
      if mayHaveLeft || person.isActive(on: subject.day) { return }
      findings.append(.hasLeft(person, address, name, item))
    } else if Identifiers.isAddress(written, lowerCase: false) {
      let near = NearestName.of(written, among: subject.policy.people.map(\.email))
      findings.append(.unknown(address, name, item, near: near))
    }
  }
}

extension Item {
  /// Whether somebody still has to do something about it.
  fileprivate var isOpen: Bool {
    if isWithdrawn { return false }
    switch list {
    case .promises: return string(.state) ?? "open" == "open"
    case .risks: return string(.status) ?? "open" == "open"
    case .requirements: return string(.status) != "done"
    case .exclusions, .expectations, .customTerms, .stakeholders, .successCriteria, .objections,
      .sensitivities, .support, .questions, .evidence, .approvals, .returns, .emails, .incidents,
      .waivers, .leftBehind:
      return true
    }
  }
}

extension Brief {
  /// The addresses of those at the customer whom the brief names.
  fileprivate var clientAddresses: Set<[UInt8]> {
    var addresses: Set<[UInt8]> = []
    for item in items where item.list == .stakeholders {
      if let email = item.string(.email) { addresses.insert(Array(email.asciiLowercased.utf8)) }
    }
    return addresses
  }
}

extension Finding {
  private static let rule = UnknownPerson.documentation.id

  fileprivate static func unknown(
    _ address: Text, _ name: FieldName, _ item: Item?, near: String?
  ) -> Finding {
    let place = item.map { " of \($0.name)" } ?? ""
    return Finding(
      rule: rule, span: address.span, item: item?.id,
      message: "\(address.string.shortened(to: 60)) in `\(name.rawValue)`\(place) is not on the "
        + "roster",
      help: (near.map { "did you mean \($0)? Else have" } ?? "correct the address, or have")
        + " the person added under `people` in handoff.yaml"
        + (name == .owner ? ", or list them under `stakeholders` with `email`" : ""))
  }

  fileprivate static func hasLeft(
    _ person: Person, _ address: Text, _ name: FieldName, _ item: Item?
  ) -> Finding {
    let until = person.until.map { " on \($0)" } ?? ""
    let place = item.map { " of \($0.name)" } ?? ""
    let who = person.name.isEmpty ? person.email : person.name
    return Finding(
      rule: rule, span: address.span, item: item?.id,
      message: "\(who) in `\(name.rawValue)`\(place) left\(until)",
      help: "name somebody who is there")
  }
}
