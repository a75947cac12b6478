package import Briefs
package import Diagnostics

/// A brief as its receiver reviews it: red flags, what changed, what is missing.
package struct ReviewReport: Sendable {
  /// The version that the reader knows already.
  package struct Start: Sendable {
    /// What the reader did then, such as `you returned it`.
    let occasion: String

    /// When the reader did, as a date.
    let date: String

    /// The commit's id.
    let commit: String

    package init(occasion: String, date: String, commit: String) {
      self.occasion = occasion
      self.date = date
      self.commit = commit
    }
  }

  /// The name of the brief in sentences and commands.
  let name: String

  /// The brief; compared with itself as it was at ``start``, where there is one.
  let compared: ComparedBrief

  /// Nil where the reader knows nothing of the brief, so that all of it is shown.
  let start: Start?
  let flags: [RedFlag]
  let approvals: [NeededApproval]
  let missing: [Diagnostic]

  /// The approvals that the reader can give, ready to be pasted.
  let offered: [NewApproval]

  package init(
    name: String, compared: ComparedBrief, start: Start?, flags: [RedFlag],
    approvals: [NeededApproval], missing: [Diagnostic], offered: [NewApproval]
  ) {
    self.name = name
    self.compared = compared
    self.start = start
    self.flags = flags
    self.approvals = approvals
    self.missing = missing.sorted()
    self.offered = offered
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text: text(isColored: isColored)
    case .json: json.text + "\n"
    case .markdown: markdown
    }
  }

  /// What stands above the changes.
  var changesTitle: String? {
    start.map { "What changed since \($0.occasion) (\($0.date), \($0.commit.prefix(8)))" }
  }

  /// What is said where nothing changed.
  var nothingNew: String {
    "nothing; the whole brief: handoff show \(name.shellWord)"
  }

  var approvalGroup: BriefOutline.Group? { BriefOutline.group(of: approvals, for: name) }

  /// What stands above the lines to paste.
  var pasteTitle: String {
    "To approve: handoff approve \(name.shellWord). Without this program, add to `approvals:` of \(compared.path) and commit it "
      + "as yourself"
  }

  /// The approvals as they are written in a brief.
  var pasteLines: [String] {
    offered.flatMap { approval in
      [
        "  - role: \(approval.role)", "    by: \(approval.by)", "    at: \(approval.at)",
        "    covers: \(approval.covers)",
      ]
    }
  }
}
