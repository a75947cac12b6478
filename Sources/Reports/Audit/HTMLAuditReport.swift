internal import Diagnostics
internal import Git
internal import History

/// The violations as one page of HTML, commit by commit.
struct HTMLAuditReport {
  let report: AuditReport

  var rendered: String {
    let notes = ([report.summary] + report.notes).map { "<p>\($0.escapedForHTML)</p>\n" }
    let sections = report.violationsByCommit.map(section)
    return HTMLPage(title: "handoff audit", content: (notes + sections).joined()).rendered
  }

  private func section(of violations: ArraySlice<Violation>) -> String {
    guard let first = violations.first else { return "" }
    return "<section>\n<h2>commit \(first.commit.description.prefix(12))</h2>\n"
      + "<p class=\"place\">\(first.signer.escapedForHTML)</p>\n"
      + "<ul>\n\(violations.map(\.html).joined())</ul>\n</section>\n"
  }
}

extension Violation {
  fileprivate var html: String {
    let details =
      ["<span class=\"place\">\(diagnostic.place.escapedForHTML)</span>"]
      + (isStanding && !remedy.isEmpty ? [remedy.escapedForHTML] : [])
    let state =
      isStanding ? "<strong>\(self.state.escapedForHTML)</strong>" : self.state.escapedForHTML
    return "<li><bdi>\(diagnostic.message.escapedForHTML)</bdi> "
      + "(\(diagnostic.rule.escapedForHTML)): \(state)\n"
      + "<ul>\n\(details.map { "<li>\($0)</li>\n" }.joined())</ul>\n</li>\n"
  }
}
