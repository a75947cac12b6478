/// A replacement of some bytes of a file; every other byte stays as it is.
package struct TextEdit: Sendable, Hashable {
  /// The bytes to replace; empty where text is inserted.
  package let range: Range<Int>

  /// What stands there afterwards.
  package let replacement: [UInt8]

  package init(range: Range<Int>, replacement: String) {
    self.range = range
    self.replacement = Array(replacement.utf8)
  }

  package init(insert text: String, at offset: Int) {
    self.init(range: offset..<offset, replacement: text)
  }
}

extension [UInt8] {
  /// The bytes with all edits made, in whatever order they are given.
  ///
  /// Edits that overlap an earlier one are left out: the next run finds them again.
  package func applying(_ edits: [TextEdit]) -> [UInt8] {
    var result: [UInt8] = []
    var position = 0
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered where edit.range.lowerBound >= position {
      result += self[position..<edit.range.lowerBound]
      result += edit.replacement
      position = edit.range.upperBound
    }
    return result + self[position...]
  }
}
