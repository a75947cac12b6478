package import Diagnostics

/// The layout that `handoff fmt` gives a brief, without a change of its words or their order.
package enum Formatting {
  /// The edits that give one-line items ids and keys, quote text that YAML cannot read or cuts,
  /// write out what stands in braces, and take spaces from the ends of lines.
  ///
  /// The front-matter need not be readable: what quotes can mend is mended first. The summary
  /// stays as it is, since spaces at the end of a line mean something in Markdown. Formatting what
  /// was formatted changes nothing.
  ///
  /// - Parameters:
  ///   - brief: the brief as it was read, with whatever faults.
  ///   - used: ids that were ever in use and are not given again.
  ///   - generator: where new ids come from.
  /// - Returns: the edits; none where nothing is to be done.
  package static func format(
    _ brief: Brief, unlike used: Set<String> = [], using generator: inout some RandomNumberGenerator
  ) -> [TextEdit] {
    var current = brief.mendingQuotes()
    current = current.applying(FlowExpansion.edits) { ValueTree($0) }
    var ids = used.union(current.itemIDs)
    if let root = current.tree {
      let new = NewIDs(in: root, current.source) { list in
        let id = ItemID.mint(for: list, unlike: ids, using: &generator)
        ids.insert(id)
        return id
      }
      current = current.applying({ _, _ in new.edits }, expecting: { _ in new.expected })
    }
    current = current.applying(TrailingSpaces.edits) { ValueTree($0) }
    return TextEdit.edits(turning: brief.source.bytes, into: current.source.bytes)
  }
}

extension Brief {
  /// The brief with its text in quotes where YAML cannot read it or cuts it.
  fileprivate func mendingQuotes() -> Brief {
    guard !frontMatter.isEmpty else { return self }
    let edits = QuotingMender.edits(for: source, in: frontMatter)
    guard !edits.isEmpty,
      let mended = Brief(reading: SourceText(source.bytes.applying(edits))),
      mended.source.bytes[mended.body].elementsEqual(source.bytes[body])
    else { return self }
    return mended
  }

  /// The brief after edits of its tree, if it then says what is expected; else as it is.
  fileprivate func applying(
    _ edits: (YAMLMapping, SourceText) -> [TextEdit], expecting expected: (YAMLMapping) -> ValueTree
  ) -> Brief {
    guard let root = tree else { return self }
    let edits = edits(root, source)
    guard !edits.isEmpty, let (changed, after) = BriefEditor.reread(self, after: edits),
      ValueTree(after) == expected(root)
    else { return self }
    return changed
  }
}

/// Ids and keys for all items of a brief that have none.
private struct NewIDs {
  private(set) var edits: [TextEdit] = []

  /// What the front-matter says afterwards.
  private(set) var expected: ValueTree = .fields([])

  init(in root: YAMLMapping, _ source: SourceText, mint: (ItemList) -> String) {
    var entries: [ValueTree.Entry] = []
    for entry in root.entries {
      var value = ValueTree(entry.value)
      if let list = ItemList(rawValue: entry.key.text), case .sequence(let sequence) = entry.value,
        !sequence.isFlow
      {
        value = .list(sequence.items.map { add($0, of: list, source, mint) })
      }
      entries.append(ValueTree.Entry(key: Array(entry.key.text.utf8), value: value))
    }
    expected = .fields(entries)
  }

  /// Takes note of the edits for one item, and returns what it says afterwards.
  private mutating func add(
    _ node: YAMLNode, of list: ItemList, _ source: SourceText, _ mint: (ItemList) -> String
  ) -> ValueTree {
    let hasIDs = Catalogue.fields(of: list).contains { $0.name == .id }
    switch node {
    case .scalar(let scalar) where !scalar.text.isWhiteSpace:
      let expansion = OneLineExpansion(of: scalar, in: list, id: hasIDs ? mint(list) : "", source)
      let isLong = source.endOfLine(at: scalar.span.lowerBound) < scalar.span.upperBound
      edits += expansion.ways[isLong ? 1 : 0]
      return expansion.expected
    case .mapping(let mapping) where hasIDs && !mapping.isFlow && mapping.entry("id") == nil:
      let id = mint(list)
      let place = InsertionPlace(of: "id", in: mapping, order: ["id"], source)
      edits.append(place.edit(["id: " + id]))
      guard case .fields(let fields) = ValueTree(mapping) else { return ValueTree(node) }
      return .fields([ValueTree.Entry(key: Array("id".utf8), value: ValueTree(id))] + fields)
    case .scalar, .mapping, .sequence:
      return ValueTree(node)
    }
  }
}
