import Rules

@testable import Reports

/// The pages of the reference that follow from what the program says of itself.
enum ReferencePages {
  /// The help of every command.
  static func commandLine() throws -> String {
    let head = """
      # Command line

      Every command with its options, as `handoff help COMMAND` prints it.

      """
    return try head
      + ProgramCommand.all().map { command in
        "\n## \(command.title)\n\n```text\n\(trimmed(command.help))\n```\n"
      }.joined()
  }

  /// What `handoff explain` says of every rule, without the examples.
  static var rules: String {
    let head = """
      # Rules

      Every rule: what it states, why, and what to do.

      `handoff explain RULE` shows the examples too. How severity and waivers work is said in
      <doc:Waivers> and <doc:ThePolicy>.

      """
    return head
      + RuleDocumentation.Category.allCases.map { category in
        let rules = RuleCatalog.documentations.filter { $0.category == category }
        return "\n## \(category.title)\n" + rules.map(section).joined()
      }.joined()
  }

  private static func section(_ rule: RuleDocumentation) -> String {
    """

    ### \(rule.id)

    \(rule.summary)

    - **Why:** \(rule.rationale)
    - **What to do:** \(rule.remedy)
    - **How much it matters:** \(rule.gravity)

    """
  }

  /// The lines without spaces at their ends, and without empty lines at the end of all.
  private static func trimmed(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
