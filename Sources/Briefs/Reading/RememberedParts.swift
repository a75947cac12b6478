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
    guard let parts = BriefParts(of: source), let whole = read(parts), whole.isDistinct else {
      return Brief(reading: source)
    }
    return Brief(
      source: source, frontMatter: parts.frontMatter, body: parts.body,
      fields: Fields(whole.fields), blocks: whole.blocks, lists: whole.lists, items: whole.items,
      findings: [], isSound: true)
  }

  /// The parts as they stand in the file; nil where they must be read together.
  private func read(_ parts: BriefParts) -> JoinedParts? {
    var whole = JoinedParts(count: parts.ranges.count)
    for range in parts.ranges {
      let bytes = PartBytes(parts.source.bytes[range])
      if let known = recent[bytes] ?? older[bytes] {
        whole.append(known, movedBy: range.lowerBound)
      } else if let part = parts.part(at: range) {
        whole.append(part, movedBy: 0)
        remember(
          part.moved(by: -range.lowerBound), as: PartBytes(Array(parts.source.bytes[range])[...]))
      } else {
        return nil
      }
    }
    return whole
  }

  private func remember(_ part: FrontMatterPart, as bytes: PartBytes) {
    if recent.count == RememberedParts.limit / 2 {
      older = recent
      recent = [:]
    }
    recent[bytes] = part
  }
}

/// What stands in all parts of a brief.
private struct JoinedParts {
  private(set) var fields: [Field] = []
  private(set) var blocks: [Brief.BlockEntry] = []
  private(set) var lists: [Brief.ListEntry] = []
  private(set) var items: [Item] = []

  /// Whether no key and no id stands twice, which the parts cannot see on their own.
  private(set) var isDistinct = true

  private var keys = Set<String>(minimumCapacity: 32)
  private var ids = Set<String>(minimumCapacity: 64)

  /// Room for so many parts, which have a few items each.
  init(count: Int) {
    fields.reserveCapacity(count)
    lists.reserveCapacity(count)
    items.reserveCapacity(2 * count)
  }

  mutating func append(_ part: FrontMatterPart, movedBy distance: Int) {
    if !keys.insert(part.key).inserted { isDistinct = false }
    for field in part.fields { fields.append(field.moved(by: distance)) }
    for block in part.blocks { blocks.append(block.moved(by: distance)) }
    for list in part.lists { lists.append(list.moved(by: distance)) }
    for item in part.items {
      if let id = item.id, !ids.insert(id).inserted { isDistinct = false }
      items.append(item.moved(by: distance))
    }
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
    left.bytes.holdsSame(as: right.bytes)
  }
}
