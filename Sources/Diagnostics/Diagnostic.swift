/// A finding with its place in the repository and its weight: what every report shows.
package struct Diagnostic: Sendable, Hashable {
  /// The rule that found it.
  package let rule: String

  /// How much it matters.
  package let severity: Severity

  /// The file's path from the top of the repository, as git spells it.
  package let path: String

  /// Where it begins.
  package let start: Position

  /// Where it ends.
  package let end: Position

  /// The brief's id, where the file is a brief.
  package let brief: String?

  /// The item's id within the brief, such as `X1`.
  package let item: String?

  /// What is wrong, in one sentence.
  package let message: String

  /// What to do next.
  package let help: String

  /// The line that ``start`` is on, as it stands in the file, for reports that show it; nil where it
  /// is too long to be shown.
  package let sourceLine: String?

  package init(
    rule: String, severity: Severity, path: String, start: Position, end: Position, brief: String?,
    item: String?, message: String, help: String, sourceLine: String?
  ) {
    self.rule = rule
    self.severity = severity
    self.path = path
    self.start = start
    self.end = end
    self.brief = brief
    self.item = item
    self.message = message
    self.help = help
    self.sourceLine = sourceLine
  }

  /// Places findings in the file that they were found in, sorted as reports are.
  package static func placed(
    _ findings: [(finding: Finding, severity: Severity)], path: String, brief: String?,
    in source: SourceText
  ) -> [Diagnostic] {
    var place = SourceText.Place.start
    return findings.sorted { $0.finding.span.lowerBound < $1.finding.span.lowerBound }
      .map { finding, severity in
        let start = source.position(at: finding.span.lowerBound, after: &place)
        var rest = place
        return Diagnostic(
          rule: finding.rule, severity: severity, path: path, start: start,
          end: source.position(at: finding.span.upperBound, after: &rest), brief: brief,
          item: finding.item, message: finding.message, help: finding.help,
          sourceLine: source.shownLine(start.line))
      }.sorted()
  }
}

extension SourceText {
  /// A line to show with a finding; none where it is empty, or too long for anybody to read.
  fileprivate func shownLine(_ number: Int) -> String? {
    let line = range(ofLine: number)
    return line.isEmpty || line.count > 4_096 ? nil : self[line]
  }
}

extension Diagnostic: Comparable {
  /// Sorts by path, then place, then rule: the order of every report, on every machine.
  package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.path != right.path { return left.path.utf8.lexicographicallyPrecedes(right.path.utf8) }
    if left.start != right.start { return left.start < right.start }
    if left.severity != right.severity { return left.severity > right.severity }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }
}
