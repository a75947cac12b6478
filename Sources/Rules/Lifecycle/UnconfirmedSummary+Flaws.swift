internal import Briefs
internal import Diagnostics

// An answer on record that does not count is named, never passed over.
extension UnconfirmedSummary {
  static func flaws(of records: [EmailRecord], _ subject: Subject) -> [Finding] {
    let client = KnownClient(of: subject.brief, by: subject.policy)
    return records.compactMap { record in
      record.flaw(by: client).map { .flawed(record, $0, subject) }
    }
  }
}

extension Finding {
  fileprivate static func flawed(
    _ record: EmailRecord, _ flaw: AnswerFlaw, _ subject: Subject
  ) -> Finding {
    let what = record.reply == .silence ? "the reason to start without an answer" : "the answer"
    let day = record.sent.map { " to the email of \($0)" } ?? ""
    return Finding(
      rule: UnconfirmedSummary.documentation.id,
      span: record.item[.reply]?.span ?? subject.bodySpan(of: record),
      message: "\(what)\(day) does not count: \(flaw.reason)", help: flaw.help(subject))
  }
}

extension AnswerFlaw {
  /// What is wrong, behind “does not count:”.
  fileprivate var reason: String {
    switch self {
    case .incomplete(let missing): "the record does not say \(missing.listed)"
    case .early(let day): "it is dated \(day), before the email"
    case .colleague(let person): Finding.onRoster(person)
    case .stranger(let address): "\(address) is no stakeholder's address, nor at the host of one"
    case .unwritten: "it came by email, and no email is kept as its `evidence`"
    case .unaddressed: "`to` does not name anybody of the client's"
    }
  }

  fileprivate func help(_ subject: Subject) -> String {
    let anew =
      "record it anew: `handoff email reply \(subject.commandName) --how phone --by ADDRESS`"
    return switch self {
    case .incomplete(let missing): "write \(missing.listed) in that record, or \(anew)"
    case .early: "write the day of the answer, in UTC, under `replied:`"
    case .stranger(let address):
      "where they are the client's, add them: `handoff add \(subject.commandName) stakeholder "
        + "\"NAME\" --role \"…\" --email \(address.shortened(to: 80).shellWord)`; else \(anew)"
    case .unwritten: "keep the message: `handoff email reply FILE`; or \(anew)"
    case .unaddressed: "write under `to:` which of the client's stakeholders got the email"
    case .colleague: "write under `replied_by:` who of the client's people answered, or \(anew)"
    }
  }
}
