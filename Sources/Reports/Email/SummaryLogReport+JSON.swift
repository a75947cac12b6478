internal import Briefs

extension SummaryLogReport {
  /// The log as `handoff/email-log/1`.
  var json: JSONValue {
    [
      "schema": "handoff/email-log/1", "brief": .string(log.name), "path": .string(log.path),
      "revisions": .array(log.revisions.map(json)),
      "unmatched": .array(log.unmatched.map(\.json)),
      "introductions": .array(log.introductions.map(\.json)),
      "uncommitted": .boolean(log.isUncommitted), "cutShort": .boolean(log.isCutShort),
    ]
  }

  private func json(_ revision: SummaryLog.Revision) -> JSONValue {
    [
      "number": .integer(revision.number), "commit": .string(revision.commit),
      "author": .string(revision.author.name), "address": .string(revision.author.address),
      "date": .string("\(revision.day)"), "body": .string(revision.content.digest),
      "changed": .strings(log.changedSections(of: revision)),
      "sections": .array(
        revision.content.sections.map { section in
          ["heading": .string(section.heading), "markdown": .string(section.markdown)]
        }), "emails": .array(revision.emails.map(\.json)),
    ]
  }
}

extension SummaryLog.Email {
  fileprivate var json: JSONValue {
    let fields = record.fields
    return [
      "kind": .optional(fields.string(.kind)),
      "terms": includesTerms.map { .boolean($0) } ?? .null,
      "body": .optional(fields.string(.body)), "sent": .optional(fields.string(.sent)),
      "to": .strings(fields.list(.to).map(\.string)), "via": .optional(fields.string(.via)),
      "messageID": .optional(fields.string(.messageID)),
      "reply": .optional(fields.string(.reply)), "replied": .optional(fields.string(.replied)),
      "repliedBy": .optional(fields.string(.repliedBy)), "how": .optional(fields.string(.how)),
      "note": .optional(fields.string(.note)), "evidence": .optional(fields.string(.evidence)),
      "unconfirmed": .optional(excuse),
    ]
  }
}
