internal import Briefs
package import Diagnostics

/// The goal says what the client wants to reach.
package struct UnclearGoal: Rule {
  package static let documentation = RuleDocumentation(
    id: "unclear-goal", category: .wording, weight: .warning,
    summary: "The goal says what the client wants to reach.",
    rationale: "“Onboarding” is our work; why the client buys is what the receiver must know.",
    remedy: "Write what changes for the client, and by how much: "
      + "“Close the month in three days instead of nine.”",
    accepts: [
      "goal: Halve the scrap rate.", "goal: Drei Tage statt neun", "goal: 月次決算を三日で",
      "goal: Go live before the audit in May",
    ],
    rejects: [
      "goal: ⟪Onboarding⟫", "goal: ⟪SSO, exports⟫", "goal: ⟪tbd⟫",
      "goal: ⟪A smooth and successful implementation of the new platform for Acme⟫",
    ])

  package init() {}

  private static let fewestWords = 3

  package func check(_ subject: Subject) -> [Finding] {
    guard let goal = subject.brief.fields[.goal], !goal.string.isWrittenWithoutSpaces else {
      return []
    }
    let words = Word.words(of: goal.string)
    if words.count < UnclearGoal.fewestWords { return [.short(goal, subject)] }
    return saysWhatClientWants(words, subject) ? [] : [.plain(goal, subject)]
  }

  /// Whether a word remains that is not about our own work or the account's name.
  private func saysWhatClientWants(_ words: [Word], _ subject: Subject) -> Bool {
    let account = ContentWords(subject.brief.fields.string(.account) ?? "")
    let plain = Set(subject.words.cues(in: words).all(.plainGoals).joined())
    let rest = words.indices.filter { !plain.contains($0) }
    return !ContentWords(rest.map { words[$0] }).areAll(in: account)
  }
}

extension String {
  /// Whether it has scalars of a script whose words are not set apart by spaces.
  fileprivate var isWrittenWithoutSpaces: Bool {
    unicodeScalars.contains { (0x0E00...0x0EFF).contains($0.value) || $0.value >= 0x2E80 }
  }
}

extension Finding {
  fileprivate static func short(_ goal: Text, _ subject: Subject) -> Finding {
    unclear(
      goal, "the goal “\(goal.string.shortened(to: 60))” is too short to say what the client wants",
      subject)
  }

  fileprivate static func plain(_ goal: Text, _ subject: Subject) -> Finding {
    unclear(
      goal,
      "the goal “\(goal.string.shortened(to: 60))” says what we do, not what the client wants",
      subject)
  }

  private static func unclear(_ goal: Text, _ message: String, _ subject: Subject) -> Finding {
    Finding(
      rule: UnclearGoal.documentation.id, span: goal.span, message: message,
      help: "write what changes for the client and by how much, such as "
        + "`handoff set \(subject.commandName) goal \"Close the month in three days, not nine\"`")
  }
}
