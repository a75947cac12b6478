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
    if distance == 0 { return self }
    return FrontMatterPart(
      key: key, fields: fields.map { $0.moved(by: distance) },
      blocks: blocks.map { block in
        Brief.BlockEntry(
          block: block.block, keySpan: block.keySpan.moved(by: distance),
          valueSpan: block.valueSpan.moved(by: distance), fields: block.fields.moved(by: distance))
      },
      lists: lists.map { list in
        Brief.ListEntry(
          list: list.list, keySpan: list.keySpan.moved(by: distance),
          valueSpan: list.valueSpan.moved(by: distance),
          isExplicitlyEmpty: list.isExplicitlyEmpty)
      },
      items: items.map { item in
        Item(
          list: item.list, id: item.id, fields: item.fields.moved(by: distance),
          span: item.span.moved(by: distance), isOneLine: item.isOneLine)
      })
  }
}

extension Fields {
  fileprivate func moved(by distance: Int) -> Fields {
    Fields(all.map { $0.moved(by: distance) })
  }
}

extension Field {
  fileprivate func moved(by distance: Int) -> Field {
    Field(
      specification: specification, keySpan: keySpan.moved(by: distance),
      values: values.map { value in
        Text(value.string, span: value.span.moved(by: distance), style: value.style)
      },
      valueSpan: valueSpan.moved(by: distance))
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    (lowerBound + distance)..<(upperBound + distance)
  }
}
