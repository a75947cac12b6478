package import Briefs
internal import Diagnostics

/// Where the client's answer to the latest summary stands, for a line of a page and for programs.
struct ClientLine {
  let answer: ClientAnswer

  /// The answer, in a few words that go on from “client”.
  var words: String {
    switch answer.state {
    case .unsent: "has not got the \(answer.noun)"
    case .changed: "got the \(answer.noun)\(day(record?.sent)), in other words than now"
    case .waiting: "has until \(answer.due.map { "\($0)" } ?? "?") to answer the \(answer.noun)"
    case .silent:
      "silent: the \(answer.noun)\(day(answer.sent)) is not answered"
        + (answer.isReminded ? ", and they were reminded" : "")
    case .corrected: "corrected the \(answer.noun)\(day(record?.replied))\(note)"
    case .confirmed: "confirmed the \(answer.noun)\(day(record?.replied))\(note)"
    case .unconfirmed: "silent, and the work may start all the same\(note)"
    }
  }

  private var record: EmailRecord? { answer.record }

  /// The record with an answer; what does not count as one is none.
  private var answered: EmailRecord? {
    answer.state == .waiting || answer.state == .silent ? nil : record
  }

  private var note: String { record?.note.map { ": \($0.shortened(to: 120))" } ?? "" }

  private func day(_ day: CalendarDate?) -> String { day.map { " of \($0)" } ?? "" }

  /// All of it for a program.
  var json: JSONValue {
    [
      "kind": .string(answer.kind.rawValue), "state": .string(answer.state.rawValue),
      "sent": .optional(answer.sent.map { "\($0)" }), "due": .optional(answer.due.map { "\($0)" }),
      "reminded": .boolean(answer.isReminded),
      "replied": .optional(answered?.replied.map { "\($0)" }),
      "repliedBy": .optional(answered?.repliedBy), "how": .optional(answered?.how),
      "note": .optional(answered?.note),
    ]
  }

  /// The schema of ``json``, or null.
  static let schema: JSONValue = [
    "description":
      "Where the client's answer to the latest summary stands; null where none is due.",
    "oneOf": [
      ["type": "null"],
      OutputSchema.object([
        (
          "kind",
          OutputSchema.choice("Which summary.", SummaryContent.Kind.allCases.map(\.rawValue))
        ),
        (
          "state",
          OutputSchema.choice(
            "Where it stands; unconfirmed: silent, and the receiver said why the work may start.",
            ClientAnswer.State.allCases.map(\.rawValue))
        ),
        ("sent", OutputSchema.optional("When the words as they are were last sent.")),
        ("due", OutputSchema.optional("The last day for an answer.")),
        ("reminded", ["description": "Whether they were sent twice.", "type": "boolean"]),
        ("replied", OutputSchema.optional("When the client answered.")),
        ("repliedBy", OutputSchema.optional("Who answered.")),
        ("how", OutputSchema.optional("The way that the answer took.")),
        ("note", OutputSchema.optional("What else is said of it.")),
      ]),
    ],
  ]
}

extension ClientAnswer {
  /// The answer as pages show it; nil for a brief of which the client is to get nothing yet.
  package init?(shownOf brief: Brief, policy: Policy, on day: CalendarDate) {
    let isOut = brief.emailRecords.contains { $0.kind != .introduction && $0.isOut }
    guard isOut || policy.awaitsClient(brief) else { return nil }
    self.init(of: brief, policy: policy, on: day)
  }
}
