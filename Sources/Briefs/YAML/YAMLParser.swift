internal import CLibyaml

/// Reads a stretch of bytes as one YAML document through libyaml's events.
///
/// Anchors, aliases, tags, directives, several documents, keys that are not plain text, duplicate
/// keys and deep nesting are refused on the event stream, before anything is expanded.
package struct YAMLParser {
  /// Levels of lists and mappings within each other, at the most.
  package static let levelLimit = 64

  /// Entries of all lists that stand under a key of the top level, at the most; what their fields
  /// list is bounded by ``valueLimit``.
  package static let itemLimit = 10_000

  /// The level of a list under a key of the top level.
  fileprivate static let itemLevel = 2

  /// Keys of one mapping, at the most.
  package static let keyLimit = 1_000

  /// Values of any kind, all together, at the most: what bounds the time for a hostile file.
  package static let valueLimit = 200_000

  /// Parses the bytes in `range`, which must be valid UTF-8.
  ///
  /// - Returns: the root if the text could be read that far, and every fault found on the way.
  package static func parse(
    _ bytes: [UInt8], in range: Range<Int>
  ) -> (root: YAMLNode?, faults: [YAMLFault]) {
    bytes.withUnsafeBufferPointer { buffer in
      var composer = YAMLComposer(
        offsets: ScalarOffsets(buffer, in: range), bytes: buffer, range: range)
      return composer.compose()
    }
  }
}

/// Builds nodes from the events of one libyaml parser.
private struct YAMLComposer {
  let offsets: ScalarOffsets
  let bytes: UnsafeBufferPointer<UInt8>
  let range: Range<Int>
  var parser = yaml_parser_t()
  var event = yaml_event_t()
  var faults: [YAMLFault] = []
  var itemCount = 0
  var valueCount = 0

  init(offsets: ScalarOffsets, bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.offsets = offsets
    self.bytes = bytes
    self.range = range
  }

  mutating func compose() -> (root: YAMLNode?, faults: [YAMLFault]) {
    guard yaml_parser_initialize(&parser) == 1 else {
      preconditionFailure("libyaml could not set up a parser")
    }
    defer {
      yaml_event_delete(&event)
      yaml_parser_delete(&parser)
    }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(
      &parser, bytes.baseAddress.map { $0 + range.lowerBound }, range.count)
    do {
      return (try document(), faults)
    } catch {
      faults.append(error)
      return (nil, faults)
    }
  }

  private mutating func document() throws(YAMLFault) -> YAMLNode? {
    try advance()  // The start of the stream.
    try advance()
    guard event.type == YAML_DOCUMENT_START_EVENT else { return nil }
    if event.data.document_start.version_directive != nil
      || event.data.document_start.tag_directives.start
        != event.data.document_start.tag_directives.end
    {
      throw .directive(span)
    }
    try advance()
    let root = try node(level: 1)
    try advance()  // The end of the document.
    if event.data.document_end.implicit == 0 { throw .secondDocument(span) }
    try advance()
    if event.type != YAML_STREAM_END_EVENT { throw .secondDocument(span) }
    return root
  }

  private mutating func node(level: Int) throws(YAMLFault) -> YAMLNode {
    if level > YAMLParser.levelLimit { throw .tooDeep(span) }
    valueCount += 1
    if valueCount > YAMLParser.valueLimit { throw .tooMany(span) }
    switch event.type {
    case YAML_ALIAS_EVENT:
      throw .alias(span)
    case YAML_SCALAR_EVENT:
      if event.data.scalar.anchor != nil { throw .anchor(span) }
      if event.data.scalar.tag != nil { throw .tag(span) }
      return .scalar(scalar())
    case YAML_SEQUENCE_START_EVENT:
      if event.data.sequence_start.anchor != nil { throw .anchor(span) }
      if event.data.sequence_start.tag != nil { throw .tag(span) }
      return .sequence(try sequence(level: level))
    case YAML_MAPPING_START_EVENT:
      if event.data.mapping_start.anchor != nil { throw .anchor(span) }
      if event.data.mapping_start.tag != nil { throw .tag(span) }
      return .mapping(try mapping(level: level))
    default:
      throw .syntax("something that is not a value stands here", span)
    }
  }

  private mutating func sequence(level: Int) throws(YAMLFault) -> YAMLSequence {
    let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    let start = span.lowerBound
    var items: [YAMLNode] = []
    try advance()
    while event.type != YAML_SEQUENCE_END_EVENT {
      if level <= YAMLParser.itemLevel { itemCount += 1 }
      if itemCount > YAMLParser.itemLimit { throw .tooMany(span) }
      items.append(try node(level: level + 1))
      try advance()
    }
    let end = isFlow ? span.upperBound : items.last?.span.upperBound ?? start
    return YAMLSequence(items: items, isFlow: isFlow, span: start..<max(start, end))
  }

  private mutating func mapping(level: Int) throws(YAMLFault) -> YAMLMapping {
    let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    let start = span.lowerBound
    var entries: [YAMLMapping.Entry] = []
    var keys: Set<String> = []
    try advance()
    while event.type != YAML_MAPPING_END_EVENT {
      guard case .scalar(let key) = try node(level: level + 1) else { throw .complexKey(span) }
      if entries.count == YAMLParser.keyLimit { throw .tooMany(key.span) }
      if key.style == .plain, key.text == "<<" { throw .mergeKey(key.span) }
      if !keys.insert(key.text).inserted { faults.append(.duplicateKey(key.text, key.span)) }
      try advance()
      entries.append(YAMLMapping.Entry(key: key, value: try node(level: level + 1)))
      try advance()
    }
    let end = isFlow ? span.upperBound : entries.last?.value.span.upperBound ?? start
    return YAMLMapping(entries: entries, isFlow: isFlow, span: start..<max(start, end))
  }

  private func scalar() -> YAMLScalar {
    let text = String(
      decoding: UnsafeBufferPointer(
        start: event.data.scalar.value, count: event.data.scalar.length), as: UTF8.self)
    let style: YAMLScalar.Style =
      switch event.data.scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
    return YAMLScalar(text: text, style: style, span: withoutTrailingSpace(span))
  }

  /// A block scalar's end mark lies behind the line breaks that follow it.
  private func withoutTrailingSpace(_ span: Range<Int>) -> Range<Int> {
    var end = span.upperBound
    while end > span.lowerBound, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return span.lowerBound..<end
  }

  private var span: Range<Int> {
    let start = offsets.byte(ofScalar: Int(event.start_mark.index))
    return start..<max(start, offsets.byte(ofScalar: Int(event.end_mark.index)))
  }

  private mutating func advance() throws(YAMLFault) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(&parser, &event) == 1 else { throw syntaxFault() }
  }

  private func syntaxFault() -> YAMLFault {
    var problem = parser.problem.map { String(cString: $0) } ?? "it cannot be read"
    let context = parser.context.map { String(cString: $0) } ?? ""
    let start =
      parser.error == YAML_READER_ERROR
      ? range.lowerBound + min(parser.problem_offset, range.count)
      : offsets.byte(ofScalar: Int(parser.problem_mark.index))
    let span = start..<min(start + 1, range.upperBound)
    if let known = SyntaxProblem(problem, context, at: span.isEmpty ? nil : bytes[start]) {
      return YAMLFault(
        span: span, message: known.message, help: known.help, spoilsTheRest: true)
    }
    if !context.isEmpty { problem += " " + context }
    return .syntax(problem, span)
  }
}

/// Where each Unicode scalar of a stretch of bytes begins, since libyaml counts scalars.
private struct ScalarOffsets {
  private let range: Range<Int>
  private let starts: [Int]?

  init(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
    self.range = range
    let isASCII = bytes[range].allSatisfy { $0 < 0x80 }
    starts = isASCII ? nil : range.filter { bytes[$0] & 0xC0 != 0x80 }
  }

  func byte(ofScalar index: Int) -> Int {
    guard let starts else { return min(range.lowerBound + index, range.upperBound) }
    return index < starts.count ? starts[index] : range.upperBound
  }
}

extension YAMLFault: Error {
  fileprivate static func syntax(_ problem: String, _ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "this cannot be read from here on: \(problem)",
      help: "put the text of this field in quotes, or run `handoff check --fix`",
      spoilsTheRest: true)
  }

  fileprivate static func alias(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "a text that begins with * is a reference in YAML, not words",
      help: "put the text in quotes: \"*…\"", spoilsTheRest: true)
  }

  fileprivate static func anchor(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "a text that begins with & is an anchor in YAML, not words",
      help: "put the text in quotes: \"&…\"", spoilsTheRest: true)
  }

  fileprivate static func tag(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "a text that begins with ! is a tag in YAML, not words",
      help: "put the text in quotes: \"!…\"", spoilsTheRest: true)
  }

  fileprivate static func directive(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "a line that begins with % is a directive, which has no use here",
      help: "delete the line, or put its text in quotes under a field", spoilsTheRest: true)
  }

  fileprivate static func secondDocument(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "the fields end here, and what follows would not be read",
      help: "delete the line `...` or whatever else ends it early", spoilsTheRest: true)
  }

  fileprivate static func complexKey(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "the name of a field must be a word, not a list",
      help: "write `name: value`", spoilsTheRest: true)
  }

  fileprivate static func mergeKey(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "`<<` would copy fields from elsewhere, unseen",
      help: "write the fields out", spoilsTheRest: true)
  }

  fileprivate static func tooDeep(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "lists stand within lists more than \(YAMLParser.levelLimit) deep",
      help: "write the items one below the other", spoilsTheRest: true)
  }

  fileprivate static func tooMany(_ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span,
      message: "more entries stand here than anybody can go through",
      help: "split the handoff into several briefs", spoilsTheRest: true)
  }

  fileprivate static func duplicateKey(_ key: String, _ span: Range<Int>) -> YAMLFault {
    YAMLFault(
      span: span, message: "`\(key)` stands here a second time, and only one of them would count",
      help: "put everything under one `\(key):` and delete the other", spoilsTheRest: true)
  }
}
