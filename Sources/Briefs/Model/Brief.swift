package import Diagnostics

/// One handoff as its file says it, with the place of every word and every fault of its form.
///
/// Reading never fails: what cannot be read is a finding, and the rest of the brief is there.
package struct Brief: Sendable {
  /// The bytes that it was read from.
  package let source: SourceText

  /// The bytes between the two fences; empty where there are none.
  package let frontMatter: Range<Int>

  /// The bytes of the summary, behind the closing fence.
  package let body: Range<Int>

  /// The brief's own fields.
  package let fields: Fields

  /// The blocks in the order of the file.
  package let blocks: [BlockEntry]

  /// The lists in the order of the file.
  package let lists: [ListEntry]

  /// The entries of all lists, in the order of the file.
  package let items: [Item]

  /// The faults of its form, by the rules on reading.
  package let findings: [Finding]

  /// Whether the front-matter could be read as a whole.
  ///
  /// Where it could not, what was recovered serves findings, but no item counts as being there.
  package let isSound: Bool

  private let index: ItemIndex?

  init(
    source: SourceText, frontMatter: Range<Int>, body: Range<Int>, fields: Fields,
    blocks: [BlockEntry], lists: [ListEntry], items: [Item], findings: [Finding], isSound: Bool
  ) {
    self.source = source
    self.frontMatter = frontMatter
    self.body = body
    self.fields = fields
    self.blocks = blocks
    self.lists = lists
    self.items = items
    self.findings = findings
    self.isSound = isSound
    index = ItemIndex(items)
  }

  /// A list of the front-matter, written out or as `[]` or `none`.
  package struct ListEntry: Sendable {
    /// Which list it is.
    package let list: ItemList

    /// Where its key stands.
    package let keySpan: Range<Int>

    /// Where its entries stand.
    package let valueSpan: Range<Int>

    /// Whether it says that there is none: `[]` or `none`, rather than nothing at all.
    package let isExplicitlyEmpty: Bool
  }

  /// A block of the front-matter with its fields.
  package struct BlockEntry: Sendable {
    /// Which block it is.
    package let block: Block

    /// Where its key stands.
    package let keySpan: Range<Int>

    /// Where its fields stand.
    package let valueSpan: Range<Int>

    /// What it says.
    package let fields: Fields
  }
}

extension Brief {
  /// What stands for a brief that left the tree: nothing is in it.
  package static let gone = Brief(
    source: SourceText([]), frontMatter: 0..<0, body: 0..<0, fields: Fields(), blocks: [],
    lists: [], items: [], findings: [], isSound: true)

  /// The brief's id; nil where the file says none.
  package var id: String? { fields.string(.handoff) }

  /// The name of its type of handoff, known or not.
  package var type: String? { fields.string(.type) }

  /// The status; nil where the file says none that we know.
  package var status: Status? { fields.string(.status).flatMap { Status(rawValue: $0) } }

  /// The items of a list, in the order of the file.
  package func items(in list: ItemList) -> [Item] { items.filter { $0.list == list } }

  /// The items of a list that were not withdrawn and say something.
  package func standingItems(in list: ItemList) -> [Item] {
    items.filter { $0.list == list && !$0.isWithdrawn && $0.telling != nil }
  }

  /// The item of a list with an id.
  package func item(_ id: String, in list: ItemList) -> Item? {
    if let index { return index.position(of: id, in: list).map { items[$0] } }
    for index in items.indices where items[index].list == list {
      if let own = items[index].id, own.utf8.elementsEqual(id.utf8) { return items[index] }
    }
    return nil
  }

  /// The item with an id, in whatever list it stands.
  package func item(_ id: String) -> Item? {
    if let index { return index.position(of: id, in: nil).map { items[$0] } }
    for index in items.indices {
      if let own = items[index].id, own.utf8.elementsEqual(id.utf8) { return items[index] }
    }
    return nil
  }

  /// A list as it stands in the file; nil where its key is not there.
  package func entry(of list: ItemList) -> ListEntry? { lists.first { $0.list == list } }

  /// A block as it stands in the file; nil where its key is not there.
  package func block(_ block: Block) -> BlockEntry? { blocks.first { $0.block == block } }

  /// Where a finding about something missing points: the line of the id, else the first line.
  package var anchor: Range<Int> {
    fields.field(.handoff)?.keySpan ?? source.range(ofLine: 1)
  }

  /// Where a finding about a list as a whole points: its key, else the brief's anchor.
  package func anchor(of list: ItemList) -> Range<Int> { entry(of: list)?.keySpan ?? anchor }
}
