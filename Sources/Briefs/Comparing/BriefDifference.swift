internal import Diagnostics

/// What two versions of a brief say differently, by fields, items and words.
///
/// Layout is no difference: comments, quotes, line breaks within a value, the order of fields and of
/// items. A rewording is a change of an item; only what the drop gate speaks of is a drop.
package struct BriefDifference: Sendable {
  /// The changed fields of the brief itself, then those of its blocks.
  package let fields: [FieldChange]

  /// The lists that say there is none of something, or no longer say so.
  package let emptyLists: [EmptyListChange]

  /// What became of each item that is not as it was: by list, first what was there before.
  package let items: [ItemChange]

  /// The summary, where its text is not what it was.
  package let body: BodyChange?

  /// A list without items that began or ceased to say that there is none.
  package struct EmptyListChange: Sendable {
    /// The list in question.
    package let list: ItemList

    /// Whether it now says that there is none.
    package let saysNone: Bool
  }

  /// The summary before and now; line endings do not count.
  package struct BodyChange: Sendable {
    /// What stood there before.
    package let old: String

    /// What stands there now.
    package let new: String

    /// Which words went and which came; worked out when asked for.
    package var words: WordDifference { WordDifference(old: old, new: new) }
  }

  /// Whether the new version cannot be read as a whole and the old one could.
  package let losesAll: Bool

  /// Whether both versions say the same.
  package var isEmpty: Bool {
    fields.isEmpty && emptyLists.isEmpty && items.isEmpty && body == nil && !losesAll
  }

  /// The items that were lost.
  package var dropped: [ItemChange] { items.filter { $0.drop != nil } }

  /// The lost items of one list.
  package func dropped(from list: ItemList) -> [ItemChange] {
    items.filter { $0.list == list && $0.drop != nil }
  }

  /// Compares two versions of one brief.
  ///
  /// Where the new one cannot be read as a whole and the old one could, every item counts as lost.
  package init(from old: Brief, to new: Brief) {
    losesAll = old.isSound && !new.isSound
    if losesAll {
      let lost = old.items.filter { !$0.saysNothing }
      (fields, emptyLists, items, body) = ([], [], lost.map { .dropped($0, .unreadable) }, nil)
    } else if old.source.bytes == new.source.bytes {
      (fields, emptyLists, items, body) = ([], [], [], nil)
    } else {
      fields = BriefDifference.fields(from: old, to: new)
      emptyLists = BriefDifference.emptyLists(from: old, to: new)
      items = ItemComparison(from: old, to: new).changes
      body = BodyChange(from: old, to: new)
    }
  }

  private static func fields(from old: Brief, to new: Brief) -> [FieldChange] {
    FieldChange.changes(from: old.fields, to: new.fields, of: Catalogue.brief)
      + Block.allCases.flatMap { block in
        FieldChange.changes(
          from: old.block(block)?.fields ?? Fields(), to: new.block(block)?.fields ?? Fields(),
          of: Catalogue.fields(of: block), in: block)
      }
  }

  private static func emptyLists(from old: Brief, to new: Brief) -> [EmptyListChange] {
    ItemList.allCases.compactMap { list in
      let saysNone = new.entry(of: list)?.isExplicitlyEmpty ?? false
      let saidNone = old.entry(of: list)?.isExplicitlyEmpty ?? false
      guard saysNone != saidNone, !(old.items + new.items).contains(where: { $0.list == list })
      else { return nil }
      return EmptyListChange(list: list, saysNone: saysNone)
    }
  }
}

extension BriefDifference.BodyChange {
  fileprivate init?(from old: Brief, to new: Brief) {
    let before = old.source.bytes[old.body]
    let after = new.source.bytes[new.body]
    guard before != after else { return nil }
    let lines = (before: before.withoutCarriageReturns, after: after.withoutCarriageReturns)
    guard lines.before != lines.after else { return nil }
    self.init(
      old: String(decoding: lines.before, as: UTF8.self),
      new: String(decoding: lines.after, as: UTF8.self))
  }
}

extension ArraySlice<UInt8> {
  /// The bytes with each CR LF made one LF.
  fileprivate var withoutCarriageReturns: [UInt8] {
    indices.filter { index in
      self[index] != 0x0D || index + 1 == endIndex || self[index + 1] != 0x0A
    }.map { self[$0] }
  }
}
