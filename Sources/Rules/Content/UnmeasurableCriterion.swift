internal import Briefs
package import Diagnostics

/// A success criterion has a target that can be found met or not met.
package struct UnmeasurableCriterion: Rule {
  package static let documentation = RuleDocumentation(
    id: "unmeasurable-criterion", category: .content, weight: .errorOnceSubmitted,
    summary: "A success criterion has a target that can be found met or not met.",
    rationale: "Where nobody can say whether it worked, the renewal is a matter of taste.",
    remedy: "Write a number, a day, or a state that is there or not, such as `yes` or `live`.",
    accepts: [
      """
      success_criteria:
        - id: M1
          metric: days to close
          target: three
        - id: M2
          metric: SSO in use
          target: "yes"
        - id: M3
          metric: invoices matched
          target: All of them
      """,
      """
      success_criteria:
        - id: M1
          metric: speed
          target: faster
          withdrawn: Not wanted any more.
      """,
    ],
    rejects: [
      "success_criteria:\n  - id: M1\n    metric: speed\n    target: ⟪noticeably faster⟫",
      "success_criteria:\n  - id: M1\n    metric: users\n    target: ⟪happier users⟫",
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for item in subject.brief.items where item.list == .successCriteria {
      guard let target = item[.target], !item.isWithdrawn, !isMeasurable(target.string) else {
        continue
      }
      findings.append(.unmeasurable(item, target, subject))
    }
    return findings
  }

  private func isMeasurable(_ target: String) -> Bool {
    if target.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return true }
    let words = target.asciiLowercased.utf8.split { !(0x61...0x7A).contains($0) && $0 < 0x80 }
    return words.contains {
      UnmeasurableCriterion.cues.contains(String(decoding: $0, as: UTF8.self))
    }
  }

  /// Words that count something, or name a state that is there or is not.
  private static let cues: Set<String> = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "dozen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety", "hundred", "thousand", "million", "half", "halved", "third", "quarter",
    "once", "twice", "double", "doubled", "triple", "tripled",
    "all", "every", "each", "any", "no", "none", "never", "always", "only",
    "daily", "weekly", "monthly", "quarterly", "yearly", "annually", "hourly",
    "yes", "true", "false", "done", "live", "signed", "approved", "accepted", "passed", "complete",
    "completed", "finished", "delivered", "deployed", "installed", "migrated", "enabled",
    "disabled", "available", "running", "closed", "paid", "certified", "trained",
    "connected", "automated", "replaced", "retired", "launched", "published", "met", "used", "use",
    "production",
  ]
}

extension Finding {
  fileprivate static func unmeasurable(
    _ item: Item, _ target: Text, _ subject: Subject
  ) -> Finding {
    Finding(
      rule: UnmeasurableCriterion.documentation.id, span: target.span, item: item.id,
      message: "nobody can measure the target “\(target.string.shortened(to: 60))” of "
        + item.nameInSentence,
      help: "write a number, a day, or a state such as yes: "
        + "`handoff set \(subject.reference(to: item)) target \"…\"`")
  }
}
