package import Briefs
internal import Diagnostics
internal import Git
package import History
internal import Workspace

/// What an audit found, ready to be shown in any ``AuditReport/Format``.
package struct AuditReport: Sendable {
  /// The forms of the report: those of a check, and a page.
  package enum Format: String, Sendable, CaseIterable {
    /// For people at a terminal.
    case text
    case concise

    /// `handoff/audit/1`, for programs.
    case json
    case github

    /// A table for a forge.
    case markdown

    /// One page that needs nothing beside it.
    case html
    case sarif
  }

  let audit: Audit
  private let since: CalendarDate?

  /// The report of an audit that tells of commits since a day, or of all.
  package init(_ audit: Audit, since: CalendarDate? = nil) {
    self.audit = audit
    self.since = since
  }

  /// The report as text that ends with a line feed, or empty where the format has nothing to say.
  package func rendered(
    as format: Format, isColored: Bool, tool: CheckReport.Tool
  ) -> String {
    let check = CheckReport(diagnostics: audit.violations.map(\.asFinding), briefs: 0)
    return switch format {
    case .text: TextAuditReport(report: self, isColored: isColored).rendered
    case .json: json.text + "\n"
    case .markdown: markdown
    case .html: HTMLAuditReport(report: self).rendered
    case .concise: check.rendered(as: .concise, isColored: isColored, tool: tool)
    case .github: check.rendered(as: .github, isColored: isColored, tool: tool)
    case .sarif: check.rendered(as: .sarif, isColored: isColored, tool: tool)
    }
  }

  /// The violations of each commit together, in their order.
  var violationsByCommit: [ArraySlice<Violation>] {
    var groups: [ArraySlice<Violation>] = []
    var rest = audit.violations[...]
    while let first = rest.first {
      groups.append(rest.prefix { $0.commit == first.commit })
      rest = rest.dropFirst(groups.last?.count ?? 1)
    }
    return groups
  }

  /// The counts as a sentence, such as `3 violations in 120 commits, 1 still stands`.
  ///
  /// What could not be judged is told first; the sentence does not speak of it, nor of what was not
  /// to be told of.
  package var summary: String {
    let (all, judged, lawless) = (audit.commitCount, audit.judgedCount, audit.lawlessCount)
    if all > 0, lawless == all {
      return "nothing was judged: in \(AuditReport.commits(all)) there never was a handoff.yaml"
    }
    let unread = all - judged - lawless
    var parts: [String] = []
    if unread > 0 {
      parts.append("\(unread) of \(AuditReport.commits(all)) could not be judged")
    } else if !audit.gaps.isEmpty {
      parts.append("not all could be judged")
    }
    if judged > 0 || !audit.violations.isEmpty {
      parts.append(
        violations + " in " + (unread > 0 ? "the other \(judged)" : AuditReport.commits(judged))
          + standing)
    }
    if lawless > 0 {
      parts.append("\(lawless) from before the first handoff.yaml not judged")
    }
    if since != nil { parts.append("what is older is not told") }
    return parts.joined(separator: "; ")
  }

  private var violations: String {
    let count = audit.violations.count
    let words = count == 0 ? "no violations" : "\(count) violation\(count == 1 ? "" : "s")"
    return words + (since.map { " since \($0)" } ?? "")
  }

  private var standing: String {
    let count = audit.standingCount
    if audit.violations.isEmpty { return "" }
    let takenOver = audit.violations.count { $0.takenOver != nil }
    return (count == 0 ? ", none still stands" : ", \(count) still stand\(count == 1 ? "s" : "")")
      + (takenOver == 0 ? "" : ", \(takenOver) taken over")
  }

  private static func commits(_ count: Int) -> String {
    "\(count) commit\(count == 1 ? "" : "s")"
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
  var day: CalendarDate? { author?.day }

  /// Who made the commit and when, as people read it.
  ///
  /// Anybody can type an author: who committed it, and when, is said where that is another.
  var signer: String {
    guard let author, let day else { return "somebody unknown" }
    let aside = committer.flatMap { author.aside(on: $0) }.map { " (\($0))" } ?? ""
    return "\(author.person), \(day)\(aside)"
  }

  /// Whether it still stands, and where, as people read it.
  var state: String {
    let words =
      switch outcome {
      case .stands: "still so"
      case .putRight: "put right since"
      case .takenOver(let commit, let author):
        "taken over since by \(author?.person.escapingControls ?? "somebody unknown") in commit "
          + commit.description.prefix(12)
      }
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
      markdownState,
    ]
    return "| \(cells.joined(separator: " | ")) |"
  }
}

extension Violation {
  fileprivate var markdownState: String {
    switch outcome {
    case .stands: "**stands**" + place
    case .putRight: "put right" + place
    case .takenOver: state.escapedForMarkdown
    }
  }

  private var place: String { reference.map { " in \($0.escapedForMarkdown)" } ?? "" }
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
