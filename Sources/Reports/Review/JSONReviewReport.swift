internal import Briefs

// A review as `handoff/review/1`.
extension ReviewReport {
  var json: JSONValue {
    [
      "schema": "handoff/review/1", "brief": .string(name), "path": .string(compared.path),
      "flags": RedFlagLines(flags).json,
      "since": start.map { start in
        [
          "occasion": .string(start.occasion), "date": .string(start.date),
          "commit": .string(start.commit),
        ]
      } ?? .null,
      "answers": .array(start == nil ? [] : answered.map(\.fields.json)),
      "changes": start == nil ? .null : compared.json,
      "approvals": .array(approvals.map(\.json)), "missing": .array(missing.map(\.json)),
      "offered": .array(
        offered.map { approval in
          [
            "role": .string(approval.role), "by": .string(approval.by),
            "at": .string(approval.at), "covers": .string(approval.covers),
          ]
        }),
    ]
  }
}
