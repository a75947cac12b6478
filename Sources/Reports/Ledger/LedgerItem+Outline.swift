internal import Briefs
internal import History
internal import Workspace

extension LedgerItem {
  /// The item as an entry of a page; all that is known of it, or where it ended.
  func entry(isWhole: Bool, at moment: Moment) -> DifferenceOutline.Entry {
    let words = MarkedWords(item.telling?.string ?? "")
    let fate: DifferenceOutline.Entry.Fate = standing == .gone ? .gone : .changed
    return DifferenceOutline.Entry(
      name: isWhole ? item.id ?? "" : item.list.name(of: item.id), words: words, fate: fate,
      ending: endingWords,
      details: isWhole ? details(at: moment) : [])
  }

  private var endingWords: String? {
    let deed = ending.map { " \($0.when)" } ?? ""
    switch standing {
    case .stands: return nil
    case .withdrawn: return "was withdrawn\(deed): \(item.string(.withdrawn) ?? "")"
    case .gone: return "was lost\(deed)"
    }
  }

  private func details(at moment: Moment) -> [DifferenceOutline.Detail] {
    var lines = FieldDetails.lines(
      of: item.fields, without: [.id, item.tellingField, .boundedBy, .withdrawn, .carried])
    if item.list == .promises, item[.state] == nil { lines.insert("state open", at: 0) }
    lines += bounds.map { "but not \($0.id)" + ($0.words.map { ": \($0)" } ?? "") }
    lines.append(beginning)
    lines += approvalLines + emailLines
    return lines.map { DifferenceOutline.Detail(label: nil, words: MarkedWords($0)) }
      + changes.dropFirst().flatMap {
        $0.details(before: $0.phase.prefix + "changed")
      } + (newness.map { [.note($0)] } ?? [])
      + since.flatMap {
        $0.details(
          before: moment.isMergedLater($0.deed)
            ? "merged since then, changed" : "since then, changed")
      }
  }

  private var beginning: String {
    let origin = item.string(.carried).map { "carried on from \($0), " } ?? ""
    return "\(origin)added \(changes.first?.when ?? "before what can be read of history")"
  }

  /// Those that hold for these words on one line, each other one on its own.
  private var approvalLines: [String] {
    let own = approvals.filter(\.isPlain)
    let others = approvals.filter { !$0.isPlain }
    let whole =
      own.isEmpty
      ? approvals.contains(where: \.approval.isUnknown) ? Words.maybeApproved : Words.notApproved
      : "approved " + own.map(\.approval.giver).joined(separator: "; ")
    return [whole] + others.map(\.sentence)
  }

  private var emailLines: [String] {
    let lines = emails.map(\.sentence)
    switch isInWriting {
    case true?: return lines
    case false?: return [lines.isEmpty ? Words.notInWriting : Words.notInTheseWords] + lines
    case nil: return [Words.maybeInWriting] + lines
    }
  }

  /// What is to be said of an item that the accepted version does not have.
  private var newness: String? {
    guard case .added? = proposal?.kind else { return nil }
    return changes.first?.phase == .unapproved
      ? "added after the handoff was accepted, without the approvals that it needed"
      : "in review: new, and not accepted yet"
  }
}

extension LedgerChange.Phase {
  /// What stands before a change of the phase.
  fileprivate var prefix: String {
    switch self {
    case .settled: ""
    case .inReview: "in review, "
    case .unapproved: "without the approvals that it needed, "
    }
  }
}

extension ItemList {
  /// An item of the list with its kind: `exclusion X-3P4N`.
  func name(of id: String?) -> String { [noun, id].compactMap { $0 }.joined(separator: " ") }
}

extension LedgerChange {
  /// When and by whom; of what stood in the first commit that can be read, only that it did.
  var when: String {
    event.isCutShort ? deed.latestWords(isBehindUnread: event.isBehindUnread) : deed.words
  }

  /// What changed, by whom and when: a line for each field.
  func details(before verb: String) -> [DifferenceOutline.Detail] {
    let merge = event.isMerge ? " in a merge" : ""
    let change = event.change
    let head = "\(verb)\(merge) \(when)"
    switch change.kind {
    case .added:
      return [.note("\(event.isReturn ? "brought back" : "added")\(merge) \(when)")]
    case .dropped(let drop):
      if drop.reason == .unreadable {
        return [.note("since \(when), the file could not be read as a brief")]
      }
      return [.note("\(head): it was lost")]
    case .withdrawn(let reason): return [.note("\(head): withdrawn: \(reason.string)")]
    case .changed, .identified, .moved:
      let fields = change.fields.filter {
        !FieldDetails.hidden.contains($0.name)
          && !($0.name == .withdrawn && change.takenBack != nil)
      }
      let lines = fields.map {
        DifferenceOutline.Detail(label: "\(head), \($0.name.label)", words: MarkedWords($0))
      }
      return [change.shift, change.takenBack].compactMap { $0 }.map { .note("\(head): \($0)") }
        + lines
    }
  }
}

extension ItemChange {
  /// What happened to an item besides its fields.
  var shift: String? {
    switch kind {
    case .identified: "it got the id \(item.id ?? "")"
    case .moved: "it became an \(item.list.noun), \(item.name)"
    case .added, .changed, .withdrawn, .dropped: nil
    }
  }
}

extension ItemApproval {
  /// Who approved in which role, and what proves it.
  var sentence: String {
    let given =
      switch words {
      case .same: "approved \(approval.giver)"
      case .other: "approved with other words \(approval.giver)"
      case .unknown:
        "approved in a state of the brief that history does not have, \(approval.giver)"
      }
    return (isSinceAccepted ? "since then " : "") + given
      + (approval.objection.map { (approval.isUnknown ? ": " : ", which does not count: ") + $0 }
        ?? "")
  }

  /// Whether nothing else is to be said of it than that it was given for the words.
  var isPlain: Bool { words == .same && approval.objection == nil && !isSinceAccepted }
}

extension ProvenApproval {
  /// The person with role, day and proof: `as sales by Dana Lee on 2026-07-20 (signed)`; and who
  /// committed a claim in another's name.
  var giver: String {
    let day = approval.at.map { " on \($0.date)" } ?? ""
    let aside = committer.map { ", committed by \($0.person.shortened(to: 120))" } ?? ""
    return "as \(approval.role) by \(person)\(day) (\(word)\(aside))"
  }

  /// What proves it, in one word.
  var word: String {
    switch proof {
    case .claimed: "claimed"
    case .signed: "signed"
    case .unproven: "unproven"
    case .notCommitted: "uncommitted"
    case .cutShort: "unknown"
    }
  }
}

extension ItemEmail {
  /// Which email it was and what came back.
  var sentence: String {
    let log = SummaryLog.Email(record: email.record, includesTerms: email.includesTerms)
    let answer = log.answer.map { ": \($0)" } ?? ""
    let whole = "revision \(revision), \(log.sentence)\(answer)"
    guard let earlierWords else { return "in writing: \(whole)" }
    return "\(whole); it held other words: “\(earlierWords)”"
  }
}

private enum Words {
  static let notApproved = "nobody approved these words"
  static let maybeApproved = "whether these words were approved cannot be told from what is here"
  static let notInWriting = "never put to the client in writing"
  static let notInTheseWords = "never put to the client in these words"
  static let maybeInWriting = "no email that can be read held these words"
}
