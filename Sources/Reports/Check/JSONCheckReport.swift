import Diagnostics

/// The findings as `handoff/check/1`.
struct JSONCheckReport {
  let report: CheckReport

  var rendered: String {
    let document: JSONValue = [
      "schema": "handoff/check/1",
      "findings": .array(report.diagnostics.map(\.json)),
      "summary": [
        "briefs": .integer(report.briefs),
        "errors": .integer(report.errors),
        "warnings": .integer(report.warnings),
      ],
    ]
    return document.text + "\n"
  }
}

extension Diagnostic {
  /// The finding as `handoff/check/1` shows it.
  package var json: JSONValue { .object(jsonMembers) }

  /// The keys and values of ``json``, for documents that add some.
  package var jsonMembers: [(key: String, value: JSONValue)] {
    [
      ("rule", .string(rule)),
      ("severity", .string(severity.rawValue)),
      ("path", .string(path)),
      ("line", .integer(start.line)),
      ("column", .integer(start.column)),
      ("endLine", .integer(end.line)),
      ("endColumn", .integer(end.column)),
      ("brief", .optional(brief)),
      ("item", .optional(item)),
      ("message", .string(message)),
      ("help", .string(help)),
    ]
  }
}
