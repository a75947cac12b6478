internal import Briefs
internal import Workspace

/// What speaks for an item's words: who approved them, and which email the client has them in.
struct ItemEvidence {
  /// The newest approval of each role, with the version of the brief that it covers.
  let approvals: [(approval: ProvenApproval, covered: Brief?)]
  let revisions: SummaryRevisions

  /// Whether a part of the brief's history cannot be read.
  let isCutShort: Bool

  struct Answers {
    let approvals: [ItemApproval]
    let emails: [ItemEmail]
    let isInWriting: Bool?
  }

  func answers(on item: Item, after changes: [LedgerChange]) -> Answers {
    let emails = emails(on: item, after: changes)
    let isInWriting = emails.contains { $0.earlierWords == nil }
    let isUnknown = isCutShort || !revisions.unmatched.isEmpty
    return Answers(
      approvals: approvals.compactMap { approval(of: item, $0.approval, $0.covered) },
      emails: emails, isInWriting: isInWriting ? true : isUnknown ? nil : false)
  }

  private func approval(
    of item: Item, _ proven: ProvenApproval, _ covered: Brief?
  ) -> ItemApproval? {
    guard item.isCovered(by: proven.approval.role) else { return nil }
    guard let covered else { return ItemApproval(approval: proven, words: .unknown) }
    guard let id = item.id, let approved = covered.item(id, in: item.list) else { return nil }
    return ItemApproval(
      approval: proven, words: approved.coveredWords == item.coveredWords ? .same : .other)
  }

  private func emails(on item: Item, after changes: [LedgerChange]) -> [ItemEmail] {
    var wordings = [Wording(item)].compactMap { $0 }
    for change in changes.reversed() where !change.event.isLoss {
      if let wording = Wording(change.event.change.item), !wordings.contains(wording) {
        wordings.append(wording)
      }
    }
    return revisions.all.flatMap { revision in
      revision.emails.compactMap { email in
        guard email.record.string(.sent) != nil else { return nil }
        let carried = wordings.firstIndex { email.content.holds($0, of: item.list) }
        return carried.map { place in
          ItemEmail(
            email: email, revision: revision.number,
            earlierWords: place == 0 ? nil : wordings[place].line)
        }
      }
    }
  }
}

/// The words of an item as a client reads them.
private struct Wording: Equatable {
  let text: String
  let due: String?

  init?(_ item: Item) {
    guard let text = item.telling?.string.collapsingWhiteSpace else { return nil }
    self.text = text
    due = item.string(.due)?.collapsingWhiteSpace
  }

  /// The words on the line of a final summary.
  var line: String { text + (due.map { " (by \($0))" } ?? "") }

  static func == (left: Wording, right: Wording) -> Bool {
    left.line.utf8.elementsEqual(right.line.utf8)
  }
}

extension SummaryContent {
  /// Whether the client reads the very words: on a line of their own where a final summary lists
  /// them, or within the text.
  fileprivate func holds(_ wording: Wording, of list: ItemList) -> Bool {
    if kind == .final, list.isPutInFinalSummary {
      return sections.contains { section in
        section.markdown.split(separator: "\n").contains { line in
          line.hasPrefix("- ")
            && String(line.dropFirst(2)).withoutEscapes.utf8.elementsEqual(wording.line.utf8)
        }
      } || isInText(wording)
    }
    return isInText(wording)
  }

  private func isInText(_ wording: Wording) -> Bool {
    let words = wording.text.droppingFullStop.utf8
    // A word or two stand in many sentences that say something else.
    guard wording.text.utf8.count(where: { $0 == UInt8(ascii: " ") }) > 1 else { return false }
    return sections.contains { section in
      section.markdown.withoutEscapes.collapsingWhiteSpace.holds(words: Array(words))
    }
  }
}

extension String {
  /// Markdown's backslashes before punctuation taken away.
  fileprivate var withoutEscapes: String {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in utf8 {
      if isEscaped {
        if !byte.isPunctuation { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else {
        result.append(byte)
      }
    }
    if isEscaped { result.append(UInt8(ascii: "\\")) }
    return String(decoding: result, as: UTF8.self)
  }

  fileprivate var droppingFullStop: String { hasSuffix(".") ? String(dropLast()) : self }

  /// Whether words stand in the text, not within longer words.
  fileprivate func holds(words: [UInt8]) -> Bool {
    let bytes = Array(utf8)
    guard let first = words.first, bytes.count >= words.count else { return false }
    for start in 0...(bytes.count - words.count) where bytes[start] == first {
      let end = start + words.count
      guard bytes[start..<end].elementsEqual(words) else { continue }
      let isApart =
        (start == 0 || !bytes[start - 1].isWordForming)
        && (end == bytes.count || !bytes[end].isWordForming)
      if isApart { return true }
    }
    return false
  }
}

extension UInt8 {
  fileprivate var isPunctuation: Bool {
    (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self) || (0x5B...0x60).contains(self)
      || (0x7B...0x7E).contains(self)
  }

  fileprivate var isWordForming: Bool { self > 0x20 && !isPunctuation }
}

extension ItemList {
  /// Whether a final summary lists the items, each on its line.
  fileprivate var isPutInFinalSummary: Bool {
    self == .promises || self == .exclusions || self == .customTerms
  }
}

extension Item {
  /// The words that approvals cover, field by field.
  fileprivate var coveredWords: [[String]] {
    Catalogue.fields(of: list).filter(\.isCovered).map { field in
      fields.list(field.name).map(\.string.canonicalWords).sorted()
    }
  }
}
