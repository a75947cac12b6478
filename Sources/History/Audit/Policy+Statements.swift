internal import Briefs
internal import Diagnostics

extension Policy {
  /// Whether something is still so that a change of the file made so.
  func keepsWhatChanged(from before: Policy, to after: Policy) -> Bool {
    let (present, before, after) = (statements, before.statements, after.statements)
    return Set(before.keys).union(after.keys).contains { place in
      before[place] != after[place] && present[place] == after[place]
    }
  }

  /// What the file says, by its place; order and layout do not matter.
  private var statements: [[String]: String] {
    var statements: [[String]: String] = [:]
    YAMLParser.parse(source.bytes, in: source.bytes.indices).root?
      .collect(into: &statements, at: [])
    return statements
  }
}

extension YAMLNode {
  fileprivate func collect(into statements: inout [[String]: String], at place: [String]) {
    switch self {
    case .scalar(let scalar): statements[place] = scalar.text
    case .mapping(let mapping):
      for entry in mapping.entries {
        entry.value.collect(into: &statements, at: place + [entry.key.text])
      }
    case .sequence(let sequence):
      for item in sequence.items {
        if case .scalar(let scalar) = item {
          statements[place + [scalar.text]] = ""
        } else {
          item.collect(into: &statements, at: place + [item.name])
        }
      }
    }
  }

  /// What tells an entry of a list from the others: what stands first in it, as `email` of a person.
  private var name: String {
    guard case .mapping(let mapping) = self, case .scalar(let first)? = mapping.entries.first?.value
    else { return "" }
    return first.text
  }
}
