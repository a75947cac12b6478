internal import Diagnostics

// The words under `roles:`. A team may name roles of its own, but not by a slip of the pen.
extension PolicyReader {
  mutating func checkRoles(of root: PolicySection, _ types: [String: BriefType]) {
    let known =
      [Person.sales, Person.receiving, Person.policyRole, Person.agent] + Catalogue.termKinds
      + types.keys.sorted().flatMap { types[$0]?.approvals ?? [] }
    guard case .sequence(let people) = root.node("people") else { return }
    for case .mapping(let person) in people.items {
      for entry in person.entries where entry.key.text.utf8.elementsEqual("roles".utf8) {
        for role in entry.value.scalars where !known.contains(role.text) {
          guard Identifiers.isName(role.text), let near = NearestName.of(role.text, among: known)
          else { continue }
          findings.append(.misspeltRole(role, near))
        }
      }
    }
  }
}

extension YAMLNode {
  /// The text, or the texts of a list.
  fileprivate var scalars: [YAMLScalar] {
    switch self {
    case .scalar(let scalar): [scalar]
    case .sequence(let sequence): sequence.items.flatMap(\.scalars)
    case .mapping: []
    }
  }
}

extension Finding {
  fileprivate static func misspeltRole(_ role: YAMLScalar, _ near: String) -> Finding {
    invalidPolicy(
      "nothing asks for the role “\(role.text)”", help: "did you mean `\(near)`?", role.span)
  }
}
