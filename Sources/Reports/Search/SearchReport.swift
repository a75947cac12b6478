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
      notes: (answer.places.isEmpty ? nothing : [count]) + (answer.untoldCount > 0 ? [share] : [])
        + answer.gaps.map(\.words),
      sections: briefs.lazy.map { range in
        let places = answer.places[range]
        let first = places.first { $0.agreement != nil } ?? answer.places[range.lowerBound]
        return LedgerPage.Section(
          title: first.brief ?? "files that name no brief", notes: [first.note].compactMap { $0 },
          groups: [
            DifferenceOutline.Group(
              title: "Found",
              entries: places.flatMap { $0.texts.map(\.entry) })
          ])
      }, ending: answer.untoldCount > 0 ? [rest] : [])
  }

  /// Which of all are told.
  private var share: String {
    "\(answer.places.count) of them are told: first what stands in accepted handoffs, then in others; "
      + "of each the newest"
  }

  /// What is not told, and how to come by it.
  private var rest: String {
    let number = answer.untoldCount
    let holders = number == 1 ? "item or section holds" : "items and sections hold"
    return "\(number) more \(holders) these words: add a word to find fewer, or --all to see all"
  }

  private var nothing: [String] {
    let part = answer.gaps.isEmpty ? "" : "what can be read of "
    return [
      "no item and no section of a summary in \(part)the history of HEAD holds these words",
      "not searched: ids, deals, goals and other single fields, files of evidence, other branches",
    ]
  }

  /// How many items and sections there are of each outcome.
  private var count: String {
    let parts = SearchAnswer.Outcome.allCases.compactMap { outcome -> String? in
      guard let number = answer.counts[outcome], number > 0 else { return nil }
      return "\(number) \(outcome.rawValue)"
    }
    return "items and sections: \(parts.joined(separator: ", "))"
  }

  /// Where the items and sections of each brief stand.
  private var briefs: [Range<Int>] {
    var result: [Range<Int>] = []
    for (index, place) in answer.places.enumerated() {
      if let last = result.last, answer.places[last.lowerBound].brief == place.brief {
        result[result.count - 1] = last.lowerBound..<(index + 1)
      } else {
        result.append(index..<(index + 1))
      }
    }
    return result
  }

  private var json: JSONValue {
    let texts = answer.places.flatMap { place in place.texts.map { (text: $0, of: place) } }
    return [
      "schema": "handoff/search/1", "words": .array(answer.words.map(JSONValue.string)),
      "head": .string(answer.tip.description), "complete": .boolean(answer.gaps.isEmpty),
      "gaps": .array(answer.gaps.map(\.json)),
      "texts": .made(count: texts.count) { texts[$0].text.json(of: texts[$0].of) },
    ]
  }
}

extension SearchAnswer.Text {
  /// What the text belongs to, as people call it, with its kind.
  fileprivate var label: String {
    switch place {
    case .account: "account"
    case .predecessor: "after"
    case .item(let list, let id): list.name(of: id)
    case .section(let heading): heading.isEmpty ? "summary" : "section \(heading)"
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
    var own = "\(title)\n\(withdrawn ?? "")".split(separator: "\n").map { Array($0.utf8) }
    var shown = [title]
    for line in lines where !own.contains(Array(line.utf8)) && !(isRecord && title.has(line)) {
      own.append(Array(line.utf8))
      shown.append((fields[Array(line.utf8)].map { "\($0.label): " } ?? "") + line)
    }
    return shown
  }

  /// Whether its title is put together from its fields.
  private var isRecord: Bool {
    switch place {
    case .item(.emails, _), .item(.approvals, _): true
    case .account, .predecessor, .item, .section: false
    }
  }

  private var isFollowed: Bool {
    if case .item(_, _?) = place { return true }
    return false
  }

  /// What became of it, and by whom; nil where it stands.
  private var endingWords: String? {
    let deed = (ending.map { " \($0.words)" } ?? "") + phase.ending
    let reason = withdrawn.map { ": \($0)" } ?? ""
    switch fate {
    case .stands where withdrawn == nil:
      return phase == .unapproved ? "stands\(phase.ending)" : nil
    case .stands: return ending == nil ? "is withdrawn\(reason)" : "was withdrawn\(deed)\(reason)"
    case .reworded:
      let since = ending == nil ? "was reworded since" : "was reworded\(deed)"
      return withdrawn == nil ? since : "\(since), and is withdrawn\(reason)"
    case .moved(let list, let id):
      return "is \(list.name(of: id)) now" + (withdrawn == nil ? "" : ", and withdrawn\(reason)")
    case .gone: return isFollowed ? "was lost\(deed)" : "is not there in these words any more"
    case .unknown: return "cannot be told to stand or not"
    }
  }

  private var standing: String {
    switch fate {
    case .stands: withdrawn == nil ? "stands" : "withdrawn"
    case .reworded: "reworded"
    case .moved: "moved"
    case .gone: "gone"
    case .unknown: "unknown"
    }
  }

  /// The whole text as it is found, but for the reason why it is withdrawn.
  private var ownWords: String {
    let titles = title.split(separator: "\n").map { Array($0.utf8) }
    return words.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      let line = Array(line.utf8)
      return fields[line] != .withdrawn || titles.contains(line)
    }.joined(separator: "\n")
  }

  fileprivate var entry: DifferenceOutline.Entry {
    let since = origins.last.map {
      "written \(isCutShort ? $0.latestWords(isBehindUnread: isBehindUnread) : $0.words)"
    }
    return DifferenceOutline.Entry(
      name: label, words: MarkedWords(shownLines.first ?? ""), fate: stands ? .changed : .gone,
      ending: endingWords,
      details: (shownLines.dropFirst() + [since].compactMap { $0 }).map { .note($0) })
  }

  fileprivate func json(of found: SearchAnswer.Place) -> JSONValue {
    let (list, item, section): (String?, String?, String?) =
      switch place {
      case .account: ("account", nil, nil)
      case .predecessor: ("after", nil, nil)
      case .item(let list, let id): (list.rawValue, id, nil)
      case .section(let heading): (nil, nil, heading)
      }
    return [
      "brief": .optional(brief), "list": .optional(list), "item": .optional(item),
      "section": .optional(section), "status": .optional(found.status), "words": .string(ownWords),
      "lines": .strings(lines),
      "stands": fate == .unknown ? .null : .boolean(stands && withdrawn == nil),
      "standing": .string(standing), "withdrawn": .optional(withdrawn),
      "ended": ending?.json ?? .null,
      "unapproved": found.agreement == nil ? .null : .boolean(phase == .unapproved),
      "cutShort": .boolean(isCutShort), "written": .array(origins.map(\.json)),
    ]
  }
}

extension LedgerChange.Phase {
  /// What is said of a change behind who made it.
  fileprivate var ending: String {
    switch self {
    case .settled: ""
    case .inReview: ", in review"
    case .unapproved: ", without the approvals that it needed"
    }
  }
}

extension String {
  fileprivate func has(_ part: String) -> Bool { utf8.firstRange(of: part.utf8) != nil }
}
