internal import Rules

/// All about one rule, as a page of Markdown.
struct MarkdownRuleReport {
  let rule: RuleDocumentation

  var rendered: String {
    """
    # \(rule.id)

    \(rule.summary.escapedForMarkdown)

    - **Why:** \(rule.rationale.escapedForMarkdown)
    - **What to do:** \(rule.remedy.escapedForMarkdown)
    - **How much it matters:** \(rule.gravity.escapedForMarkdown)
    \(examples(rule.rejects, "It stops at"))\(examples(rule.accepts, "It is content with"))
    """
  }

  private func examples(_ examples: [RuleExample], _ title: String) -> String {
    guard !examples.isEmpty else { return "" }
    return "\n## \(title)\n"
      + examples.map { example in
        let before = example.before.map { fenced($0) + "\nchanged to\n" } ?? ""
        return before + fenced(example.text)
      }.joined()
  }

  /// The example as code; what the rule points at stands between » and «.
  private func fenced(_ text: String) -> String {
    let marked = text.unicodeScalars.map { scalar in
      scalar == "⟪" ? "»" : scalar == "⟫" ? "«" : String(scalar)
    }.joined()
    return "\n```yaml\n\(marked.safeLines.joined(separator: "\n"))\n```\n"
  }
}
