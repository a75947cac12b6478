internal import Diagnostics
internal import Rules

/// All about one rule, for people at a terminal.
struct TextRuleReport {
  let rule: RuleDocumentation
  let isColored: Bool

  var rendered: String {
    var lines = [
      "\(rule.id.styled(.bold, if: isColored)): \(rule.summary)", "",
      "Why: \(rule.rationale)", "What to do: \(rule.remedy)",
      "How much it matters: \(rule.gravity)",
    ]
    lines += examples(rule.rejects, "It stops at this")
    lines += examples(rule.accepts, "It is content with this")
    return lines.map { $0 + "\n" }.joined()
  }

  private func examples(_ examples: [RuleExample], _ title: String) -> [String] {
    examples.flatMap { example -> [String] in
      var lines = ["", (title + ":").styled(.bold, if: isColored)]
      if let before = example.before {
        lines += quoted(before) + ["", "  … changed to:".styled(.faint, if: isColored), ""]
      }
      lines += quoted(example.text)
      if let author = example.author { lines.append("  (by \(author))") }
      for (path, text) in (example.files.merging(example.others) { $1 }).sorted(by: <) {
        lines += ["", "  … beside \(path):".styled(.faint, if: isColored)] + quoted(text)
      }
      return lines
    }
  }

  /// The lines of an example; what the rule points at is underlined, or stands between » and «.
  private func quoted(_ text: String) -> [String] {
    let (open, close) = isColored ? ("\u{1B}[4m", "\u{1B}[0m") : ("»", "«")
    return text.safeLines.map { line in
      let marked = line.unicodeScalars.map { scalar in
        scalar == "⟪" ? open : scalar == "⟫" ? close : String(scalar)
      }.joined()
      return marked.isEmpty ? "" : "    " + marked
    }
  }
}

extension RuleDocumentation {
  /// How much the fault matters in each status, in words, and whether it can be waived.
  var gravity: String {
    "\(weight.inWords); "
      + (isWaivable ? "a waiver can silence it for a time." : "it cannot be waived.")
  }
}

extension Weight {
  private static let before = "while the brief is a draft, returned or cancelled"

  var inWords: String {
    switch self {
    case .alwaysError: "always an error"
    case .errorOnceSubmitted: "a warning \(Weight.before), else an error"
    case .errorOnceAccepted(before: nil): "an error once the brief is accepted, silent before"
    case .errorOnceAccepted(before: .warning?):
      "an error once the brief is accepted, a warning before"
    case .errorOnceAccepted(before: .error?): "always an error"
    case .errorOnceStarted: "an error once the brief is started, silent before"
    case .errorOnceDone: "an error once the brief is done, silent before"
    case .warning: "always a warning, unless the team raises it to an error"
    }
  }
}
