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
    guard let parts = BriefParts(of: source), let read = read(parts) else {
      return Brief(reading: source)
    }
    return Brief(
      source: source, frontMatter: parts.frontMatter, body: parts.body,
      fields: Fields(read.flatMap(\.fields)), blocks: read.flatMap(\.blocks),
      lists: read.flatMap(\.lists), items: read.flatMap(\.items), findings: [], isSound: true)
  }

  /// The parts as they stand in the file; nil where they must be read together.
  private func read(_ parts: BriefParts) -> [FrontMatterPart]? {
    var read: [FrontMatterPart] = []
    read.reserveCapacity(parts.ranges.count)
    for range in parts.ranges {
      let bytes = PartBytes(parts.source.bytes[range])
      if let known = recent[bytes] ?? older[bytes] {
        read.append(known.moved(by: range.lowerBound))
      } else if let part = parts.part(at: range) {
        read.append(part)
        remember(
          part.moved(by: -range.lowerBound), as: PartBytes(Array(parts.source.bytes[range])[...]))
      } else {
        return nil
      }
    }
    return Self.areDistinct(read) ? read : nil
  }

  private func remember(_ part: FrontMatterPart, as bytes: PartBytes) {
    if recent.count == RememberedParts.limit / 2 {
      older = recent
      recent = [:]
    }
    recent[bytes] = part
  }

  /// Whether no key and no id stands twice, which the parts cannot see on their own.
  private static func areDistinct(_ parts: [FrontMatterPart]) -> Bool {
    var keys: Set<String> = []
    var ids: Set<String> = []
    for part in parts {
      guard keys.insert(part.key).inserted else { return false }
      for case let id? in part.items.map(\.id) where !ids.insert(id).inserted { return false }
    }
    return true
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
