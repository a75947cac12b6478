package import Diagnostics

/// Reads many versions of briefs, and parses what they have in common once.
///
/// The front-matter is taken apart at the lines that begin a key of its top level. A part that was
/// read before, and without a finding, is not parsed again but moved to where it stands now.
/// Whatever is not as plain as that is read as a whole, so that the answer is always that of
/// ``Brief/init(reading:)``. It belongs to one thread.
package final class RememberedParts {
  private var recent: [PartBytes: FrontMatterPart] = [:]
  private var older: [PartBytes: FrontMatterPart] = [:]

  /// How many parts are remembered before the older half is forgotten.
  private static let limit = 2_000

  package init() {}

  /// Reads a brief as ``Brief/init(reading:)`` does.
  package func brief(reading source: SourceText) -> Brief? {
    guard source.bytes.count <= FrontMatterParts.sizeLimit,
      EncodingFault.first(in: source) == nil,
      case .found(let frontMatter, let body) = Fences(of: source),
      let parts = FrontMatterParts.ranges(in: source, frontMatter),
      let read = read(parts, of: source, frontMatter)
    else { return Brief(reading: source) }
    return Brief(
      source: source, frontMatter: frontMatter, body: body,
      fields: Fields(read.flatMap(\.fields)), blocks: read.flatMap(\.blocks),
      lists: read.flatMap(\.lists), items: read.flatMap(\.items), findings: [], isSound: true)
  }

  /// The parts as they stand in the file; nil where they must be read together.
  private func read(
    _ ranges: [Range<Int>], of source: SourceText, _ frontMatter: Range<Int>
  ) -> [FrontMatterPart]? {
    guard ForbiddenScalars.findings(in: source, frontMatter).isEmpty else { return nil }
    var parts: [FrontMatterPart] = []
    parts.reserveCapacity(ranges.count)
    for range in ranges {
      let bytes = PartBytes(source.bytes[range])
      if let known = recent[bytes] ?? older[bytes] {
        parts.append(known.moved(by: range.lowerBound))
      } else if let part = FrontMatterPart(at: range, in: source) {
        parts.append(part)
        remember(part.moved(by: -range.lowerBound), as: PartBytes(Array(source.bytes[range])[...]))
      } else {
        return nil
      }
    }
    guard FrontMatterParts.areDistinct(parts) else { return nil }
    return parts
  }

  private func remember(_ part: FrontMatterPart, as bytes: PartBytes) {
    if recent.count == RememberedParts.limit / 2 {
      older = recent
      recent = [:]
    }
    recent[bytes] = part
  }
}

/// The bytes of a part, hashed as a whole: a slice by itself hashes byte by byte.
private struct PartBytes: Hashable {
  let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
  }

  func hash(into hasher: inout Hasher) {
    bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  static func == (left: PartBytes, right: PartBytes) -> Bool {
    left.bytes.count == right.bytes.count
      && left.bytes.withUnsafeBytes { left in
        right.bytes.withUnsafeBytes { left.elementsEqual($0) }
      }
  }
}

/// How front-matter is taken apart.
private enum FrontMatterParts {
  /// Files over this many bytes may pass a limit as a whole that no part passes.
  static let sizeLimit = 64 << 10

  /// From each line that begins with a letter to the next; nil where a line at the margin is
  /// something else than the entry of a list.
  ///
  /// What stands before the first are blank lines or comments.
  static func ranges(in source: SourceText, _ frontMatter: Range<Int>) -> [Range<Int>]? {
    let bytes = source.bytes
    var starts: [Int] = []
    var offset = frontMatter.lowerBound
    var line = source.line(at: offset)
    while offset < frontMatter.upperBound {
      switch bytes[offset] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        starts.append(offset)
      case UInt8(ascii: "\n"), UInt8(ascii: "#"): break
      case UInt8(ascii: " "):
        if starts.isEmpty { return nil }
      case UInt8(ascii: "-"):
        guard !starts.isEmpty, bytes[offset + 1] == UInt8(ascii: " ") else { return nil }
      default: return nil
      }
      line += 1
      offset = line <= source.lineStarts.count ? source.lineStarts[line - 1] : bytes.count
    }
    guard !starts.isEmpty, starts.count < YAMLParser.keyLimit else { return nil }
    return starts.indices.map { index in
      starts[index]..<(index + 1 < starts.count ? starts[index + 1] : frontMatter.upperBound)
    }
  }

  /// Whether no key and no id stands twice, which the parts cannot see on their own.
  static func areDistinct(_ parts: [FrontMatterPart]) -> Bool {
    var keys: Set<String> = []
    var ids: Set<String> = []
    for part in parts {
      guard keys.insert(part.key).inserted else { return false }
      for case let id? in part.items.map(\.id) where !ids.insert(id).inserted { return false }
    }
    return true
  }
}

/// One key of the top level with all that stands below it.
private struct FrontMatterPart {
  let key: String
  let fields: [Field]
  let blocks: [Brief.BlockEntry]
  let lists: [Brief.ListEntry]
  let items: [Item]
}

extension FrontMatterPart {
  /// Reads a part on its own; nil where it is not one key with a value, or has any finding.
  init?(at range: Range<Int>, in source: SourceText) {
    let (root, faults) = YAMLParser.parse(source.bytes, in: range)
    guard faults.isEmpty, case .mapping(let mapping)? = root, !mapping.isFlow,
      mapping.entries.count == 1, let entry = mapping.entries.first,
      entry.key.span.lowerBound == range.lowerBound
    else { return nil }
    var reader = BriefReader(source: source, frontMatter: range)
    reader.readTopLevel(entry)
    guard reader.findings.isEmpty else { return nil }
    self.init(
      key: entry.key.text, fields: reader.fields.all, blocks: reader.blocks, lists: reader.lists,
      items: reader.items)
  }

  /// The part as it stands so many bytes further on.
  func moved(by distance: Int) -> FrontMatterPart {
    if distance == 0 { return self }
    return FrontMatterPart(
      key: key, fields: fields.map { $0.moved(by: distance) },
      blocks: blocks.map { block in
        Brief.BlockEntry(
          block: block.block, keySpan: block.keySpan.moved(by: distance),
          valueSpan: block.valueSpan.moved(by: distance), fields: block.fields.moved(by: distance))
      },
      lists: lists.map { list in
        Brief.ListEntry(
          list: list.list, keySpan: list.keySpan.moved(by: distance),
          valueSpan: list.valueSpan.moved(by: distance),
          isExplicitlyEmpty: list.isExplicitlyEmpty)
      },
      items: items.map { item in
        Item(
          list: item.list, id: item.id, fields: item.fields.moved(by: distance),
          span: item.span.moved(by: distance), isOneLine: item.isOneLine)
      })
  }
}

extension Fields {
  fileprivate func moved(by distance: Int) -> Fields {
    Fields(all.map { $0.moved(by: distance) })
  }
}

extension Field {
  fileprivate func moved(by distance: Int) -> Field {
    Field(
      specification: specification, keySpan: keySpan.moved(by: distance),
      values: values.map { value in
        Text(value.string, span: value.span.moved(by: distance), style: value.style)
      },
      valueSpan: valueSpan.moved(by: distance))
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    (lowerBound + distance)..<(upperBound + distance)
  }
}
