package import Briefs
package import Diagnostics

/// What people, `handoff explain`, the reference and SARIF are told of a rule.
package struct RuleDocumentation: Sendable {
  /// The groups of the reference, in its order.
  package enum Category: String, Sendable, CaseIterable {
    case reading
    case content
    case wording
    case lifecycle
    case change
    case policy

    /// The heading of the group.
    package var title: String {
      switch self {
      case .reading: "Reading the file"
      case .content: "There or not"
      case .wording: "Wording"
      case .lifecycle: "Lifecycle"
      case .change: "Change"
      case .policy: "Policy"
      }
    }
  }

  package let id: String
  package let category: Category

  /// One sentence that states the rule.
  package let summary: String

  /// Why it matters, for somebody who sells.
  package let rationale: String

  /// How to mend it, with the command or the edit.
  package let remedy: String
  package let weight: Weight

  /// The version that brought it.
  package let since: String

  /// Briefs, or changes, without the fault.
  package let accepts: [RuleExample]

  /// Briefs, or changes, with it; `⟪…⟫` marks each exact span.
  package let rejects: [RuleExample]

  package init(
    id: String, category: Category, weight: Weight, since: String = "0.1.0", summary: String,
    rationale: String, remedy: String, accepts: [RuleExample], rejects: [RuleExample]
  ) {
    self.id = id
    self.category = category
    self.weight = weight
    self.since = since
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.accepts = accepts
    self.rejects = rejects
  }

  /// Whether a waiver may silence it: never what is always an error or speaks of approvals.
  package var isWaivable: Bool {
    switch weight {
    case .alwaysError: false
    case .errorOnceAccepted: !RuleDocumentation.approvalRules.contains(id)
    case .errorOnceSubmitted, .errorOnceStarted, .errorOnceDone, .warning: true
    }
  }

  private static let approvalRules = [
    "missing-approval", "stale-approval", "self-approval", "unreviewed-term",
  ]
}

/// How much a fault matters, by where the brief is in its life.
package enum Weight: Sendable, Equatable {
  case alwaysError

  /// A warning in `draft`, `returned` and `cancelled`, else an error.
  case errorOnceSubmitted

  /// An error from `accepted` on; what it is before.
  case errorOnceAccepted(before: Severity?)

  /// An error in `started` and `done`; silent before.
  case errorOnceStarted

  /// An error in `done`; silent before.
  case errorOnceDone
  case warning

  /// The severity in a status; nil where the rule is silent.
  package func severity(in status: Status?) -> Severity? {
    switch self {
    case .alwaysError: .error
    case .errorOnceSubmitted: (status?.isOpenForWriting ?? true) ? .warning : .error
    case .errorOnceAccepted(let before): (status?.isAcceptedOrLater ?? false) ? .error : before
    case .errorOnceStarted: (status?.isStartedOrLater ?? false) ? .error : nil
    case .errorOnceDone: status == .done ? .error : nil
    case .warning: .warning
    }
  }
}

/// A small brief, or a change of one, that shows a rule at work and tests it.
///
/// The text is a fragment: its top-level keys and sections replace those of a valid brief, so that
/// only what matters is written. `⟪…⟫` marks the spans that the rule must find, exactly.
package struct RuleExample: Sendable, ExpressibleByStringLiteral {
  package let text: String

  /// The fragment of the version before, where the example is a change.
  package let before: String?

  /// The author of the change.
  package let author: String?

  /// The place of the example in the rule's file.
  package let fileID: String
  package let filePath: String
  package let line: Int

  package init(
    _ text: String, before: String? = nil, author: String? = nil, fileID: String = #fileID,
    filePath: String = #filePath, line: Int = #line
  ) {
    self.text = text
    self.before = before
    self.author = author
    self.fileID = fileID
    self.filePath = filePath
    self.line = line
  }

  package init(stringLiteral text: String) {
    self.init(text, fileID: "", filePath: "", line: 0)
  }
}
