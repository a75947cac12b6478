package import Diagnostics

/// A brief whose front-matter is taken apart at the lines that begin a key of its top level.
///
/// Versions of briefs have most of their parts in common, so that who reads many of them need not
/// parse each part again. The parts say what ``Brief/init(reading:)`` finds in the whole where each
/// of them can be read and no key stands twice.
package struct BriefParts {
  /// The bytes that were taken apart.
  package let source: SourceText

  /// The bytes between the two fences.
  package let frontMatter: Range<Int>

  /// The bytes of the summary, behind the closing fence.
  package let body: Range<Int>

  /// Where the parts stand, from each key to the next.
  package let ranges: [Range<Int>]

  /// Takes a file apart; nil where it is not so plain that its parts can be read on their own.
  package init?(of source: SourceText) {
    guard source.bytes.count <= Self.sizeLimit, EncodingFault.first(in: source) == nil,
      case .found(let frontMatter, let body) = Fences(of: source),
      let ranges = Self.ranges(in: source, frontMatter),
      ForbiddenScalars.findings(in: source, frontMatter).isEmpty
    else { return nil }
    self.source = source
    self.frontMatter = frontMatter
    self.body = body
    self.ranges = ranges
  }

  /// Reads a part on its own; nil where it is not one key with a value, or has any finding.
  package func part(at range: Range<Int>) -> FrontMatterPart? {
    FrontMatterPart(at: range, in: source)
  }

  /// Files over this many bytes may pass a limit as a whole that no part passes: an entry of a list
  /// takes two bytes or more.
  private static let sizeLimit = 2 * YAMLParser.itemLimit

  /// From each line that begins with a letter to the next; nil where a line at the margin is
  /// something else than the entry of a list.
  ///
  /// What stands before the first are blank lines or comments.
  private static func ranges(in source: SourceText, _ frontMatter: Range<Int>) -> [Range<Int>]? {
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
}
