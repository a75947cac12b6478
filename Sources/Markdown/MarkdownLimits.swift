/// The inputs on which cmark takes more than linear time or memory, which are refused unparsed.
///
/// Measured with 0.29.0.gfm.6 on 1 MiB: `![[]()` repeated, `<?` repeated within a paragraph, deep
/// nesting before many short lines, and one long link definition used many times each take from
/// seconds to minutes, or gigabytes; more marks and lines than these take over 100 MB. No summary
/// that a person wrote comes near the limits.
enum MarkdownLimits {
  private static let nesting = 64
  private static let containers = 50_000
  private static let brackets = 10_000
  private static let declarations = 500
  private static let marks = 150_000
  private static let lines = 100_000
  private static let expandedLinks = 64 << 20

  static func admits(_ body: ArraySlice<UInt8>) -> Bool {
    body.withUnsafeBufferPointer { bytes in
      let counts = countInlines(in: bytes)
      guard counts.brackets <= brackets, counts.declarations <= declarations,
        counts.marks <= marks, counts.lines <= lines
      else { return false }
      if counts.hasDefinition, counts.brackets * bytes.count > expandedLinks { return false }
      return containersAreFew(in: bytes)
    }
  }

  private struct Counts {
    var brackets = 0
    var declarations = 0

    /// What may begin emphasis, code, a cell or an escape: each takes a node of the tree.
    var marks = 0

    /// Blank ones take nothing.
    var lines = 0
    var hasDefinition = false
  }

  private static func countInlines(in bytes: UnsafeBufferPointer<UInt8>) -> Counts {
    var counts = Counts()
    var previous: UInt8 = 0
    for byte in bytes {
      switch (previous, byte) {
      case (_, UInt8(ascii: "[")): counts.brackets += 1
      case (_, UInt8(ascii: "*")), (_, UInt8(ascii: "_")), (_, UInt8(ascii: "`")),
        (_, UInt8(ascii: "|")), (_, UInt8(ascii: "\\")), (_, UInt8(ascii: "&")):
        counts.marks += 1
      case (UInt8(ascii: "\n"), UInt8(ascii: "\n")): break
      case (_, UInt8(ascii: "\n")), (_, UInt8(ascii: "\r")): counts.lines += 1
      case (UInt8(ascii: "]"), UInt8(ascii: ":")): counts.hasDefinition = true
      case (UInt8(ascii: "<"), UInt8(ascii: "?")), (UInt8(ascii: "<"), UInt8(ascii: "!")):
        counts.declarations += 1
      default: break
      }
      previous = byte
    }
    return counts
  }

  /// Counts the markers that lines begin with; two columns of indentation may be one more level.
  private static func containersAreFew(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var total = 0
    var markers = 0
    var columns = 0
    var isPrefix = true
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        total += markers
        (markers, columns, isPrefix) = (0, 0, true)
      case _ where !isPrefix: break
      case UInt8(ascii: " "): columns += 1
      case UInt8(ascii: "\t"): columns += 4
      case UInt8(ascii: "0")...UInt8(ascii: "9"): break
      case UInt8(ascii: ">"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"),
        UInt8(ascii: "."), UInt8(ascii: ")"):
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isMarker = byte == UInt8(ascii: ">") || next == 0x20 || next == 0x09
        guard isMarker else { continue }
        markers += 1
        if markers > nesting || columns > 2 * nesting { return false }
      default: isPrefix = false
      }
    }
    return total + markers <= containers
  }
}
