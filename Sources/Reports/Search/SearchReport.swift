internal import Briefs
internal import Git
package import History

/// What was found in all that ever was written, ready to be shown in any ``DifferenceFormat``.
package struct SearchReport: Sendable {
  private let answer: SearchAnswer

  package init(_ answer: SearchAnswer) {
    self.answer = answer
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DifferenceFormat, isColored: Bool) -> String {
    page.rendered(as: format, isColored: isColored, json: json)
  }

  private var page: LedgerPage {
    let count = answer.texts.count
    let standing = answer.texts.count(where: \.stands)
    return LedgerPage(
      title: "“\(answer.words.joined(separator: " "))”",
      notes: [
        count == 0
          ? "nothing that was ever committed holds these words"
          : "\(count) text\(count == 1 ? "" : "s"), \(standing) of them as they stand now"
      ] + answer.gaps.map(\.words),
      sections: briefs.map { name, texts in
        LedgerPage.Section(
          title: name ?? "files that name no brief", notes: [],
          groups: [DifferenceOutline.Group(title: "Found", entries: texts.map(\.entry))])
      })
  }

  /// The texts by brief, in the order in which they were found.
  private var briefs: [(name: String?, texts: [SearchAnswer.Text])] {
    var result: [(name: String?, texts: [SearchAnswer.Text])] = []
    for text in answer.texts {
      if result.last?.name == text.brief, !result.isEmpty {
        result[result.count - 1].texts.append(text)
      } else {
        result.append((text.brief, [text]))
      }
    }
    return result
  }

  private var json: JSONValue {
    [
      "schema": "handoff/search/1", "words": .array(answer.words.map(JSONValue.string)),
      "head": .string(answer.tip.description), "complete": .boolean(answer.gaps.isEmpty),
      "gaps": .array(answer.gaps.map(\.json)), "texts": .array(answer.texts.map(\.json)),
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

  /// The text line by line; of a section, what stands below its heading.
  private var lines: [String] {
    let lines = words.split(separator: "\n").map { String($0) }
    if case .section = place { return [lines.dropFirst().joined(separator: " ")] }
    return lines
  }

  fileprivate var entry: DifferenceOutline.Entry {
    let since = origins.last.map { "written \($0.words)" } ?? "written at an unknown time"
    return DifferenceOutline.Entry(
      name: label, words: MarkedWords(lines.first ?? ""), fate: stands ? .changed : .gone,
      ending: stands ? nil : "does not stand so any more",
      details: (lines.dropFirst() + [since]).map { .note($0) })
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
      "section": .optional(section), "words": .string(words), "stands": .boolean(stands),
      "written": .array(origins.map(\.json)),
    ]
  }
}
