package import Diagnostics

/// All rules, in the order of the reference.
package enum RuleCatalog {
  /// The rules, by the groups of the reference.
  package static let all: [any Rule.Type] =
    reading + content + wording + lifecycle + change + policy

  private static let reading: [any Rule.Type] = [
    UnreadableBrief.self,
    InvalidFrontMatter.self,
    TruncatedText.self,
    UnknownField.self,
    InvalidValue.self,
    MisnamedBrief.self,
    DuplicateBrief.self,
    DuplicateId.self,
    UnknownType.self,
  ]

  private static let content: [any Rule.Type] = [
    UnresolvedReference.self,
    MissingField.self,
    MissingSection.self,
    MissingExclusions.self,
    MissingMilestone.self,
    MissingEvidence.self,
    MissingPredecessor.self,
    LostInHandoff.self,
    UncitedPromise.self,
    InferredPromise.self,
    UnadoptedDraft.self,
    UnknownPerson.self,
    UnmeasurableCriterion.self,
    MisquotedSource.self,
    ChangedEvidence.self,
    UnsettledRisk.self,
    LeakedInternal.self,
  ]

  private static let wording: [any Rule.Type] = [
    VaguePromise.self,
    HardenedPromise.self,
    ContradictingExclusion.self,
    CommitmentInSummary.self,
    UnlistedTerm.self,
    UnearnedConfirmation.self,
    WallOfText.self,
    SalesPitch.self,
    UnownedNextStep.self,
    DifferingDate.self,
    UnclearGoal.self,
    PastedNotes.self,
  ]

  /// Those of some diagnostics that doubt a wording.
  package static func doubts(in diagnostics: [Diagnostic]) -> [Diagnostic] {
    let names = Set(wording.map { $0.documentation.id })
    return diagnostics.filter { names.contains($0.rule) }
  }

  private static let lifecycle: [any Rule.Type] = [
    EarlyIntroduction.self,
    ExpiredWaiver.self,
    MissingApproval.self,
    MissingIntroduction.self,
    OpenBlocker.self,
    OpenMilestone.self,
    OpenQuestion.self,
    Overdue.self,
    SelfApproval.self,
    StaleApproval.self,
    UnansweredReturn.self,
    UnconfirmedSummary.self,
    UnprovenApproval.self,
    UnqualifiedApprover.self,
    UnqualifiedStatus.self,
    UnreviewedTerm.self,
    UnsentSummary.self,
    UnsettledExpectation.self,
  ]

  private static let change: [any Rule.Type] = [
    DroppedBrief.self,
    DroppedCriterion.self,
    DroppedExclusion.self,
    DroppedExpectation.self,
    DroppedObjection.self,
    DroppedPromise.self,
    DroppedRecord.self,
    DroppedRequirement.self,
    DroppedRisk.self,
    DroppedSensitivity.self,
    DroppedStakeholder.self,
    DroppedTerm.self,
    MisusedRaised.self,
    SealedBrief.self,
  ]

  private static let policy: [any Rule.Type] = [
    InvalidPolicy.self,
    UnauthorisedPolicy.self,
  ]

  /// The documentation of a rule by its id.
  package static func documentation(of id: String) -> RuleDocumentation? {
    documentations.first { $0.id == id }
  }

  /// The documentation of every rule, in the order of the reference.
  package static var documentations: [RuleDocumentation] { all.map { $0.documentation } }
}
