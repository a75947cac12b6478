/// Reads what it can of front-matter that is not YAML as a whole, field by field.
///
/// The text is cut where a field or an item begins, by indentation, and each piece is read alone:
/// a piece that cannot be read is one fault, with its own line, and hides nothing else.
struct FrontMatterRecovery {
  private let bytes: [UInt8]
  private var faults: [YAMLFault] = []

  /// The fields that could be read, and a fault for each piece that could not.
  static func recover(
    _ bytes: [UInt8], in range: Range<Int>
  ) -> (root: YAMLMapping, faults: [YAMLFault]) {
    var recovery = FrontMatterRecovery(bytes: bytes)
    let entries = recovery.entries(in: range, indentation: 0)
    return (YAMLMapping(entries: entries, isFlow: false, span: range), recovery.faults)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The entries of a mapping whose keys stand at the indentation.
  private mutating func entries(
    in range: Range<Int>, indentation: Int
  ) -> [YAMLMapping.Entry] {
    var result: [YAMLMapping.Entry] = []
    let pieces = pieces(of: range, beginningAt: indentation, with: { $0 != UInt8(ascii: "-") })
    // What has more keys than any mapping may have is not worth the time.
    if pieces.count > YAMLParser.keyLimit { return [] }
    for piece in pieces {
      let (root, found) = YAMLParser.parse(bytes, in: piece)
      if case .mapping(let mapping) = root {
        result += mapping.entries
        faults += found
      } else if indentation == 0, let entry = listEntry(in: piece) {
        result.append(entry)
      } else {
        faults += found
      }
    }
    return result
  }

  /// A list that cannot be read as a whole, read item by item; nil where it is no list.
  private mutating func listEntry(in piece: Range<Int>) -> YAMLMapping.Entry? {
    let lines = lines(of: piece)
    guard let first = lines.first, lines.count > 1 else { return nil }
    let (header, _) = YAMLParser.parse(bytes, in: first)
    guard case .mapping(let mapping) = header, let head = mapping.entries.first,
      case .scalar(let none) = head.value, none.text.isEmpty,
      let dash = lines.dropFirst().first(where: { startsWithDash($0) })
    else { return nil }
    let rest = first.upperBound..<piece.upperBound
    let indentation = self.indentation(of: dash)
    var items: [YAMLNode] = []
    for item in pieces(of: rest, beginningAt: indentation, with: { $0 == UInt8(ascii: "-") }) {
      items += self.items(in: item)
    }
    let sequence = YAMLSequence(items: items, isFlow: false, span: rest)
    return YAMLMapping.Entry(key: head.key, value: .sequence(sequence))
  }

  /// One item, whole where it can be read, else by its fields.
  private mutating func items(in piece: Range<Int>) -> [YAMLNode] {
    let (root, found) = YAMLParser.parse(bytes, in: piece)
    if case .sequence(let sequence) = root {
      faults += found
      return sequence.items
    }
    var content = piece.lowerBound + indentation(of: piece) + 1
    while content < piece.upperBound, bytes[content] == 0x20 { content += 1 }
    let column = content - piece.lowerBound
    let known = faults.count
    let fields = entries(in: content..<piece.upperBound, indentation: column)
    if faults.count == known { faults += found }
    guard !fields.isEmpty else { return [] }
    return [
      .mapping(YAMLMapping(entries: fields, isFlow: false, span: content..<piece.upperBound))
    ]
  }

  /// Cuts a range before each line that begins at the indentation with an accepted byte.
  ///
  /// The first line of the range always begins a piece; comments and blank lines begin none.
  private func pieces(
    of range: Range<Int>, beginningAt indentation: Int, with accepts: (UInt8) -> Bool
  ) -> [Range<Int>] {
    var starts: [Int] = []
    for line in lines(of: range) {
      let depth = self.indentation(of: line)
      guard line.lowerBound + depth < line.upperBound else { continue }
      let byte = bytes[line.lowerBound + depth]
      if byte == UInt8(ascii: "#") || byte == 0x0D || byte == 0x0A { continue }
      if starts.isEmpty || (depth == indentation && accepts(byte)) {
        starts.append(line.lowerBound)
      }
    }
    return starts.enumerated().map { index, start in
      start..<(index + 1 < starts.count ? starts[index + 1] : range.upperBound)
    }
  }

  private func lines(of range: Range<Int>) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = range.lowerBound
    for offset in range where bytes[offset] == 0x0A {
      result.append(start..<(offset + 1))
      start = offset + 1
    }
    if start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private func indentation(of line: Range<Int>) -> Int {
    line.prefix { bytes[$0] == 0x20 }.count
  }

  private func startsWithDash(_ line: Range<Int>) -> Bool {
    let start = line.lowerBound + indentation(of: line)
    return start < line.upperBound && bytes[start] == UInt8(ascii: "-")
  }
}
