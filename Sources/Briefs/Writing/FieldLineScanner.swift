internal import Diagnostics

/// A line of front-matter that holds free text: a field with its value, or an item of one line.
struct FieldLine {
  /// What stands before the text, as YAML sees it.
  enum Context: String {
    case field = "key: "
    case item = "- "
  }

  /// The bytes of the text, without white space around it; a comment behind it included.
  let value: Range<Int>
  let context: Context
}

/// Finds the lines of free text by keys and indentation, where the YAML itself need not be sound.
struct FieldLineScanner {
  let source: SourceText
  var protected: ProtectedLines

  /// The fields that may stand in the part of the front-matter that is being read.
  private var specifications: [FieldSpecification] = []
  private var list: ItemList?

  /// How far the dashes of the list are indented, and the fields of its item or of the block.
  private var dashColumn: Int?
  private var fieldColumn: Int?

  /// Lines indented further than this belong to the value of a line above.
  private var valueColumn: Int?
  private var found: [FieldLine] = []

  init(source: SourceText, protected: ProtectedLines) {
    self.source = source
    self.protected = protected
  }

  mutating func lines(in frontMatter: Range<Int>) -> [FieldLine] {
    var start = frontMatter.lowerBound
    while start < frontMatter.upperBound {
      let line = source.line(from: start)
      let below = source.startOfLine(below: start)
      if !source.isBlank(line), !source.isComment(line), !protected.holds(line) {
        read(line, depthBelow: depth(from: below, to: frontMatter.upperBound))
      }
      start = below
    }
    return found
  }

  /// How far the next line that says something is indented.
  private func depth(from offset: Int, to end: Int) -> Int {
    var start = offset
    while start < end {
      let line = source.line(from: start)
      if !source.isBlank(line), !source.isComment(line) { return source.indentation(of: line) }
      start = source.startOfLine(below: start)
    }
    return 0
  }

  private mutating func read(_ line: Range<Int>, depthBelow: Int) {
    let column = source.indentation(of: line)
    if let valueColumn, column > valueColumn { return }
    valueColumn = nil
    let content = (line.lowerBound + column)..<line.upperBound
    if let afterDash = contentBehindDash(content) {
      readEntry(afterDash, dash: column, depthBelow: depthBelow)
    } else if column == 0 {
      readTopLevel(content, depthBelow: depthBelow)
    } else {
      fieldColumn = fieldColumn ?? column
      readField(
        content, at: column, depthBelow: depthBelow,
        among: column == fieldColumn ? specifications : [])
    }
  }

  private mutating func readTopLevel(_ content: Range<Int>, depthBelow: Int) {
    list = nil
    specifications = []
    dashColumn = nil
    fieldColumn = nil
    guard let (key, _) = split(content) else { return }
    if let list = ItemList(rawValue: key) {
      self.list = list
      specifications = Catalogue.fields(of: list)
    } else if let block = Block(rawValue: key) {
      specifications = Catalogue.fields(of: block)
    } else {
      readField(content, at: 0, depthBelow: depthBelow, among: Catalogue.brief)
    }
  }

  /// A line with a dash: the first field of an item, or an item of one line.
  private mutating func readEntry(_ content: Range<Int>, dash: Int, depthBelow: Int) {
    guard let list, dash == dashColumn ?? dash, !content.isEmpty else {
      if list == nil || dash != dashColumn ?? dash { valueColumn = dash }
      if list != nil, dashColumn == nil { dashColumn = dash }
      fieldColumn = nil
      return
    }
    dashColumn = dash
    let column = source.column(of: content.lowerBound)
    let key = split(content)?.key
    if let key, isField(key) || depthBelow > dash {
      fieldColumn = column
      readField(content, at: column, depthBelow: depthBelow, among: specifications)
    } else {
      valueColumn = dash
      guard depthBelow <= dash, isFreeText(list.oneLineField.rawValue, among: specifications),
        key.map({ NearestName.of($0, among: specifications.map(\.name.rawValue)) == nil }) ?? true
      else { return }
      found.append(FieldLine(value: content, context: .item))
    }
  }

  private mutating func readField(
    _ content: Range<Int>, at column: Int, depthBelow: Int, among known: [FieldSpecification]
  ) {
    guard let (key, value) = split(content), !value.isEmpty else { return }
    let isComment = source.bytes[value.lowerBound] == UInt8(ascii: "#")
    if !isComment { valueColumn = column }
    guard depthBelow <= column, isFreeText(key, among: known) else { return }
    found.append(FieldLine(value: value, context: .field))
  }

  private func isField(_ key: String) -> Bool {
    key.utf8.starts(with: "x-".utf8) || specifications.contains { $0.name.rawValue == key }
  }

  private func isFreeText(_ key: String, among known: [FieldSpecification]) -> Bool {
    known.contains { $0.name.rawValue == key && $0.kind.isFreeText }
  }

  /// What stands behind a dash; nil where the line does not begin with one.
  private func contentBehindDash(_ content: Range<Int>) -> Range<Int>? {
    guard source.bytes[content].first == UInt8(ascii: "-") else { return nil }
    let rest = (content.lowerBound + 1)..<content.upperBound
    guard rest.isEmpty || isSpace(rest.lowerBound) else { return nil }
    return trimmed(rest)
  }

  /// The key and the value of a line `key: value`.
  private func split(_ content: Range<Int>) -> (key: String, value: Range<Int>)? {
    let colon = content.first { offset in
      source.bytes[offset] == UInt8(ascii: ":")
        && (offset + 1 == content.upperBound || isSpace(offset + 1))
    }
    guard let colon else { return nil }
    var key = trimmed(content.lowerBound..<colon)
    if let quote = source.bytes[key].first, "\"'".utf8.contains(quote), key.count > 1,
      source.bytes[key].last == quote
    {
      key = (key.lowerBound + 1)..<(key.upperBound - 1)
    }
    return (source[key], trimmed((colon + 1)..<content.upperBound))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isSpace(start) { start += 1 }
    while end > start, isSpace(end - 1) { end -= 1 }
    return start..<end
  }

  private func isSpace(_ offset: Int) -> Bool {
    source.bytes[offset] == 0x20 || source.bytes[offset] == 0x09
  }
}
