internal import Diagnostics

extension BriefEditor {
  /// Writes a field: in place of its value, or on a line of its own where the catalogue has it.
  ///
  /// A block that is missing is begun. An item of one line must be given its id first, by
  /// ``identify(_:in:as:)``.
  package mutating func set(
    _ name: FieldName, to value: FieldValue, in place: FieldPlace = .brief
  ) throws(EditingError) {
    let specification = try specification(of: name, in: place)
    guard let parent = try parent(place) else {
      guard case .block(let block) = place else { throw .noSuchField(name.rawValue) }
      return try begin(block, with: specification, value)
    }
    let path = parent.path + [.key(name.rawValue)]
    if let entry = parent.mapping.entry(name.rawValue) {
      try replace(entry, with: value, specification, at: path)
    } else {
      try insert(specification, value, into: parent, at: path, order: place.order)
    }
  }

  /// Takes a field away with its line; its absence is no error.
  package mutating func remove(
    _ name: FieldName, from place: FieldPlace = .brief
  ) throws(EditingError) {
    _ = try specification(of: name, in: place)
    guard let parent = try parent(place), let entry = parent.mapping.entry(name.rawValue) else {
      return
    }
    guard !parent.mapping.isFlow else { throw .flowStyle(name.rawValue) }
    guard parent.mapping.entries.count > 1 else { throw .onlyField(name.rawValue) }
    try apply(
      [removal(of: entry, from: parent.mapping)], at: parent.path + [.key(name.rawValue)],
      expecting: nil, name: name.rawValue)
  }

  /// A mapping of the front-matter and the steps that lead to it.
  struct Parent {
    let mapping: YAMLMapping
    let path: [ValueTree.Step]
  }

  private func specification(
    of name: FieldName, in place: FieldPlace
  ) throws(EditingError) -> FieldSpecification {
    guard let found = place.specifications.first(where: { $0.name == name }) else {
      throw .noSuchField(name.rawValue)
    }
    return found
  }

  /// What holds the fields of a place; nil for a block that is missing or empty.
  private func parent(_ place: FieldPlace) throws(EditingError) -> Parent? {
    switch place {
    case .brief:
      return Parent(mapping: root, path: [])
    case .block(let block):
      guard case .mapping(let mapping)? = root.entry(block.rawValue)?.value else { return nil }
      return Parent(mapping: mapping, path: [.key(block.rawValue)])
    case .item(let key, let list):
      let (node, index) = try item(key, in: list)
      guard case .mapping(let mapping) = node else { throw .oneLine(node.text ?? "") }
      return Parent(mapping: mapping, path: [.key(list.rawValue), .index(index)])
    }
  }

  private mutating func insert(
    _ specification: FieldSpecification, _ value: FieldValue, into parent: Parent,
    at path: [ValueTree.Step], order: [String]
  ) throws(EditingError) {
    let name = specification.name.rawValue
    guard !parent.mapping.isFlow, let first = parent.mapping.entries.first else {
      throw .flowStyle(name)
    }
    let place = InsertionPlace(of: name, in: parent.mapping, order: order, source)
    let lines = fieldLines(
      [(specification, value)], column: source.column(of: first.key.span.lowerBound),
      lineEnding: place.lineEnding)
    try apply([[place.edit(lines)]], at: path, expecting: value.tree, name: name)
  }

  /// Writes a block's first field and, where it is missing, its key.
  private mutating func begin(
    _ block: Block, with specification: FieldSpecification, _ value: FieldValue
  ) throws(EditingError) {
    let column = root.indentation(ofBlocksIn: source)
    let ending = source.lineEnding(at: root.span.lowerBound)
    let lines = fieldLines([(specification, value)], column: column, lineEnding: ending)
    try begin(
      block.rawValue, with: lines.map { String(repeating: " ", count: column) + $0 },
      expecting: ValueTree([(specification.name.rawValue, value.tree)]))
  }

  /// The lines of new fields, the first without its indentation.
  func fieldLines(
    _ fields: [(FieldSpecification, FieldValue)], column: Int, lineEnding: String
  ) -> [String] {
    fields.map { specification, value in
      let form =
        switch value {
        case .words(let words): ScalarForms.flow(words)
        case .text(let text):
          ScalarForms.best(
            for: text, of: specification.kind, column: column, lineEnding: lineEnding)
        }
      return specification.name.rawValue + ": " + form
    }
  }

  /// The edits that take a field away: its lines, or up to the next field behind an item's dash.
  private func removal(of entry: YAMLMapping.Entry, from mapping: YAMLMapping) -> [TextEdit] {
    let start = entry.key.span.lowerBound
    let lineStart = source.startOfLine(at: start)
    let end = source.startOfLine(behind: entry.value)
    if source.isBlank(lineStart..<start) {
      return [TextEdit(range: lineStart..<end, replacement: "")]
    }
    guard
      let next = mapping.entries.first(where: { $0.key.span.lowerBound > start })?.key.span
        .lowerBound, source.isBlank(end..<next)
    else {
      let ownEnd = max(entry.value.span.upperBound, source.endOfColon(behind: entry.key))
      return [TextEdit(range: start..<ownEnd, replacement: "")]
    }
    return [TextEdit(range: start..<next, replacement: "")]
  }
}

extension FieldPlace {
  var specifications: [FieldSpecification] {
    switch self {
    case .brief: Catalogue.brief
    case .block(let block): Catalogue.fields(of: block)
    case .item(_, let list): Catalogue.fields(of: list)
    }
  }

  /// The keys that may stand there, in the order in which the tool writes them.
  var order: [String] {
    switch self {
    case .brief: Catalogue.topLevelOrder
    case .block, .item: specifications.map(\.name.rawValue)
    }
  }
}

extension YAMLMapping {
  func entry(_ key: String) -> Entry? {
    entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }
  }

  /// How far the file indents the fields of its blocks.
  func indentation(ofBlocksIn source: SourceText) -> Int {
    for entry in entries {
      guard case .mapping(let mapping) = entry.value, !mapping.isFlow,
        Block(rawValue: entry.key.text) != nil
      else { continue }
      return source.column(of: mapping.span.lowerBound)
    }
    return 2
  }
}

extension Catalogue {
  /// All keys of a brief in the order in which the tool writes them.
  static let topLevelOrder: [String] = {
    let split = ItemList.allCases.firstIndex(of: .support) ?? 0
    return brief.map(\.name.rawValue) + ItemList.allCases[..<split].map(\.rawValue)
      + Block.allCases.map(\.rawValue) + ItemList.allCases[split...].map(\.rawValue)
  }()
}
