/// Finds, puts in and takes out our marked lines in the bytes of a script.
enum HookBlock {
  enum Place: Hashable {
    case none
    case lines(Range<Int>)

    /// One mark without the other, or several: nobody knows what is ours.
    case damaged
  }

  static func place(in bytes: [UInt8]) -> Place {
    let begins = lines(HookScript.begin, in: bytes)
    let ends = lines(HookScript.end, in: bytes)
    if begins.isEmpty, ends.isEmpty { return .none }
    guard begins.count == 1, ends.count == 1, begins[0].lowerBound < ends[0].lowerBound else {
      return .damaged
    }
    return .lines(begins[0].lowerBound..<ends[0].upperBound)
  }

  /// The script with our lines behind its first, so that they come before all that it does.
  static func inserting(_ block: String, into bytes: [UInt8]) -> [UInt8] {
    guard bytes.starts(with: "#!".utf8) else { return Array(block.utf8) + bytes }
    guard let lineEnd = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      // A first line without an end gets one, and our last has none, so that it can be undone.
      return bytes + [UInt8(ascii: "\n")] + Array(block.utf8.dropLast())
    }
    return Array(bytes[...lineEnd]) + Array(block.utf8) + Array(bytes[(lineEnd + 1)...])
  }

  /// The script as it was before ``inserting(_:into:)``.
  static func removing(_ range: Range<Int>, from bytes: [UInt8]) -> [UInt8] {
    let endsLine = bytes[range].last == UInt8(ascii: "\n")
    let start = endsLine || range.lowerBound == 0 ? range.lowerBound : range.lowerBound - 1
    return Array(bytes[..<start]) + Array(bytes[range.upperBound...])
  }

  /// The lines that are a text and nothing else, each with its end.
  private static func lines(_ text: String, in bytes: [UInt8]) -> [Range<Int>] {
    let wanted = Array(text.utf8)
    var found: [Range<Int>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if bytes[start..<end].elementsEqual(wanted) {
        found.append(start..<min(end + 1, bytes.count))
      }
      start = end + 1
    }
    return found
  }
}
