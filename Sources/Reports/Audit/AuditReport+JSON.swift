internal import Briefs
internal import Diagnostics
internal import Git
internal import History
internal import Workspace

extension AuditReport {
  /// The audit as `handoff/audit/1`.
  var json: JSONValue {
    [
      "schema": "handoff/audit/1",
      "tip": .optional(audit.tip?.description),
      "findings": .array(audit.violations.map(\.json)),
      "incomplete": .array(audit.gaps.map(\.json)),
      "replaced": .integer(audit.replacementCount),
      "grafts": .boolean(audit.hasGrafts),
      "summary": [
        "commits": .integer(audit.commitCount),
        "judged": .integer(audit.judgedCount),
        "violations": .integer(audit.violations.count),
        "standing": .integer(audit.standingCount),
      ],
    ]
  }
}

extension Violation {
  /// The finding as `handoff/check/1` has it, but for the next step; then the commit, who, when, and
  /// whether it stands.
  fileprivate var json: JSONValue {
    .object(
      diagnostic.jsonMembers.map { $0.key == "help" ? ($0.key, .string(remedy)) : $0 } + [
        ("commit", .string(commit.description)),
        ("author", .optional(author?.person)),
        ("date", .optional(author?.instant)),
        ("committer", .optional(committer?.person)),
        ("committed", .optional(committer?.instant)),
        ("standing", .boolean(isStanding)),
        ("takenOver", .optional(takenOver?.description)),
        ("reference", .optional(reference)),
      ])
  }
}

extension AuditGap {
  fileprivate var json: JSONValue {
    [
      "commit": .string(commit.description),
      "affects": .string(extent.rawValue),
      "reason": .string(error.description),
    ]
  }
}
