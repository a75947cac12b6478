internal import Briefs

/// A difference as `handoff/diff/1`.
struct JSONDifferenceReport {
  let report: DifferenceReport

  var rendered: String {
    let document: JSONValue = [
      "schema": "handoff/diff/1", "from": report.old.json, "to": report.new.json,
      "briefs": .array(report.briefs.map(\.json)),
    ]
    return document.text + "\n"
  }
}

extension DifferenceReport.Revision {
  /// The revision's name and commit.
  var json: JSONValue { ["name": .string(name), "commit": .optional(commit)] }
}

extension ComparedBrief {
  /// What became of the brief.
  var json: JSONValue {
    [
      "brief": .optional(brief.id), "path": .string(path),
      "previousPath": .optional(previousPath), "change": .string(fate.rawValue),
      "items": .array(difference.items.map(\.json)),
      "fields": .array(difference.fields.map(\.json)),
      "emptyLists": .array(
        difference.emptyLists.map { change in
          ["list": .string(change.list.rawValue), "saysNone": .boolean(change.saysNone)]
        }),
      "summary": difference.body?.json ?? .null,
    ]
  }
}

extension ItemChange {
  /// What became of the item.
  var json: JSONValue {
    [
      "list": .string(list.rawValue), "id": .optional((previousItem ?? item).id),
      "change": .string(word), "reason": .optional(reason),
      "old": previousItem?.fields.json ?? .null, "new": now?.fields.json ?? .null,
      "newList": .optional(now?.list.rawValue), "fields": .array(fields.map(\.json)),
    ]
  }

  /// The item as it is; nil where nothing of it is left.
  private var now: Item? {
    guard let drop else { return item }
    if case .blank = drop.reason { return item }
    return nil
  }

  /// What became of it, in one word.
  var word: String {
    switch kind {
    case .added: "added"
    case .changed: "changed"
    case .withdrawn: "withdrawn"
    case .identified: "identified"
    case .moved: "moved"
    case .dropped: "dropped"
    }
  }

  /// Why it was withdrawn, or how it was lost.
  var reason: String? {
    switch kind {
    case .withdrawn(let reason): return reason.string
    case .dropped(let drop):
      switch drop.reason {
      case .gone: return "gone"
      case .blank: return "blank"
      case .unreadable: return "unreadable"
      }
    case .added, .changed, .identified, .moved: return nil
    }
  }
}

extension FieldChange {
  /// What changed in the field.
  var json: JSONValue {
    [
      "field": .string(name.rawValue), "block": .optional(block?.rawValue),
      "covered": .boolean(isCovered), "old": .array(old.map { .string($0.string) }),
      "new": .array(new.map { .string($0.string) }), "words": words.json,
    ]
  }
}

extension BriefDifference.BodyChange {
  fileprivate var json: JSONValue {
    ["old": .string(old), "new": .string(new), "words": words.json]
  }
}

extension WordDifference {
  /// The words in order, each run under what became of it.
  var json: JSONValue {
    .array(
      runs.map { run in
        switch run {
        case .kept(let text): ["kept": .string(text)]
        case .removed(let text): ["removed": .string(text)]
        case .added(let text): ["added": .string(text)]
        }
      })
  }
}
