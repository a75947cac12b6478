internal import Briefs
internal import Git
internal import History
internal import Workspace

extension PromisedReport {
  /// The answer as `handoff/promised/1`; complete whatever is shown to people.
  var json: JSONValue {
    let (kind, name): (String, String) =
      switch answer.subject {
      case .brief(let id): ("brief", id)
      case .account(let account): ("account", account)
      }
    return [
      "schema": "handoff/promised/1", "kind": .string(kind), "name": .string(name),
      "moment": answer.moment.json, "complete": .boolean(answer.gaps.isEmpty),
      "gaps": .array(answer.gaps.map(\.json)), "later": answer.later?.json ?? .null,
      "briefs": .array(answer.lives.map(\.json)),
    ]
  }
}

extension BriefLife {
  fileprivate var json: JSONValue {
    let fields = brief.fields
    return [
      "brief": .string(id), "life": .integer(number),
      "path": .string(String(decoding: path, as: UTF8.self)), "namesakes": namesakes.json,
      "readable": .boolean(brief.isSound && !isUnread),
      "account": .optional(fields.string(.account)), "type": .optional(brief.type),
      "status": .optional(fields.string(.status)), "from": .optional(fields.string(.from)),
      "to": .optional(fields.string(.to)),
      "after": .strings(fields.list(.after).map(\.string)),
      "tip": .string(tip.description), "began": began?.json ?? .null, "ended": ended?.json ?? .null,
      "accepted": acceptance.flatMap { $0.isCutShort ? nil : $0.deed.json } ?? .null,
      "acceptedWithout": .strings(acceptance?.approvals?.lacks ?? []),
      "acceptedAgain": unmetAcceptance.map {
        ["at": $0.deed.json, "without": .strings($0.approvals?.lacks ?? [])]
      } ?? .null,
      "backInReview": .boolean(isBackInReview), "reworded": .boolean(isReworded),
      "complete": .boolean(!isCutShort),
      "noExclusions": .optional(fields.string(.noExclusions)),
      "unmatchedEmails": .integer(unmatchedEmails), "items": .array(items.map(\.json)),
    ]
  }
}

extension LedgerItem {
  fileprivate var json: JSONValue {
    [
      "list": .string(item.list.rawValue), "id": .optional(item.id),
      "standing": .string(standing.rawValue), "text": .optional(item.telling?.string),
      "state": .optional(item.list == .promises ? item.string(.state) ?? "open" : nil),
      "due": .optional(item.string(.due)),
      "source": .strings(item.fields.list(.source).map(\.string)),
      "quote": .optional(item.string(.quote)), "confidence": .optional(item.string(.confidence)),
      "carried": .optional(item.string(.carried)), "fields": item.fields.json,
      "boundedBy": .array(
        bounds.map { ["id": .string($0.id), "text": .optional($0.words)] }),
      "added": added?.deed.json ?? .null,
      "ended": ending.map {
        [
          "at": $0.event.isCutShort ? .null : $0.deed.json,
          "reason": .optional(item.string(.withdrawn) ?? $0.event.change.reason),
        ]
      } ?? .null,
      "approvals": .array(approvals.map(\.json)),
      "inWriting": isInWriting.map { .boolean($0) } ?? .null,
      "emails": .array(emails.map(\.json)),
      "changes": .array(changes.map(\.json)), "since": .array(since.map(\.json)),
      "proposed": proposal?.json ?? .null,
    ]
  }
}

extension LedgerChange {
  /// The change for programs.
  var json: JSONValue {
    [
      "at": deed.json, "path": .string(String(decoding: event.path, as: UTF8.self)),
      "merge": .boolean(event.isMerge), "cutShort": .boolean(event.isCutShort),
      "returned": .boolean(event.isReturn), "item": event.change.json,
    ]
  }
}

extension ItemApproval {
  fileprivate var json: JSONValue {
    let record = approval.approval
    return [
      "role": .string(record.role), "by": .string(record.by), "person": .string(approval.person),
      "at": .optional(record.item.string(.at)), "words": .string(words.rawValue),
      "counts": .boolean(approval.counts), "proof": .string(approval.word),
      "commit": .optional(approval.commit?.description),
      "committer": .optional(approval.committer?.person), "sentence": .string(sentence),
    ]
  }
}

extension ProvenApproval {
  fileprivate var commit: ObjectID? {
    switch proof {
    case .claimed(let commit), .signed(let commit), .unproven(let commit, _): commit.id
    case .notCommitted, .cutShort: nil
    }
  }
}

extension ItemEmail {
  fileprivate var json: JSONValue {
    let fields = email.record.fields
    return [
      "revision": .integer(revision), "kind": .string(email.content.kind.rawValue),
      "earlierWords": .optional(earlierWords), "body": .optional(fields.string(.body)),
      "sent": .optional(fields.string(.sent)), "to": .strings(fields.list(.to).map(\.string)),
      "reply": .optional(fields.string(.reply)), "replied": .optional(fields.string(.replied)),
      "repliedBy": .optional(fields.string(.repliedBy)), "how": .optional(fields.string(.how)),
      "note": .optional(fields.string(.note)), "evidence": .optional(fields.string(.evidence)),
    ]
  }
}
