/// One field whose words are not what they were.
///
/// Quotes, line breaks, runs of white space and the order of several values are layout and no
/// change; a field without a value counts as absent.
package struct FieldChange: Sendable {
  /// The field that changed.
  package let name: FieldName

  /// The block that the field stands in, where it is neither an item's nor the brief's own.
  package let block: Block?

  /// Whether approvals cover the field.
  package let isCovered: Bool

  /// The values before; none where the field is new.
  package let old: [Text]

  /// The values now; none where the field is gone.
  package let new: [Text]

  /// The words before, several values as one text.
  package var oldWords: String { old.words }

  /// The words now, several values as one text.
  package var newWords: String { new.words }

  /// Which words went and which came; worked out when asked for.
  package var words: WordDifference { WordDifference(old: oldWords, new: newWords) }

  /// The key as people know it: `goal`, or `first_milestone.due` within a block.
  package var key: String {
    block.map { "\($0.rawValue).\(name.rawValue)" } ?? name.rawValue
  }
}

extension FieldChange {
  /// The changed fields of a brief, a block or an item, in the order of the catalogue.
  static func changes(
    from old: Fields, to new: Fields, of specifications: [FieldSpecification],
    in block: Block? = nil
  ) -> [FieldChange] {
    specifications.compactMap { specification in
      let name = specification.name
      if old.spells(name, like: new) { return nil }
      let (before, after) = (old.list(name), new.list(name))
      guard !saysTheSame(before, after) else { return nil }
      return FieldChange(
        name: name, block: block, isCovered: specification.isCovered, old: before, new: after)
    }
  }

  private static func saysTheSame(_ old: [Text], _ new: [Text]) -> Bool {
    guard old.count == new.count else { return false }
    if zip(old, new).allSatisfy({ $0.string.utf8.elementsEqual($1.string.utf8) }) { return true }
    return old.map(\.string.collapsingWhiteSpace).sorted()
      == new.map(\.string.collapsingWhiteSpace).sorted()
  }
}

extension [Text] {
  fileprivate var words: String { map(\.string).joined(separator: ", ") }
}
