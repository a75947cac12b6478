extension String {
  /// The lines, without their ends and without an empty one at the end.
  var textLines: [String] {
    var lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines.map { String($0) ?? "" }
  }

  /// The lines without those of the item of an id, and the lines of the item.
  func lines(withoutItem id: String) -> (kept: [String], deleted: [String]) {
    let lines = utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String($0) ?? "" }
    guard let start = lines.firstIndex(of: "  - id: \(id)") else { return (lines, []) }
    let end = lines[(start + 1)...].firstIndex { !$0.hasPrefix("    ") } ?? lines.count
    return (Array(lines[..<start] + lines[end...]), Array(lines[start..<end]))
  }

  /// A brief's text with another summary below its front-matter.
  func replacingSummary(by summary: String) -> String {
    let lines = textLines
    let end = lines.dropFirst().firstIndex(of: "---") ?? lines.count - 1
    return (lines[...end] + ["", summary]).joined(separator: "\n")
  }
}
