internal import Briefs
internal import Diagnostics

/// What the rules on lost items share: which items are lost, and what is said about them.
package enum DroppedItem {
  static let remedy =
    "Put it back under its id: `git diff HEAD -- FILE` shows its lines. To retire it, "
    + "put it back first, then `handoff withdraw BRIEF/ITEM --reason \"…\"`, which keeps it in the "
    + "file."

  /// A finding for each item that a version before has and this one lost; once for all parents.
  static func findings(
    in subject: Subject, from lists: Set<ItemList>, rule: String
  ) -> [Finding] {
    var told: Set<[UInt8]> = []
    return subject.differences.flatMap(\.items).compactMap { change in
      guard lists.contains(change.list), let drop = change.drop, let item = change.previousItem,
        told.insert(Array((item.id ?? item.sentenceName).utf8)).inserted
      else { return nil }
      return Finding(
        rule: rule, span: span(of: change, drop, in: subject.brief), item: item.id,
        message: message(item, drop), help: help(item, drop, subject))
    }
  }

  /// Where the words were, the list that lacks the item, or what keeps the file from being read.
  private static func span(
    of change: ItemChange, _ drop: ItemChange.Drop, in brief: Brief
  ) -> Range<Int> {
    switch drop.reason {
    case .gone: brief.anchor(of: change.list)
    case .blank:
      change.item.fields.field(change.previousItem?.tellingField ?? change.item.tellingField)?
        .keySpan ?? change.item.span
    case .unreadable: brief.findings.first?.span ?? brief.anchor
    }
  }
}

extension DroppedItem {
  private static func message(_ item: Item, _ drop: ItemChange.Drop) -> String {
    let name = item.sentenceName
    switch drop.reason {
    case .unreadable: return "\(name) cannot be read any more"
    case .blank: return "\(name) has no words left"
    case .gone:
      guard let lookalike = drop.lookalike else {
        return item.isWithdrawn
          ? "\(name) is gone; what was withdrawn stays in the file" : "\(name) is gone"
      }
      guard lookalike.list == item.list else {
        return "\(name) is gone from `\(item.list.rawValue)`; "
          + "it seems to stand under `\(lookalike.list.rawValue)` now"
      }
      guard let newID = lookalike.id else { return "\(name) has lost its id" }
      return "\(name) is gone; its words stand under the new id \(newID)"
    }
  }

  private static func help(_ item: Item, _ drop: ItemChange.Drop, _ subject: Subject) -> String {
    let file = subject.path.shellWord
    switch drop.reason {
    case .unreadable where subject.brief.isUnmerged:
      return "end the merge first: \(subject.path) holds two versions, one below the other"
    case .unreadable:
      return "mend the file, or bring its last version back: "
        + "`git restore --source=HEAD --staged --worktree -- \(file)`"
    case .blank:
      return "write its words back" + retirement(of: item, in: subject)
    case .gone where subject.isGone:
      return "put the file back: `git restore --source=HEAD --staged --worktree -- \(file)`"
    case .gone:
      guard let id = item.id else {
        return item.isOneLine
          ? "put the line back; `handoff fmt \(subject.name.shellWord)` gives it an id, "
            + "and then it may be reworded or withdrawn"
          : "put it back as it was; `git diff HEAD -- \(file)` shows it"
      }
      guard let lookalike = drop.lookalike else {
        return "put it back as it was; `git diff HEAD -- \(file)` shows it"
          + retirement(of: item, in: subject)
      }
      if lookalike.list != item.list {
        return "put it back under `\(item.list.rawValue)` with its id \(id)"
      }
      return lookalike.id.map { "keep the id \(id) for these words, instead of \($0)" }
        ?? "give it its id again: `id: \(id)`"
    }
  }

  private static func retirement(of item: Item, in subject: Subject) -> String {
    item.list.isRecord ? "" : retirement(ofItem: item.id, in: subject.name)
  }

  /// How to retire an item that is not a record and has to come back first; empty where its id or
  /// the brief's has not the form of one, so that no command could name it.
  package static func retirement(ofItem id: String?, in brief: String?) -> String {
    guard let id, let brief, Identifiers.isItemID(id), Identifiers.isBriefID(brief) else {
      return ""
    }
    return
      "; to retire it, first put it back, then `handoff withdraw \(brief)/\(id) --reason \"…\"`"
  }
}

extension Item {
  /// The item in a sentence; records without ids by who, what and when.
  fileprivate var sentenceName: String {
    let at = string(.at) ?? string(.sent)
    switch list {
    case .approvals:
      return "the approval as \(string(.role) ?? "?") by \(string(.by) ?? "?")"
        + (at.map { " of \($0)" } ?? "")
    case .emails:
      return "the record of the \(string(.kind) ?? "") email" + (at.map { " of \($0)" } ?? "")
    case .promises, .exclusions, .expectations, .customTerms, .stakeholders, .successCriteria,
      .risks, .requirements, .objections, .sensitivities, .support, .questions, .evidence,
      .returns, .incidents, .waivers, .leftBehind:
      return label.isEmpty ? list.noun : label
    }
  }
}

extension ItemList {
  /// Whether its entries say what happened, rather than what was agreed.
  var isRecord: Bool {
    switch self {
    case .questions, .evidence, .approvals, .returns, .emails, .incidents, .waivers: true
    case .promises, .exclusions, .expectations, .customTerms, .stakeholders, .successCriteria,
      .risks, .requirements, .objections, .sensitivities, .support, .leftBehind:
      false
    }
  }
}
