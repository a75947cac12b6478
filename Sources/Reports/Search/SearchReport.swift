internal import Briefs
internal import Git
package import History

/// What a search of history found, ready to be shown in any ``DifferenceFormat``.
package struct SearchReport: Sendable {
  private let answer: SearchAnswer

  package init(_ answer: SearchAnswer) {
    self.answer = answer
  }

  /// Writes the report as text that ends with a line feed, in portions.
  package func write(
    as format: DifferenceFormat, isColored: Bool, _ give: (String) throws -> Void
  ) rethrows {
    try page.write(as: format, isColored: isColored, json: json, give)
  }

  private var page: LedgerPage {
    LedgerPage(
      title: "“\(answer.words.joined(separator: " "))”",
      notes: [answer.texts.isEmpty ? nothing : answer.untoldCount > 0 ? share : count]
        + answer.gaps.map(\.words),
      sections: briefs.lazy.map { range in
        LedgerPage.Section(
          title: answer.texts[range.lowerBound].brief ?? "files that name no brief", notes: [],
          groups: [
            DifferenceOutline.Group(title: "Found", entries: answer.texts[range].map(\.entry))
          ])
      }, ending: answer.untoldCount > 0 ? [rest] : [])
  }

  /// Which of all are told.
  private var share: String {
    "\(answer.toldCount) of \(answer.toldCount + answer.untoldCount) items and sections that hold "
      + "these words: what stands first, then the newest"
  }

  /// What is not told, and how to come by it.
  private var rest: String {
    let number = answer.untoldCount
    let holders = number == 1 ? "item or section holds" : "items and sections hold"
    return "\(number) more \(holders) these words: add a word to find fewer, or --all to see all"
  }

  private var nothing: String {
    let part = answer.gaps.isEmpty ? "" : "what can be read of "
    return "no item and no section of a summary in \(part)the history of HEAD holds these words"
  }

  private var count: String {
    let texts = answer.texts
    let standing = texts.count(where: { $0.stands && $0.withdrawn == nil })
    let withdrawn = texts.count(where: { $0.withdrawn != nil })
    let parts = [
      (standing, "standing"), (withdrawn, "withdrawn"),
      (texts.count - standing - withdrawn, "not there any more"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// Where the texts of each brief stand.
  private var briefs: [Range<Int>] {
    var result: [Range<Int>] = []
    for (index, text) in answer.texts.enumerated() {
      if let last = result.last, answer.texts[last.lowerBound].brief == text.brief {
        result[result.count - 1] = last.lowerBound..<(index + 1)
      } else {
        result.append(index..<(index + 1))
      }
    }
    return result
  }

  private var json: JSONValue {
    [
      "schema": "handoff/search/1", "words": .array(answer.words.map(JSONValue.string)),
      "head": .string(answer.tip.description), "complete": .boolean(answer.gaps.isEmpty),
      "gaps": .array(answer.gaps.map(\.json)),
      "texts": .made(count: answer.texts.count) { [answer] in answer.texts[$0].json },
    ]
  }
}

extension SearchAnswer.Text {
  /// What the text belongs to, as people call it.
  fileprivate var label: String {
    switch place {
    case .account: "account"
    case .predecessor: "after"
    case .item(let list, let id): id ?? list.noun
    case .section(let heading): heading.isEmpty ? "summary" : heading
    }
  }

  /// The lines to be shown: what an item is known by, then those that hold the words; of a section
  /// all that stands below its heading, where it is only the heading that does.
  private var shownLines: [String] {
    if case .section(let heading) = place {
      let found = lines.filter { !$0.utf8.elementsEqual(heading.utf8) }
      if !found.isEmpty { return found }
      return [words.split(separator: "\n").dropFirst().joined(separator: " ")]
    }
    let own = "\(title)\n\(withdrawn ?? "")".split(separator: "\n").map { Array($0.utf8) }
    return [title] + lines.filter { !own.contains(Array($0.utf8)) }
  }

  private var ending: String? {
    guard stands else { return "does not stand so any more" }
    return withdrawn.map { "is withdrawn: \($0)" }
  }

  fileprivate var entry: DifferenceOutline.Entry {
    let since = origins.last.map { "written \(isCutShort ? $0.latestWords() : $0.words)" }
    return DifferenceOutline.Entry(
      name: label, words: MarkedWords(shownLines.first ?? ""), fate: stands ? .changed : .gone,
      ending: ending,
      details: (shownLines.dropFirst() + [since].compactMap { $0 }).map { .note($0) })
  }

  fileprivate var json: JSONValue {
    let (list, item, section): (String?, String?, String?) =
      switch place {
      case .account: ("account", nil, nil)
      case .predecessor: ("after", nil, nil)
      case .item(let list, let id): (list.rawValue, id, nil)
      case .section(let heading): (nil, nil, heading)
      }
    return [
      "brief": .optional(brief), "list": .optional(list), "item": .optional(item),
      "section": .optional(section), "words": .string(words), "lines": .strings(lines),
      "stands": .boolean(stands), "withdrawn": .optional(withdrawn),
      "cutShort": .boolean(isCutShort), "written": .array(origins.map(\.json)),
    ]
  }
}
