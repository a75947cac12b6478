internal import Briefs
internal import Git
package import History

/// One item's life, ready to be shown in any ``DifferenceFormat``.
package struct ItemLogReport: Sendable {
  let log: ItemLog

  /// Whether the oldest change comes first.
  let isReversed: Bool

  package init(_ log: ItemLog, isReversed: Bool) {
    self.log = log
    self.isReversed = isReversed
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DifferenceFormat, isColored: Bool) -> String {
    page.rendered(as: format, isColored: isColored, json: json)
  }

  private var page: LedgerPage {
    LedgerPage(
      title: "\(log.brief)/\(log.item)", notes: notes,
      sections: inOrder(log.lives).map { life in
        LedgerPage.Section(
          title: title(of: life),
          notes: [life.ended.map { "the brief left the tree \($0.words)" }].compactMap { $0 },
          groups: inOrder(life.changes).map(group))
      })
  }

  private var notes: [String] {
    let latest = log.lives.last?.changes.last
    return [log.isThere ? nil : "it is not in the brief any more"].compactMap { $0 }
      + [latest?.event.change.item.string(.carried).map { "carried on from \($0)" }]
      .compactMap { $0 }
      + log.successors.map {
        "carried on in \($0.brief)/\($0.item) since \($0.change.deed.words)"
      } + log.gaps.map(\.words)
  }

  private func title(of life: ItemLog.Life) -> String {
    let words = life.changes.last { !$0.event.isLoss }?.event.change.item
    let noun = words?.list.noun ?? "item"
    let label =
      "\(noun.prefix(1).uppercased())\(noun.dropFirst()): "
      + "\(words?.telling?.string.shortened(to: 80) ?? "")"
    return log.lives.count > 1 ? "Life \(life.number) of the brief: \(label)" : label
  }

  private func group(_ change: LedgerChange) -> DifferenceOutline.Group {
    DifferenceOutline.Group(title: change.deed.words, entries: [change.entry])
  }

  private func inOrder<Element>(_ elements: [Element]) -> [Element] {
    isReversed ? elements : elements.reversed()
  }

  /// The log as `handoff/log/1`; the changes in the order asked for.
  var json: JSONValue {
    [
      "schema": "handoff/log/1", "brief": .string(log.brief), "item": .string(log.item),
      "head": .string(log.head.description), "there": .boolean(log.isThere),
      "complete": .boolean(log.gaps.isEmpty), "gaps": .array(log.gaps.map(\.json)),
      "lives": .array(
        inOrder(log.lives).map { life in
          [
            "life": .integer(life.number), "ended": life.ended?.json ?? .null,
            "changes": .array(inOrder(life.changes).map(\.json)),
          ]
        }),
      "carriedBy": .array(
        log.successors.map {
          [
            "brief": .string($0.brief), "item": .string($0.item), "since": $0.change.deed.json,
          ]
        }),
    ]
  }
}

extension LedgerChange {
  /// The change as `diff` shows it, with what only history knows.
  fileprivate var entry: DifferenceOutline.Entry {
    var entry = DifferenceOutline.Entry(event.change)
    if event.isReturn { entry.ending = "was brought back" }
    let known = [
      entry.ending, event.isMerge ? "in a merge" : nil,
      event.isCutShort ? "or was there before: history is cut short here" : nil,
    ].compactMap { $0 }
    entry.ending = known.isEmpty ? nil : known.joined(separator: ", ")
    return entry
  }
}
