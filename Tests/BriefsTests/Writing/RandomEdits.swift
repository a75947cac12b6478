import Diagnostics
import TestSupport
import Testing

@testable import Briefs

/// A brief that random edits are made to, and what it should say after them.
struct RandomEdits {
  private(set) var editor: BriefEditor

  /// Every value by its place, such as `promises/0/text`.
  private(set) var expected: [String: [UInt8]]

  /// The text of all fields of the brief's own that were taken away.
  private(set) var removed = ""
  private var generator: SeededGenerator

  private static let beginnings = [
    "handoff: ab",
    "# Ours.\nhandoff: ab # the id\n\npromises:\n  # First.\n  - id: P1\n    text: a # c\n\n"
      + "  - b\n# After.\nexclusions: []\nx-own: {a: [b, 'c']}\n# End.",
    "'status': draft\nhandoff: \"ab\"\ngoal: |\n  a\n\n  b\nrisks:\n- id: R1\n  text: >-\n    a\n"
      + "    b\n- 'c'\nmeeting:\n    on: x\n    objective: \"a\n      b\"",
    "handoff:\tab\nafter:\n# c\n- a1\n- 'a2' # c\nevidence:\n    -   id: E1\n        text: a\n"
      + "          b\nobjections: none # c\nfirst_milestone:\n\nintroduction: # c",
  ]

  init(seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    let beginning = Self.beginnings[Int(seed % UInt64(Self.beginnings.count))]
    let ending = Bool.random(using: &generator) ? "\n" : "\r\n"
    let mark = Bool.random(using: &generator) ? "\u{FEFF}" : ""
    let source = SourceText(mark + file(beginning, lineEnding: ending))
    editor = try BriefEditor(try #require(Brief(reading: source)))
    expected = flattened(ValueTree(editor.root))
  }

  mutating func editOnce() throws {
    let lists = ItemList.allCases.filter { count(of: $0) > 0 }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: try set(in: .brief, at: "")
    case 1:
      let block = Block.allCases.randomElement(using: &generator) ?? .meeting
      try set(in: .block(block), at: block.rawValue + "/")
    case 2: try add(to: ItemList.allCases.randomElement(using: &generator) ?? .promises)
    default:
      guard let list = lists.randomElement(using: &generator) else { return }
      let index = Int.random(in: 0..<count(of: list), using: &generator)
      try change(index, of: list)
    }
  }

  private mutating func change(_ index: Int, of list: ItemList) throws {
    let place = FieldPlace.item(.position(index), in: list)
    let path = "\(list.rawValue)/\(index)/"
    if let words = expected.removeValue(forKey: "\(list.rawValue)/\(index)") {
      let hasIDs = Catalogue.fields(of: list).contains { $0.name == .id }
      try editor.identify(.position(index), in: list, as: "P-7K3F")
      expected[path + list.oneLineField.rawValue] = words
      if hasIDs { expected[path + "id"] = Array("P-7K3F".utf8) }
    } else {
      try set(in: place, at: path)
    }
  }

  private mutating func set(in place: FieldPlace, at path: String) throws {
    let specification = try #require(place.specifications.randomElement(using: &generator))
    let name = specification.name
    let own = path + name.rawValue
    let before = editor
    let keys = Set(expected.keys.filter { $0.hasPrefix(path) && $0 != path })
    let ownKeys = keys.filter { $0 == own || $0.hasPrefix(own + "/") }
    if Int.random(in: 0..<4, using: &generator) == 0, !ownKeys.isEmpty, keys.count > ownKeys.count {
      try editor.remove(name, from: place)
      for key in ownKeys { expected[key] = nil }
    } else {
      let value = value(of: specification)
      try editor.set(name, to: value, in: place)
      for key in ownKeys { expected[key] = nil }
      if !path.isEmpty { expected[String(path.dropLast())] = nil }
      expected.merge(flattened(value.tree, own)) { $1 }
    }
    let steps: [ValueTree.Step] = path.split(separator: "/").map { part in
      Int(part).map { .index($0) } ?? .key(String(part))
    }
    expectOnlyLines(of: name, at: steps, changedSince: before)
  }

  private mutating func add(to list: ItemList) throws {
    let index = count(of: list)
    var fields: [(FieldName, FieldValue)] = []
    for specification in Catalogue.fields(of: list).shuffled(using: &generator)
    where fields.isEmpty || Bool.random(using: &generator) {
      fields.append((specification.name, value(of: specification)))
    }
    try editor.add(fields, to: list)
    expected[list.rawValue] = nil
    for (name, value) in fields {
      expected.merge(flattened(value.tree, "\(list.rawValue)/\(index)/\(name.rawValue)")) { $1 }
    }
  }

  private mutating func value(of specification: FieldSpecification) -> FieldValue {
    guard specification.count == .many else { return .text(NastyText.any(&generator)) }
    return .words(
      (0..<Int.random(in: 0...3, using: &generator)).map { _ in NastyText.any(&generator) })
  }

  private func count(of list: ItemList) -> Int {
    guard case .sequence(let sequence)? = editor.root.entry(list.rawValue)?.value else { return 0 }
    return sequence.items.count
  }

  /// Expects that a field that was there changed within its lines, and a new one only added lines.
  private mutating func expectOnlyLines(
    of name: FieldName, at path: [ValueTree.Step], changedSince before: BriefEditor
  ) {
    let (old, new) = (before.bytes, editor.bytes)
    let prefix = zip(old, new).prefix { $0 == $1 }.count
    let suffix = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
    let parent = YAMLNode.mapping(before.root).part(path[...])
    if case .mapping(let mapping)? = parent, let entry = mapping.entry(name.rawValue) {
      #expect(prefix >= before.source.startOfLine(at: entry.key.span.lowerBound))
      // Behind a field that goes from an item's first line, the next takes its place there.
      let end = before.source.startOfLine(behind: entry.value)
      #expect(old.count - suffix <= end + before.source.column(of: entry.key.span.lowerBound))
      if editor.root.entry(name.rawValue) == nil, path.isEmpty {
        removed += before.source[entry.key.span.lowerBound..<end]
      }
    } else if case .scalar(let empty)? = parent {
      #expect(prefix >= before.source.startOfLine(at: empty.span.lowerBound))
    } else {
      #expect(prefix + suffix >= old.count, "\(String(decoding: new, as: UTF8.self))")
    }
  }
}

/// Every text of a tree by its place; an empty list stands for itself.
func flattened(_ tree: ValueTree, _ path: String = "") -> [String: [UInt8]] {
  let prefix = path.isEmpty ? "" : path + "/"
  var result: [String: [UInt8]] = [:]
  switch tree {
  case .text(let text): result[path] = text
  case .list(let items):
    if items.isEmpty { result[path] = Array("[]".utf8) }
    for (index, item) in items.enumerated() {
      result.merge(flattened(item, prefix + String(index))) { $1 }
    }
  case .fields(let entries):
    for entry in entries {
      let key = String(decoding: entry.key, as: UTF8.self)
      result.merge(flattened(entry.value, prefix + key)) { $1 }
    }
  }
  return result
}
