internal import Briefs
internal import Diagnostics
package import Rules

/// What rules want and why, ready to be shown in any ``DocumentFormat``.
package struct RuleReport: Sendable {
  let rules: [RuleDocumentation]

  /// Whether everything is told of each rule, rather than one line.
  let isDetailed: Bool

  /// Everything about one rule.
  package init(_ rule: RuleDocumentation) {
    rules = [rule]
    isDetailed = true
  }

  /// All of the rules, one line each, by category.
  package init(all rules: [RuleDocumentation]) {
    self.rules = rules
    isDetailed = false
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text: text(isColored: isColored)
    case .json: json.text + "\n"
    case .markdown: markdown
    }
  }

  private func text(isColored: Bool) -> String {
    if isDetailed {
      return rules.map { TextRuleReport(rule: $0, isColored: isColored).rendered }.joined()
    }
    let width = rules.map(\.id.terminalWidth).max() ?? 0
    return groups.map { title, rules in
      title.styled(.bold, if: isColored) + "\n"
        + rules.map { "  \($0.id.padded(to: width))  \($0.summary)\n" }.joined()
    }.joined(separator: "\n")
  }

  private var markdown: String {
    if isDetailed { return rules.map { MarkdownRuleReport(rule: $0).rendered }.joined() }
    return groups.map { title, rules in
      "## \(title.escapedForMarkdown)\n\n"
        + rules.map { "- `\($0.id)`: \($0.summary.escapedForMarkdown)\n" }.joined()
    }.joined(separator: "\n")
  }

  /// The rules under the headings of their categories, in the order of the reference.
  private var groups: [(title: String, rules: [RuleDocumentation])] {
    RuleDocumentation.Category.allCases.compactMap { category in
      let rules = rules.filter { $0.category == category }
      return rules.isEmpty ? nil : (category.title, rules)
    }
  }

  private var json: JSONValue {
    ["schema": "handoff/rules/1", "rules": .array(rules.map(\.json))]
  }
}

extension RuleDocumentation {
  fileprivate var json: JSONValue {
    let severities = Status.allCases.map { status in
      (status.rawValue, JSONValue.optional(weight.severity(in: status)?.rawValue))
    }
    return [
      "id": .string(id), "category": .string(category.rawValue), "summary": .string(summary),
      "rationale": .string(rationale), "remedy": .string(remedy),
      "waivable": .boolean(isWaivable), "since": .string(since), "severity": .object(severities),
    ]
  }
}
