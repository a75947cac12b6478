package import Briefs
internal import Diagnostics

/// What waits for whom, each with the command to type next.
package struct InboxReport: Sendable {
  let inbox: Inbox

  package init(_ inbox: Inbox) {
    self.inbox = inbox
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text: text(isColored: isColored)
    case .json: json.text + "\n"
    case .markdown: markdown
    }
  }

  private func text(isColored: Bool) -> String {
    let lines =
      [introduction].compactMap { $0?.onOneLine }.map { [$0] }
      + groups.map { $0.textLines(isColored: isColored) }
      + [closing].compactMap { $0 }.map { [$0] }
    return lines.joined(separator: [""]).map { $0 + "\n" }.joined()
  }

  private var markdown: String {
    let parts =
      ["# Inbox\n"]
      + [introduction].compactMap { $0 }.map { $0.onOneLine.escapedForMarkdown + "\n" }
      + groups.map(\.markdown) + [closing].compactMap { $0 }.map { $0.escapedForMarkdown + "\n" }
    return parts.joined(separator: "\n")
  }

  /// Why nothing is shown as the viewer's own, where that is so.
  private var introduction: String? {
    switch inbox.viewer {
    case .member: nil
    case .stranger(let address):
      "You (\(address)) are not on the roster, so this is what waits for others."
    case .unknown:
      "Git does not know who you are (git config user.email ADDRESS), so this is what waits for all."
    }
  }

  private var groups: [BriefOutline.Group] {
    var groups: [BriefOutline.Group] = []
    if case .member = inbox.viewer {
      groups.append(
        BriefOutline.Group(
          title: "Waiting for you", entries: inbox.mine.map(\.outline),
          absence: inbox.mine.isEmpty ? "nothing" : nil))
    }
    for (title, entries) in [
      ("Overdue", inbox.overdue), ("Stale", inbox.stale), ("Waiting for others", inbox.others),
    ] where !entries.isEmpty {
      groups.append(BriefOutline.Group(title: title, entries: entries.map(\.outline)))
    }
    return groups
  }

  private var closing: String? {
    if inbox.hiddenCount > 0 {
      let things = inbox.hiddenCount == 1 ? "1 more thing waits" : "\(inbox.hiddenCount) more wait"
      return "\(things) in briefs of others: handoff inbox --all"
    }
    guard inbox.entries.isEmpty else { return nil }
    return "Nothing waits. Begin a handoff: handoff new TYPE; see all briefs: handoff list"
  }

  private var json: JSONValue {
    let me: String? =
      if case .member(let person) = inbox.viewer { person.email } else { nil }
    return [
      "schema": "handoff/inbox/1", "me": .optional(me), "day": .string("\(inbox.day)"),
      "tasks": .array(inbox.entries.map(\.json)), "hidden": .integer(inbox.hiddenCount),
    ]
  }
}

extension Inbox.Entry {
  fileprivate var outline: BriefOutline.Entry {
    let notes = [standIn, day].compactMap { $0 }
    let words = [
      task.account?.shortened(to: 60), part == nil ? task.who : nil,
      task.sentence + (notes.isEmpty ? "" : " (\(notes.joined(separator: "; ")))"),
    ]
    return BriefOutline.Entry(
      name: task.brief, text: words.compactMap { $0 }.joined(separator: " · "),
      details: ["→ " + task.command], isWithdrawn: false)
  }

  private var standIn: String? {
    guard case .standIn(let name) = part else { return nil }
    return "you stand in for \(name)"
  }

  /// The day that counts, where the sentence does not say it already.
  private var day: String? {
    if let due = task.due, !task.sentence.contains("\(due)") {
      return task.isOverdue ? "overdue since \(due)" : "by \(due)"
    }
    if task.isOverdue { return "overdue" }
    return task.since.map { "since \($0)" }
  }

  fileprivate var json: JSONValue {
    var standsInFor: String?
    if case .standIn(let name) = part { standsInFor = name }
    return [
      "brief": .string(task.brief), "account": .optional(task.account),
      "kind": .string(task.kind.rawValue), "item": .optional(task.item),
      "sentence": .string(task.sentence),
      "who": .array(task.assignees.map { .string($0.label) }), "mine": .boolean(part != nil),
      "standsInFor": .optional(standsInFor), "overdue": .boolean(task.isOverdue),
      "stale": .boolean(task.isStale), "since": .optional(task.since.map { "\($0)" }),
      "due": .optional(task.due.map { "\($0)" }), "command": .string(task.command),
    ]
  }
}
