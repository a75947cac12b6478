internal import Briefs
internal import Diagnostics

extension Brief {
  /// What the reader found under a rule's id.
  func findings(of rule: String) -> [Finding] {
    findings.isEmpty ? [] : findings.filter { $0.rule == rule }
  }
}
