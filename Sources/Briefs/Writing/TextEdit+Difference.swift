package import Diagnostics

extension TextEdit {
  /// The edits that turn one version of a file into another, line by line.
  ///
  /// Where very many lines differ, one edit spans them all: what it costs to compare grows with
  /// the square of the differences.
  package static func edits(turning old: [UInt8], into new: [UInt8]) -> [TextEdit] {
    let oldLines = lines(of: old)
    let newLines = lines(of: new)
    let prefix = zip(oldLines, newLines).prefix { $0 == $1 }.count
    let suffix = zip(oldLines.dropFirst(prefix).reversed(), newLines.dropFirst(prefix).reversed())
      .prefix { $0 == $1 }.count
    let before = oldLines.dropFirst(prefix).dropLast(suffix)
    let after = newLines.dropFirst(prefix).dropLast(suffix)
    let start = oldLines.prefix(prefix).reduce(0) { $0 + $1.count }
    guard before.count + after.count <= comparableLines else {
      let end = old.count - oldLines.suffix(suffix).reduce(0) { $0 + $1.count }
      return [TextEdit(range: start..<end, replacement: after.joined().asText)]
    }
    return edits(turning: Array(before), into: Array(after), from: start)
  }

  private static let comparableLines = 2_000

  private static func edits(
    turning old: [ArraySlice<UInt8>], into new: [ArraySlice<UInt8>], from start: Int
  ) -> [TextEdit] {
    let difference = new.difference(from: old)
    let removed = difference.removedOffsets
    let inserted = difference.insertedOffsets
    var edits: [TextEdit] = []
    var (oldIndex, newIndex, offset) = (0, 0, start)
    while oldIndex < old.count || newIndex < new.count {
      let first = offset
      var replacement: [UInt8] = []
      while removed.contains(oldIndex) {
        offset += old[oldIndex].count
        oldIndex += 1
      }
      while inserted.contains(newIndex) {
        replacement += new[newIndex]
        newIndex += 1
      }
      if offset > first || !replacement.isEmpty {
        edits.append(TextEdit(range: first..<offset, replacement: replacement.asText))
      } else {
        offset += old[oldIndex].count
        oldIndex += 1
        newIndex += 1
      }
    }
    return edits
  }

  /// The lines with their endings.
  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...offset])
      start = offset + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}

extension Sequence<UInt8> {
  fileprivate var asText: String { String(decoding: Array(self), as: UTF8.self) }
}
