internal import Diagnostics

/// What git leaves in a file where it could not merge two versions.
enum ConflictMarkers {
  /// The first marker, as the one fault of a text that cannot be read because of it.
  static func fault(in bytes: [UInt8], _ range: Range<Int>) -> YAMLFault? {
    var start = range.lowerBound
    while start < range.upperBound {
      let end = bytes[start..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      if isMarker(bytes[start..<end]) {
        return YAMLFault(
          span: start..<(start + 7),
          message: message,
          help: "keep what is right of both, and delete the lines that begin with <<<<<<<, "
            + "======= and >>>>>>>; or take your own step again on top of theirs: `git merge "
            + "--abort` (or `git rebase --abort`), `handoff undo`, `git pull`",
          spoilsTheRest: true)
      }
      start = end + 1
    }
    return nil
  }

  static let message =
    "a merge was not finished: two versions stand here, one below the other"

  private static func isMarker(_ line: ArraySlice<UInt8>) -> Bool {
    let rest = line.dropFirst(7)
    return ["<<<<<<<", "=======", ">>>>>>>"].contains { line.starts(with: $0.utf8) }
      && (rest.isEmpty || rest.first == 0x20 || rest.first == 0x0D)
  }
}

extension Brief {
  /// Whether the file cannot be read because a merge of it was not finished.
  package var isUnmerged: Bool {
    !isSound && findings.contains { $0.message == ConflictMarkers.message }
  }
}
