internal import Diagnostics

/// One key of the top level with all that stands below it.
package struct FrontMatterPart: Sendable {
  /// The key.
  package let key: String

  /// The brief's own field, where the key is that of one.
  package let fields: [Field]

  let blocks: [Brief.BlockEntry]
  let lists: [Brief.ListEntry]

  /// The entries, where the key is that of a list.
  package let items: [Item]
}

extension FrontMatterPart {
  /// Reads a part on its own; nil where it is not one key with a value, or has any finding.
  init?(at range: Range<Int>, in source: SourceText) {
    let (root, faults) = YAMLParser.parse(source.bytes, in: range)
    guard faults.isEmpty, case .mapping(let mapping)? = root, !mapping.isFlow,
      mapping.entries.count == 1, let entry = mapping.entries.first,
      entry.key.span.lowerBound == range.lowerBound
    else { return nil }
    var reader = BriefReader(source: source, frontMatter: range)
    reader.readTopLevel(entry)
    guard reader.findings.isEmpty else { return nil }
    self.init(
      key: entry.key.text, fields: reader.fields.all, blocks: reader.blocks, lists: reader.lists,
      items: reader.items)
  }

  /// The part as it stands so many bytes further on.
  func moved(by distance: Int) -> FrontMatterPart {
    FrontMatterPart(
      key: key, fields: fields.map { $0.moved(by: distance) },
      blocks: blocks.map { $0.moved(by: distance) }, lists: lists.map { $0.moved(by: distance) },
      items: items.map { $0.moved(by: distance) })
  }
}

extension Brief.BlockEntry {
  /// The block as it stands so many bytes further on.
  func moved(by distance: Int) -> Brief.BlockEntry {
    Brief.BlockEntry(
      block: block, keySpan: keySpan.moved(by: distance),
      valueSpan: valueSpan.moved(by: distance), fields: fields.moved(by: distance))
  }
}

extension Brief.ListEntry {
  /// The list as it stands so many bytes further on.
  func moved(by distance: Int) -> Brief.ListEntry {
    Brief.ListEntry(
      list: list, keySpan: keySpan.moved(by: distance),
      valueSpan: valueSpan.moved(by: distance), isExplicitlyEmpty: isExplicitlyEmpty)
  }
}

extension Item {
  /// The item as it stands so many bytes further on; what it says is shared.
  func moved(by distance: Int) -> Item {
    Item(
      list: list, id: id, fields: fields.moved(by: distance), span: span.moved(by: distance),
      isOneLine: isOneLine)
  }
}
