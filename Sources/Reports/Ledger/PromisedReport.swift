internal import Briefs
internal import Git
package import History

/// What was promised, ready to be shown in any ``DifferenceFormat``.
package struct PromisedReport: Sendable {
  let answer: PromisedAnswer

  /// Whether what does not hold any more is told as fully as what holds, with every earlier wording.
  let showsAll: Bool

  package init(_ answer: PromisedAnswer, showsAll: Bool) {
    self.answer = answer
    self.showsAll = showsAll
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DifferenceFormat, isColored: Bool) -> String {
    page.rendered(as: format, isColored: isColored, json: json)
  }

  private var page: LedgerPage {
    let subject =
      switch answer.subject {
      case .brief(let id): id
      case .account(let name): answer.lives.last?.brief.fields.string(.account) ?? name
      }
    return LedgerPage(
      title: "What we promised: \(subject)", notes: notes, sections: answer.lives.map(section))
  }

  private var notes: [String] {
    var notes = answer.moment.words
    if answer.lives.isEmpty, answer.moment.commit != nil {
      notes.append(
        "it was not there by then"
          + (answer.later.map { "; it begins \($0.words)" } ?? ""))
    }
    return notes + answer.gaps.map(\.words)
  }

  private func section(_ life: BriefLife) -> LedgerPage.Section {
    LedgerPage.Section(
      title: life.isUnread ? life.id : BriefHeader.title(of: life.brief), notes: notes(on: life),
      groups: groups(of: life))
  }

  private func notes(on life: BriefLife) -> [String] {
    let fields = life.brief.fields
    let people = "\(fields.string(.from) ?? "?") → \(fields.string(.to) ?? "?")"
    let head = [
      fields.string(.status), life.brief.type, life.isUnread ? nil : people,
      String(decoding: life.path, as: UTF8.self),
    ].compactMap { $0 }.joined(separator: " · ")
    let isOneOfSeveral =
      life.number > 1 || answer.lives.contains { $0.id == life.id && $0.number > 1 }
    return [
      head,
      life.namesakes.words,
      isOneOfSeveral ? "the id was used again: this is life \(life.number) of it" : nil,
      life.began.map { "begun \($0.words)" },
      life.ended.map { "not in the tree any more: taken out \($0.words)" },
      life.isBackInReview ? "\(life.work): these are the words accepted last" : nil,
      life.isReworded
        ? "changed since without the approvals that it needed: these are the words accepted last"
        : nil,
      life.acceptance.map { "set to accepted \($0.words)" },
      life.acceptance?.lacksInWords.map { "but \($0)" },
      life.acceptance?.laterApprovals.map {
        "all that these words needed was there only after that: approved "
          + $0.given.map(\.giver).joined(separator: "; ")
      },
      life.unmetAcceptance.map {
        "set to accepted again \($0.words), but \($0.lacksInWords ?? "")"
      },
      life.isUnread
        ? "what it says cannot be read here, so what it promised is not known"
        : life.brief.isSound ? nil : "the file cannot be read as a brief, so nothing of it counts",
    ].compactMap { $0 }
  }

  private func groups(of life: BriefLife) -> [DifferenceOutline.Group] {
    let lists: [ItemList] = [.promises, .exclusions, .customTerms, .expectations]
    var groups = lists.compactMap { list -> DifferenceOutline.Group? in
      let items = life.items.filter { $0.item.list == list && (showsAll || $0.standing == .stands) }
      guard !items.isEmpty || list == .promises || list == .exclusions else { return nil }
      return DifferenceOutline.Group(
        title: list.heading,
        entries: items.isEmpty
          ? [nothing(in: list, of: life)] : items.map { entry($0, isWhole: true) })
    }
    if !showsAll {
      for (title, standing) in [("Withdrawn", LedgerItem.Standing.withdrawn), ("Gone", .gone)] {
        let items = life.items.filter { $0.standing == standing }
        if items.isEmpty { continue }
        groups.append(
          DifferenceOutline.Group(title: title, entries: items.map { entry($0, isWhole: false) }))
      }
    }
    return groups
  }

  private func nothing(in list: ItemList, of life: BriefLife) -> DifferenceOutline.Entry {
    var words =
      life.brief.isSound
      ? "none" : "not known: the file cannot be read\(life.isUnread ? " here" : " as a brief")"
    if list == .exclusions, life.brief.isSound,
      !life.items.contains(where: { $0.item.list == list })
    {
      let reason = life.brief.fields.string(.noExclusions)
      words = reason.map { "none: \($0)" } ?? "the brief does not say what is not included"
    }
    return DifferenceOutline.Entry(name: "", words: MarkedWords(words), fate: .changed)
  }

  private func entry(_ item: LedgerItem, isWhole: Bool) -> DifferenceOutline.Entry {
    var entry = item.entry(isWhole: isWhole, at: answer.moment)
    guard showsAll else { return entry }
    entry.details += item.otherWordings.map { words, change in
      let since =
        change.event.isCutShort ? change.when : "from \(change.deed.shortWords)"
      return .note("\(since): “\(words)”")
    }
    return entry
  }
}

extension [[UInt8]] {
  /// The files that have a brief's id beside the one that is told of; nil where there are none.
  var words: String? {
    if isEmpty { return nil }
    let files = map { String(decoding: $0, as: UTF8.self) }.joined(separator: ", ")
    return "the same id stands in \(files) too, and what that file says is not told here"
  }
}

extension BriefLife {
  /// How it is being worked on again.
  fileprivate var work: String {
    brief.status == .cancelled
      ? "cancelled while it was worked on again"
      : "back in \(brief.fields.string(.status) ?? "work")"
  }
}

extension Acceptance {
  /// What it needed and did not have, in one sentence; nil where nothing is known to be missing.
  var lacksInWords: String? {
    guard let lacks = approvals?.lacks, !lacks.isEmpty else { return nil }
    return "without what that needed: \(lacks.joined(separator: "; "))"
  }

  fileprivate var words: String {
    isCutShort ? deed.latestWords(isBehindUnread: isBehindUnread) : deed.words
  }
}
