internal import Diagnostics

extension BriefEditor {
  /// Adds an item at the end of a list, which is begun where it is missing or empty.
  ///
  /// The fields are written in the catalogue's order, whatever order they are given in.
  package mutating func add(
    _ fields: [(FieldName, FieldValue)], to list: ItemList
  ) throws(EditingError) {
    var ordered: [(FieldSpecification, FieldValue)] = []
    for specification in Catalogue.fields(of: list) {
      ordered += fields.filter { $0.0 == specification.name }.map { (specification, $0.1) }
    }
    guard ordered.count == fields.count else {
      let known = ordered.map(\.0.name)
      throw .noSuchField(fields.first { !known.contains($0.0) }?.0.rawValue ?? list.rawValue)
    }
    let item = ValueTree(ordered.map { ($0.0.name.rawValue, $0.1.tree) })
    if case .sequence(let sequence)? = root.entry(list.rawValue)?.value, !sequence.items.isEmpty {
      try append(ordered, to: sequence, of: list, expecting: item)
    } else {
      let layout = ItemLayout(ofListsIn: root, source)
      try begin(
        list.rawValue, with: [itemText(ordered, layout)], expecting: .list([item]))
    }
  }

  /// Says that there is nothing for a list: `[]` behind its key, which is begun where it is missing.
  package mutating func declareEmpty(_ list: ItemList) throws(EditingError) {
    let key = list.rawValue
    let edit: TextEdit
    if let entry = root.entry(key) {
      guard entry.value.saysNothing else { throw .hasItems(list) }
      let colon = source.endOfColon(behind: entry.key)
      edit = TextEdit(range: colon..<max(colon, entry.value.span.upperBound), replacement: " []")
    } else {
      let place = InsertionPlace(of: key, in: root, order: Catalogue.topLevelOrder, source)
      edit = place.edit(spaced([key + ": []"], at: place))
    }
    try apply([[edit]], at: [.key(key)], expecting: .list([]), name: key)
  }

  /// Gives an item its id: a line of text becomes an entry with keys, another gets the key `id`.
  ///
  /// In a list whose entries have no ids, a line of text gets its key only.
  package mutating func identify(
    _ key: ItemKey, in list: ItemList, as id: String
  ) throws(EditingError) {
    let (node, index) = try item(key, in: list)
    guard case .scalar(let scalar) = node else {
      return try set(.id, to: .text(id), in: .item(.position(index), in: list))
    }
    let isCut = brief.findings.contains {
      $0.rule == "truncated-text"
        && source.line(at: $0.span.lowerBound) == source.line(at: scalar.span.upperBound)
    }
    if isCut { throw .truncated(scalar.text) }
    let expansion = OneLineExpansion(of: scalar, in: list, id: id, source)
    try apply(
      expansion.ways, at: [.key(list.rawValue), .index(index)], expecting: expansion.expected,
      name: scalar.text)
  }

  /// The entry of a list that a key speaks of, and its place there.
  func item(
    _ key: ItemKey, in list: ItemList
  ) throws(EditingError) -> (node: YAMLNode, index: Int) {
    var nodes: [YAMLNode] = []
    if case .sequence(let sequence)? = root.entry(list.rawValue)?.value { nodes = sequence.items }
    let found: [Int]
    let name: String
    switch key {
    case .position(let index):
      (found, name) = (nodes.indices.filter { $0 == index }, String(index + 1))
    case .id(let id):
      (found, name) = (nodes.indices.filter { nodes[$0].says(id, under: .id) }, id)
    case .words(let words):
      found = nodes.indices.filter { nodes[$0].says(words, under: list.oneLineField) }
      name = words
    }
    guard let index = found.first else { throw .noSuchItem(name) }
    if found.count > 1 { throw .ambiguousItem(name) }
    return (nodes[index], index)
  }

  /// Writes lines below a key that is missing or says that there is nothing.
  mutating func begin(
    _ key: String, with lines: [String], expecting expected: ValueTree
  ) throws(EditingError) {
    let path: [ValueTree.Step] = [.key(key)]
    guard let entry = root.entry(key) else {
      let place = InsertionPlace(of: key, in: root, order: Catalogue.topLevelOrder, source)
      return try apply(
        [[place.edit(spaced([key + ":"] + lines, at: place))]], at: path, expecting: expected,
        name: key)
    }
    guard entry.value.saysNothing else { throw .flowStyle(key) }
    let ending = source.lineEnding(at: entry.key.span.lowerBound)
    let text = lines.map { $0 + ending }.joined()
    let colon = source.endOfColon(behind: entry.key)
    let isOnKeyLine =
      source.line(at: colon) == source.line(at: entry.value.span.upperBound)
    var edits = [TextEdit(insert: text, at: source.startOfLine(below: entry.value.span.upperBound))]
    if isOnKeyLine, entry.value.span.upperBound > colon {
      edits.append(TextEdit(range: colon..<entry.value.span.upperBound, replacement: ""))
    } else if !entry.value.span.isEmpty {
      edits.append(TextEdit(range: entry.value.span, replacement: ""))
    }
    try apply([edits], at: path, expecting: expected, name: key)
  }

  private mutating func append(
    _ fields: [(FieldSpecification, FieldValue)], to sequence: YAMLSequence, of list: ItemList,
    expecting item: ValueTree
  ) throws(EditingError) {
    guard !sequence.isFlow, let last = sequence.items.last else { throw .flowStyle(list.rawValue) }
    let layout = ItemLayout(of: sequence, source)
    let offset = source.startOfLine(behind: last)
    let text = itemText(fields, layout) + layout.lineEnding
    // A blank line may belong to the text above, which only reading can tell.
    let ways = layout.hasBlankLines ? [layout.lineEnding + text, text] : [text]
    try apply(
      ways.map { [TextEdit(insert: $0, at: offset)] },
      at: [.key(list.rawValue), .index(sequence.items.count)], expecting: item,
      name: list.rawValue)
  }

  /// An item's lines, each with its indentation, without the last line ending.
  private func itemText(
    _ fields: [(FieldSpecification, FieldValue)], _ layout: ItemLayout
  ) -> String {
    let lines = fieldLines(fields, column: layout.keyColumn, lineEnding: layout.lineEnding)
    let margin = String(repeating: " ", count: layout.keyColumn)
    return layout.dash + lines.joined(separator: layout.lineEnding + margin)
  }

  /// The lines of a new list or block, set apart by blank lines where the file does so.
  private func spaced(_ lines: [String], at place: InsertionPlace) -> [String] {
    let isSpaced = root.entries.contains { entry in
      let line = source.line(at: entry.key.span.lowerBound)
      return !entry.value.span.isEmpty && source.line(at: entry.value.span.upperBound) > line
        && line > 1 && source.isBlank(source.range(ofLine: line - 1))
    }
    guard isSpaced else { return lines }
    let next = source.line(from: place.offset)
    let isApart = source.isBlank(next) || place.offset >= brief.frontMatter.upperBound
    return [""] + lines + (isApart ? [] : [""])
  }
}

extension YAMLNode {
  /// Whether the node is the words, or has them under a key.
  fileprivate func says(_ words: String, under key: FieldName) -> Bool {
    switch self {
    case .scalar(let scalar):
      key != .id && scalar.text.utf8.elementsEqual(words.utf8)
    case .mapping(let mapping):
      mapping.entry(key.rawValue)?.value.text?.utf8.elementsEqual(words.utf8) ?? false
    case .sequence: false
    }
  }

  /// Whether nothing stands there, or `[]`, `{}` or `none`.
  fileprivate var saysNothing: Bool {
    switch self {
    case .scalar(let scalar):
      scalar.text.isWhiteSpace || scalar.text.asciiLowercased.utf8.elementsEqual("none".utf8)
    case .sequence(let sequence): sequence.items.isEmpty
    case .mapping(let mapping): mapping.entries.isEmpty
    }
  }
}
