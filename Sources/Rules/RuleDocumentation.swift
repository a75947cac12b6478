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

  /// The name that findings, waivers and people use.
  package let id: String

  /// The group of the reference that it stands in.
  package let category: Category

  /// One sentence that states the rule.
  package let summary: String

  /// Why it matters, for somebody who sells.
  package let rationale: String

  /// How to mend it, with the command or the edit.
  package let remedy: String

  /// How much its findings matter, by status.
  package let weight: Weight

  /// Whether some of its findings are errors whatever its weight.
  package let mayRaise: Bool

  /// The version that brought it.
  package let since: String

  /// Briefs, or changes, without the fault.
  package let accepts: [RuleExample]

  /// Briefs, or changes, with it; `⟪…⟫` marks each exact span.
  package let rejects: [RuleExample]

  /// The rule's file, as `Rules/UncitedPromise.swift`.
  package let fileID: String

  package init(
    id: String, category: Category, weight: Weight, mayRaise: Bool = false,
    since: String = "0.1.0", summary: String, rationale: String, remedy: String,
    accepts: [RuleExample], rejects: [RuleExample],
    fileID: String = #fileID
  ) {
    self.id = id
    self.category = category
    self.weight = weight
    self.mayRaise = mayRaise
    self.since = since
    self.summary = summary
    self.rationale = rationale
    self.remedy = remedy
    self.accepts = accepts
    self.rejects = rejects
    self.fileID = fileID
  }

  /// Whether a waiver may silence it: never what is always an error or speaks of approvals.
  package var isWaivable: Bool {
    switch weight {
    case .alwaysError: false
    case .errorOnceAccepted: !RuleDocumentation.approvalRules.contains(id)
    case .errorOnceSubmitted, .errorOnceStarted, .errorOnceDone, .warning: true
    }
  }

  /// Whether it says that approvals are missing or worthless.
  package var speaksOfApprovals: Bool {
    RuleDocumentation.approvalRules.contains(id) || id == UnprovenApproval.documentation.id
  }

  /// The rules on which approvals are there and hold.
  package static let approvalRules = [
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
