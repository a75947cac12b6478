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
          groups: inOrder(groups(of: life)))
      })
  }

  private var notes: [String] {
    let latest = log.lives.last?.changes.last
    return [log.isThere ? nil : "it is not in the brief any more", log.namesakes.words]
      .compactMap { $0 }
      + [latest?.event.change.item.string(.carried).map { "carried on from \($0)" }]
      .compactMap { $0 }
      + log.successors.map {
        "carried on in \($0.brief)/\($0.item)\($0.change.event.isCutShort ? "" : " since") "
          + $0.change.when
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

  /// The changes and the moves of the file, the oldest first.
  private func groups(of life: ItemLog.Life) -> [DifferenceOutline.Group] {
    var groups: [DifferenceOutline.Group] = []
    for (place, change) in life.changes.enumerated() {
      groups.append(change.group)
      groups += life.moves.filter { $0.changeCount == place + 1 }.map(\.group)
    }
    return groups
  }

  private func inOrder<Element>(_ elements: [Element]) -> [Element] {
    isReversed ? elements : elements.reversed()
  }

  /// The log as `handoff/log/1`; the changes in the order asked for.
  var json: JSONValue {
    [
      "schema": "handoff/log/1", "brief": .string(log.brief), "item": .string(log.item),
      "head": .string(log.head.description), "there": .boolean(log.isThere),
      "namesakes": log.namesakes.json,
      "complete": .boolean(log.gaps.isEmpty), "gaps": .array(log.gaps.map(\.json)),
      "lives": .array(
        inOrder(log.lives).map { life in
          [
            "life": .integer(life.number), "ended": life.ended?.json ?? .null,
            "changes": .array(inOrder(life.changes).map(\.json)),
            "moves": .array(inOrder(life.moves).map(\.json)),
          ]
        }),
      "carriedBy": .array(
        log.successors.map {
          [
            "brief": .string($0.brief), "item": .string($0.item),
            "since": $0.change.event.isCutShort ? .null : $0.change.deed.json,
          ]
        }),
    ]
  }
}

extension ItemLog.Move {
  fileprivate var group: DifferenceOutline.Group {
    let words = "the file moved from \(from.text) to \(to.text)"
    return DifferenceOutline.Group(
      title: deed.words,
      entries: [DifferenceOutline.Entry(name: "", words: MarkedWords(words), fate: .changed)])
  }

  fileprivate var json: JSONValue {
    ["at": deed.json, "from": .string(from.text), "to": .string(to.text)]
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}

extension LedgerChange {
  fileprivate var group: DifferenceOutline.Group {
    DifferenceOutline.Group(title: when, entries: [entry])
  }

  /// The change as `diff` shows it, with what only history knows.
  fileprivate var entry: DifferenceOutline.Entry {
    var entry = DifferenceOutline.Entry(event.change)
    if event.isReturn { entry.ending = "was brought back" }
    if event.isCutShort, !event.isReturn, entry.fate == .new { entry.ending = "stood there" }
    let known = [entry.ending, event.isMerge ? "in a merge" : nil].compactMap { $0 }
    entry.ending = known.isEmpty ? nil : known.joined(separator: ", ")
    return entry
  }
}
