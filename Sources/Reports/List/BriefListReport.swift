package import Briefs
internal import Diagnostics

/// The briefs of a repository, one on each line.
package struct BriefListReport: Sendable {
  /// A brief with the number of its findings.
  package struct Row: Sendable {
    let name: String
    let path: String
    let brief: Brief
    let tasks: [WaitingTask]
    let errors: Int
    let warnings: Int

    /// The tasks are what waits in the brief.
    package init(
      name: String, path: String, brief: Brief, tasks: [WaitingTask], errors: Int, warnings: Int
    ) {
      self.name = name
      self.path = path
      self.brief = brief
      self.tasks = tasks.sortedByUrgency
      self.errors = errors
      self.warnings = warnings
    }
  }

  let rows: [Row]

  package init(_ rows: [Row]) {
    self.rows = rows
  }

  /// The report as text that ends with a line feed; as text, empty where there are no briefs.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text: text(isColored: isColored)
    case .json: json.text + "\n"
    case .markdown: markdown
    }
  }

  private func text(isColored: Bool) -> String {
    let cells = rows.map { row in row.cells.map(\.onOneLine) }
    let widths = (0..<Row.cellCount).map { column in
      cells.map { $0[column].terminalWidth }.max() ?? 0
    }
    return cells.map { row in
      let columns = row.indices.map { column in
        // Nothing stands behind the last column, so it needs no spaces.
        let isLast = column == Row.cellCount - 1
        let cell = isLast ? row[column] : row[column].padded(to: widths[column])
        return column == 0 ? cell.styled(.bold, if: isColored) : cell
      }
      return columns.joined(separator: "  ") + "\n"
    }.joined()
  }

  private var json: JSONValue {
    ["schema": "handoff/list/1", "briefs": .array(rows.map(\.json))]
  }

  private var markdown: String {
    var output =
      "| brief | status | account | from → to | waits for | findings |\n"
      + "|---|---|---|---|---|---|\n"
    for row in rows {
      let cells = row.cells.map { $0.onOneLine.escapedForMarkdown }
      output += "| \(cells.joined(separator: " | ")) |\n"
    }
    return output
  }
}

extension BriefListReport.Row {
  fileprivate static let cellCount = 6

  fileprivate var cells: [String] {
    [
      name, brief.fields.string(.status) ?? "?", brief.fields.string(.account) ?? "?",
      "\(brief.fields.string(.from) ?? "?") → \(brief.fields.string(.to) ?? "?")",
      waitsFor ?? "nobody", findings,
    ]
  }

  /// Whose turn it is and for what; nil where nothing waits.
  private var waitsFor: String? {
    guard let first = tasks.first else { return nil }
    let late = first.isOverdue ? "overdue " : ""
    let rest = tasks.count > 1 ? " +\(tasks.count - 1)" : ""
    return "\(first.who): \(late)\(first.kind.inWords)\(rest)"
  }

  private var findings: String {
    if errors + warnings == 0 { return "no findings" }
    return [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }.map { count, noun in
      "\(count) \(noun)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  fileprivate var json: JSONValue {
    [
      "brief": .string(name), "path": .string(path),
      "type": .optional(brief.type),
      "status": .optional(brief.fields.string(.status)),
      "account": .optional(brief.fields.string(.account)),
      "from": .optional(brief.fields.string(.from)), "to": .optional(brief.fields.string(.to)),
      "waitsFor": .optional(waitsFor),
      "errors": .integer(errors), "warnings": .integer(warnings),
    ]
  }
}

extension WaitingTask.Kind {
  /// What is to be done, in few words for people.
  fileprivate var inWords: String {
    switch self {
    case .write: "finish the draft"
    case .answerReturn: "answer the return"
    case .approveAgain: "approve again"
    case .mend: "mend the file"
    case .answer: "answer a question"
    case .settle: "settle an expectation"
    case .send: "send the summary"
    case .remind: "remind the client"
    case .correct: "take the client's correction in"
    case .introduce: "introduce the receiver"
    case .submit, .review, .approve, .accept, .start, .finish: rawValue
    case .debrief: "give a debrief"
    case .promise: "keep a promise"
    case .requirement: "meet a requirement"
    case .waiver: "renew a waiver"
    }
  }
}
