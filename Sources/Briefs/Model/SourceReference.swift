/// A place in the evidence that an item rests on: `E1`, `E1#L14`, `E1#L14-L16`, `E1@00:14:20`.
package struct SourceReference: Sendable, Equatable {
  /// Where in the evidence something stands.
  package enum Place: Sendable, Equatable {
    case whole

    /// 1-based lines of the file.
    case lines(ClosedRange<Int>)

    /// Seconds from the start of a recording.
    case time(Int)
  }

  /// The evidence's id.
  package let evidence: String

  /// Where in the evidence it stands.
  package let place: Place

  /// Reads a reference such as `E1#L14-L16`.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    let end = bytes.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "@") }
    let id = String(decoding: bytes[..<(end ?? bytes.count)], as: UTF8.self)
    guard Identifiers.isItemID(id) else { return nil }
    evidence = id
    guard let end else {
      place = .whole
      return
    }
    let rest = bytes[(end + 1)...]
    let found =
      bytes[end] == UInt8(ascii: "#")
      ? SourceReference.lines(rest) : SourceReference.time(rest)
    guard let found else { return nil }
    place = found
  }

  private static func lines(_ bytes: ArraySlice<UInt8>) -> Place? {
    let ends = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { part -> Int? in
        guard part.first == UInt8(ascii: "L"), part.count > 1 else { return nil }
        return part.dropFirst().decimal
      }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1],
      first >= 1, last >= first
    else { return nil }
    return .lines(first...last)
  }

  private static func time(_ bytes: ArraySlice<UInt8>) -> Place? {
    let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { part in part.isEmpty || part.count > 4 ? nil : part.decimal }
    guard (2...3).contains(parts.count) else { return nil }
    var seconds = 0
    for part in parts {
      guard let part else { return nil }
      seconds = seconds * 60 + part
    }
    return .time(seconds)
  }
}
