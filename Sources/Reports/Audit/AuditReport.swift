package import Briefs
internal import Diagnostics
internal import Git
package import History

/// What an audit found, ready to be shown in any ``ReportFormat``.
package struct AuditReport: Sendable {
  let audit: Audit
  private let since: CalendarDate?

  /// The report of an audit that tells of commits since a day, or of all.
  package init(_ audit: Audit, since: CalendarDate? = nil) {
    self.audit = audit
    self.since = since
  }

  /// The report as text that ends with a line feed, or empty where the format has nothing to say.
  package func rendered(
    as format: ReportFormat, isColored: Bool, tool: CheckReport.Tool
  ) -> String {
    switch format {
    case .text: TextAuditReport(report: self, isColored: isColored).rendered
    case .json: json.text + "\n"
    case .markdown: markdown
    case .concise, .github, .sarif:
      CheckReport(diagnostics: audit.violations.map(\.asFinding), briefs: 0)
        .rendered(as: format, isColored: isColored, tool: tool)
    }
  }

  /// The counts as a sentence, such as `3 violations in 120 commits, 1 still stands`.
  ///
  /// Where a part could not be judged, or was not to be told of, the sentence does not speak of it.
  package var summary: String {
    let count = audit.violations.count
    let standing = audit.standingCount
    var words = count == 0 ? "no violations" : "\(count) violation\(count == 1 ? "" : "s")"
    if let since { words += " since \(since)" }
    words += " in \(audit.commitCount) commit\(audit.commitCount == 1 ? "" : "s")"
    if count > 0 {
      words +=
        standing == 0
        ? ", none still stands" : ", \(standing) still stand\(standing == 1 ? "s" : "")"
    }
    if since != nil { words += "; what is older is not told" }
    if !audit.gaps.isEmpty { words += "; not all could be judged" }
    return words
  }

  /// What of the history is not known, and what was not followed, as sentences.
  package var notes: [String] {
    var notes = audit.gaps.map(\.sentence)
    if audit.replacementCount > 0 {
      notes.append(
        "\(audit.replacementCount) object\(audit.replacementCount == 1 ? " is" : "s are") replaced "
          + "(refs/replace); the audit reads the true ones")
    }
    if audit.hasGrafts {
      notes.append("info/grafts gives commits other parents; the audit follows the true ones")
    }
    return notes
  }

  private var markdown: String {
    var output = "**handoff audit:** \(summary)\n"
    if !audit.violations.isEmpty {
      output += "\n| commit | who, when | where | what | now |\n|---|---|---|---|---|\n"
      output += audit.violations.map { $0.markdownRow + "\n" }.joined()
    }
    return output + notes.map { "\n\($0.escapedForMarkdown)\n" }.joined()
  }
}

extension Violation {
  /// The author's day; nil where the commit says none.
  var day: CalendarDate? { author.map { CalendarDate(secondsSince1970: Int($0.seconds)) } }

  /// Who made the commit and when, as people read it.
  ///
  /// Anybody can type an author: who committed it, and when, is said where that is another.
  var signer: String {
    guard let author, let day else { return "somebody unknown" }
    let words = "\(author.person), \(day)"
    guard let committer else { return words }
    let committed = CalendarDate(secondsSince1970: Int(committer.seconds))
    let isOther = !committer.person.utf8.elementsEqual(author.person.utf8)
    let details = [
      isOther ? "by \(committer.person)" : nil, committed == day ? nil : "\(committed)",
    ]
    .compactMap { $0 }
    return details.isEmpty ? words : "\(words) (committed \(details.joined(separator: ", ")))"
  }

  /// Whether it still stands, and where, as people read it.
  var state: String {
    let words = isStanding ? "still so" : "put right since"
    return words + (reference.map { " in \($0.escapingControls)" } ?? "")
  }

  /// The finding as of a check, with the commit in its words; only what stands is an error.
  var asFinding: Diagnostic {
    Diagnostic(
      rule: diagnostic.rule, severity: isStanding ? .error : .warning, path: diagnostic.path,
      start: diagnostic.start, end: diagnostic.end, brief: diagnostic.brief,
      item: diagnostic.item,
      message:
        "\(diagnostic.message) (commit \(commit.description.prefix(12)) by \(signer); \(state))",
      help: remedy, sourceLine: diagnostic.sourceLine)
  }

  fileprivate var markdownRow: String {
    let cells = [
      String(commit.description.prefix(12)), signer.escapedForMarkdown,
      "\(diagnostic.path.escapedForMarkdown):\(diagnostic.start.line)",
      "\(diagnostic.message.escapedForMarkdown) (\(diagnostic.rule.escapedForMarkdown))",
      (isStanding ? "**stands**" : "put right")
        + (reference.map { " in \($0.escapedForMarkdown)" } ?? ""),
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }
}

extension AuditGap {
  /// What is not known, and why.
  var sentence: String {
    let name = commit.description.prefix(12)
    return "commit \(name): \(affected): \(error.description.collapsingWhiteSpace)"
  }

  /// The part of the answer that is missing.
  var affected: String {
    switch extent {
    case .past: "what it changed, and all that was before it, is not known"
    case .commit: "what it changed could not be judged"
    case .author:
      "who made it is not known, so its files are judged and its author's rights are not"
    case .standing: "whether what it broke is mended could not be told, and is taken not to be"
    }
  }
}

extension Signature {
  /// The name and the address, as git writes them.
  var person: String { "\(name) <\(email)>" }
}
