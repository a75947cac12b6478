package import Briefs

/// What briefs say differently at two revisions, ready to be shown in any ``DifferenceFormat``.
package struct DifferenceReport: Sendable {
  /// One of the two states that are compared.
  package struct Revision: Sendable {
    /// What it is called, such as `main` or `the work tree`.
    let name: String

    /// The commit's id; nil for files that are not committed.
    let commit: String?

    package init(name: String, commit: String?) {
      self.name = name
      self.commit = commit
    }
  }

  let old: Revision
  let new: Revision

  /// The briefs that differ, in the order of their paths.
  let briefs: [ComparedBrief]

  package init(old: Revision, new: Revision, briefs: [ComparedBrief]) {
    self.old = old
    self.new = new
    self.briefs = briefs
  }

  /// The report as text that ends with a line feed; as text, empty where nothing differs.
  package func rendered(as format: DifferenceFormat, isColored: Bool) -> String {
    switch format {
    case .text: TextDifferenceReport(report: self, isColored: isColored).rendered
    case .markdown: MarkdownDifferenceReport(report: self).rendered
    case .json: JSONDifferenceReport(report: self).rendered
    case .html: HTMLDifferenceReport(report: self).rendered
    }
  }

  /// What a page about it is called.
  var title: String { "What changed from \(old.name) to \(new.name)" }
}
