internal import Diagnostics
internal import Git
internal import History

/// The violations for people at a terminal, commit by commit.
///
///     commit 3f2a8c…  Dana Lee <dana@northwind.example>, 2026-07-01
///     handoffs/acme/acme-onboarding.md:1:1: dropped-exclusion: X1 “On-site training” is gone
///       still so
///       → bring it back
struct TextAuditReport {
  let report: AuditReport
  let isColored: Bool

  var rendered: String {
    var output = ""
    for group in report.violationsByCommit {
      guard let first = group.first else { continue }
      output += "commit \(first.commit)".styled(.bold, if: isColored)
      output += "  \(first.signer.escapingControls)\n"
      output += group.map(rendered).joined() + "\n"
    }
    return output + report.summary.styled(.bold, if: isColored) + "\n"
  }

  private func rendered(_ violation: Violation) -> String {
    let diagnostic = violation.diagnostic
    let state =
      violation.isStanding ? violation.state.styled(.red, if: isColored) : violation.state
    let help =
      (violation.isStanding || violation.takenOver != nil) && !violation.remedy.isEmpty
      ? "    → \(violation.remedy.escapingControls)\n" : ""
    return "  \(diagnostic.place): \(diagnostic.message.escapingControls) "
      + "[\(diagnostic.rule.escapingControls)]\n    \(state)\n" + help
  }
}
