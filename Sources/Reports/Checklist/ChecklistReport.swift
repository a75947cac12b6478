package import Briefs
package import Diagnostics

/// What a brief promises, excludes and risks, and what is still missing in it.
package struct ChecklistReport: Sendable {
  /// The name of the brief in sentences and commands.
  let name: String
  let brief: Brief

  /// The approvals that it needs to be accepted.
  let approvals: [NeededApproval]

  /// What the rules find in the brief, in the order of its lines.
  let missing: [Diagnostic]

  package init(
    name: String, brief: Brief, approvals: [NeededApproval], missing: [Diagnostic]
  ) {
    self.name = name
    self.brief = brief
    self.approvals = approvals
    self.missing = missing.sorted()
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text: TextChecklistReport(report: self, isColored: isColored).rendered
    case .json: json.text + "\n"
    case .markdown: markdown
    }
  }

  static let lists: [ItemList] = [.promises, .exclusions, .risks]

  /// The lists that a checklist goes through; one without items says so.
  var groups: [BriefOutline.Group] {
    ChecklistReport.lists.map { list in
      BriefOutline.group(of: list, in: brief)
        ?? BriefOutline.Group(title: list.heading, entries: [], absence: "nothing yet")
    } + [BriefOutline.group(of: approvals, for: name)].compactMap { $0 }
  }

  private var json: JSONValue {
    .object(
      [("schema", "handoff/checklist/1"), ("brief", .string(name))]
        + ChecklistReport.lists.map { list in
          (list.rawValue, .array(brief.items(in: list).map(\.fields.json)))
        } + [
          ("approvals", .array(approvals.map(\.json))), ("missing", .array(missing.map(\.json))),
        ])
  }

  private var markdown: String {
    var output = "# Checklist of \(name.escapedForMarkdown)\n"
    for group in groups { output += "\n" + group.markdown }
    output += "\n" + missing.missingInMarkdown
    return output
  }
}
