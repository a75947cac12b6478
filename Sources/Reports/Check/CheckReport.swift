package import Diagnostics

/// What a check found, ready to be shown in any ``ReportFormat``.
package struct CheckReport: Sendable {
  /// The findings in the order of every report: by path, then place.
  package let diagnostics: [Diagnostic]

  /// The number of briefs that were looked at.
  package let briefs: Int

  package init(diagnostics: [Diagnostic], briefs: Int) {
    self.diagnostics = diagnostics.sorted()
    self.briefs = briefs
  }

  /// How many of the findings are errors.
  package var errors: Int { diagnostics.count { $0.severity == .error } }

  /// How many of the findings are warnings.
  package var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// The counts as a sentence, such as `2 errors, 1 warning in 3 briefs`.
  package var summary: String {
    let briefs = Self.count(briefs, "brief")
    let parts = [(errors, "error"), (warnings, "warning")].filter { $0.0 > 0 }
    guard !parts.isEmpty else { return "no findings in \(briefs)" }
    return parts.map(Self.count).joined(separator: ", ") + " in " + briefs
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}

extension CheckReport {
  /// What a report says about the tool that made it; only ``ReportFormat/sarif`` does.
  package struct Tool: Sendable {
    /// A rule as a catalogue shows it.
    package struct Rule: Sendable {
      /// The rule's id.
      package let id: String

      /// What it states.
      package let summary: String

      /// How to mend what it finds.
      package let help: String

      package init(id: String, summary: String, help: String) {
        self.id = id
        self.summary = summary
        self.help = help
      }
    }

    /// The program's version.
    package let version: String

    /// The rules that it knows, where the format lists them.
    package let rules: [Rule]

    package init(version: String, rules: [Rule]) {
      self.version = version
      self.rules = rules
    }
  }

  /// The report as text that ends with a line feed, or empty where the format has nothing to say.
  package func rendered(as format: ReportFormat, isColored: Bool, tool: Tool) -> String {
    switch format {
    case .text: TextCheckReport(report: self, isColored: isColored).rendered
    case .concise: ConciseCheckReport(report: self).rendered
    case .json: JSONCheckReport(report: self).rendered
    case .github: GitHubCheckReport(report: self).rendered
    case .markdown: MarkdownCheckReport(report: self).rendered
    case .sarif: SARIFCheckReport(report: self, tool: tool).rendered
    }
  }
}
