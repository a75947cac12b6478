/// Every field of the format: what it holds, whether it must be there, whether approvals cover it.
///
/// Reading, surgical writing, the digest, comparing and `schema/` all follow from these tables, so
/// that a field is defined once.
package enum Catalogue {
  /// The brief's own fields, in the order in which the tool writes them.
  package static let brief: [FieldSpecification] = [
    FieldSpecification(.handoff, .briefID, required: true),
    FieldSpecification(.type, .word, required: true),
    FieldSpecification(.status, .choice(Status.allCases.map(\.rawValue)), required: true),
    FieldSpecification(.account, .freeText, required: true),
    FieldSpecification(.deal, .word),
    FieldSpecification(.after, .briefID, many: true),
    FieldSpecification(.from, .address, required: true),
    FieldSpecification(.to, .address, required: true),
    FieldSpecification(.goal, .freeText, covered: true),
    FieldSpecification(.goLive, .date, covered: true),
    FieldSpecification(.noGoLive, .freeText),
    FieldSpecification(.kickoff, .date),
    FieldSpecification(.noKickoff, .freeText),
    FieldSpecification(.noExclusions, .freeText, covered: true),
  ]

  /// The fields of one entry of a list, its own first, then those that every item may have.
  package static func fields(of list: ItemList) -> [FieldSpecification] {
    switch list {
    case .promises: promises
    case .exclusions: exclusions
    case .expectations: expectations
    case .customTerms: customTerms
    case .stakeholders: stakeholders
    case .successCriteria: successCriteria
    case .risks: risks
    case .requirements: requirements
    case .objections: objections
    case .sensitivities: sensitivities
    case .support: support
    case .questions: questions
    case .evidence: evidence
    case .approvals: approvals
    case .returns: returns
    case .emails: emails
    case .incidents: incidents
    case .waivers: waivers
    case .leftBehind: leftBehind
    }
  }

  /// The fields of a block.
  package static func fields(of block: Block) -> [FieldSpecification] {
    switch block {
    case .firstMilestone: firstMilestone
    case .followUp: followUp
    case .meeting: meeting
    case .introduction: introduction
    }
  }

  /// What kinds of custom term there are; each is also the role of its reviewer.
  package static let termKinds = [
    "pricing", "legal", "scope", "implementation", "success-metric",
  ]

  /// Why a receiver may send a brief back.
  package static let returnReasons = [
    "missing-context", "missing-promise", "missing-exclusion", "missing-stakeholder",
    "missing-evidence", "unclear-goal", "unreviewed-term", "unrealistic-scope", "reopened", "other",
  ]

  /// What a piece of evidence may be.
  package static let evidenceKinds = [
    "crm", "proposal", "contract", "scope-notes", "call-notes", "call-summary", "email", "project",
    "spoken", "other",
  ]
}

extension Catalogue {
  private static let id = FieldSpecification(.id, .itemID, required: true)

  private static func item(
    _ own: [FieldSpecification], withdrawnIsCovered: Bool = false
  ) -> [FieldSpecification] {
    [id] + own
      + [
        FieldSpecification(.source, .source, many: true),
        FieldSpecification(.quote, .freeText),
        FieldSpecification(.confidence, .choice(["confirmed", "stated", "inferred"])),
        FieldSpecification(.draftedBy, .word),
        FieldSpecification(.adoptedBy, .actor),
        FieldSpecification(.carried, .foreignItem),
        FieldSpecification(.withdrawn, .freeText, covered: withdrawnIsCovered),
      ].filter { common in !own.contains { $0.name == common.name } }
  }

  private static let promises = item(
    [
      FieldSpecification(.text, .freeText, required: true, covered: true),
      FieldSpecification(.due, .date, covered: true),
      FieldSpecification(.owner, .address, covered: true),
      FieldSpecification(.boundedBy, .itemID, many: true, covered: true),
      FieldSpecification(.contract, .choice(["matched", "missing", "contradicted", "n/a"])),
      FieldSpecification(.clause, .freeText),
      FieldSpecification(.state, .choice(["open", "kept", "broken", "renegotiated"])),
    ], withdrawnIsCovered: true)

  private static let exclusions = item(
    [
      FieldSpecification(.text, .freeText, required: true, covered: true),
      FieldSpecification(.reason, .freeText, covered: true),
    ], withdrawnIsCovered: true)

  private static let expectations = item(
    [
      FieldSpecification(.text, .freeText, required: true, covered: true),
      FieldSpecification(.basis, .choice(["implied", "assumed"]), required: true, covered: true),
      FieldSpecification(.settled, .freeText, covered: true),
    ], withdrawnIsCovered: true)

  private static let customTerms = item(
    [
      FieldSpecification(.kind, .choice(termKinds), required: true, covered: true),
      FieldSpecification(.text, .freeText, required: true, covered: true),
    ], withdrawnIsCovered: true)

  private static let stakeholders = item([
    FieldSpecification(.name, .freeText, required: true),
    FieldSpecification(.role, .freeText, required: true),
    FieldSpecification(.email, .address),
    FieldSpecification(.stance, .choice(["for", "neutral", "against"])),
    FieldSpecification(.notes, .freeText),
  ])

  private static let successCriteria = item(
    [
      FieldSpecification(.metric, .freeText, required: true, covered: true),
      FieldSpecification(.baseline, .freeText, covered: true),
      FieldSpecification(.target, .freeText, required: true, covered: true),
      FieldSpecification(.by, .date, covered: true),
    ], withdrawnIsCovered: true)

  private static let risks = item(
    [
      FieldSpecification(.text, .freeText, required: true, covered: true),
      FieldSpecification(
        .severity, .choice(["low", "medium", "high"]), required: true, covered: true),
      FieldSpecification(
        .status, .choice(["open", "mitigated", "accepted", "closed"]), required: true),
      FieldSpecification(.owner, .address),
      FieldSpecification(.blocker, .choice(["true"]), covered: true),
      FieldSpecification(.settled, .freeText),
      FieldSpecification(.raised, .date),
    ], withdrawnIsCovered: true)

  private static let requirements = item(
    [
      FieldSpecification(.text, .freeText, required: true, covered: true),
      FieldSpecification(.owner, .address, covered: true),
      FieldSpecification(.due, .date, covered: true),
      FieldSpecification(.status, .choice(["open", "done"])),
      FieldSpecification(.raised, .date),
    ], withdrawnIsCovered: true)

  private static let objections = item([
    FieldSpecification(.text, .freeText, required: true),
    FieldSpecification(.response, .freeText),
  ])

  private static let sensitivities = item([
    FieldSpecification(.text, .freeText, required: true)
  ])

  private static let support = item([
    FieldSpecification(.person, .address, required: true),
    FieldSpecification(.kind, .choice(["executive", "engineer", "specialist"]), required: true),
    FieldSpecification(.role, .freeText, required: true),
    FieldSpecification(.needed, .freeText, required: true),
    FieldSpecification(.notNeeded, .freeText, required: true),
    FieldSpecification(.briefed, .day),
    FieldSpecification(.debrief, .freeText),
  ])

  private static let questions = item([
    FieldSpecification(.text, .freeText, required: true),
    FieldSpecification(.by, .actor, required: true),
    FieldSpecification(.at, .instant, required: true),
    FieldSpecification(.to, .address),
    FieldSpecification(.items, .itemID, many: true),
    FieldSpecification(.answer, .freeText),
    FieldSpecification(.answered, .day),
    FieldSpecification(.answeredBy, .actor),
  ])

  private static let evidence = item([
    FieldSpecification(.kind, .choice(evidenceKinds), required: true),
    FieldSpecification(.file, .path),
    FieldSpecification(.url, .url),
    FieldSpecification(.sha256, .sha256),
    FieldSpecification(.date, .day),
    FieldSpecification(.by, .actor),
    FieldSpecification(.text, .freeText),
  ])

  private static let approvals = [
    FieldSpecification(.role, .word, required: true),
    FieldSpecification(.by, .actor, required: true),
    FieldSpecification(.at, .instant, required: true),
    FieldSpecification(.covers, .digest, required: true),
    FieldSpecification(.signature, .signature),
  ]

  private static let returns = item([
    FieldSpecification(.by, .actor, required: true),
    FieldSpecification(.at, .instant, required: true),
    FieldSpecification(.reasons, .choice(returnReasons), many: true, required: true),
    FieldSpecification(.items, .itemID, many: true),
    FieldSpecification(.note, .freeText),
    FieldSpecification(.answer, .freeText),
  ])

  private static let emails = [
    FieldSpecification(.kind, .choice(["call", "final", "introduction"]), required: true),
    FieldSpecification(.body, .digest, required: true),
    FieldSpecification(.sent, .day),
    FieldSpecification(.to, .address, many: true),
    FieldSpecification(.via, .word),
    FieldSpecification(.messageID, .word),
    FieldSpecification(.reply, .choice(["confirmed", "corrected", "none"])),
    FieldSpecification(.replied, .day),
    FieldSpecification(.repliedBy, .actor),
    FieldSpecification(.how, .choice(["email", "phone", "meeting", "chat"])),
    FieldSpecification(.note, .freeText),
    FieldSpecification(.evidence, .itemID),
  ]

  private static let incidents = item([
    FieldSpecification(
      .kind, .choice(["repeated-context", "rework", "missed-promise", "missed-exclusion"]),
      required: true),
    FieldSpecification(.by, .actor, required: true),
    FieldSpecification(.at, .instant, required: true),
    FieldSpecification(.text, .freeText, required: true),
    FieldSpecification(.field, .word),
    FieldSpecification(.minutes, .number),
  ])

  private static let waivers = item([
    FieldSpecification(.rule, .word, required: true, covered: true),
    FieldSpecification(.reason, .freeText, required: true, covered: true),
    FieldSpecification(.by, .actor, required: true, covered: true),
    FieldSpecification(.until, .date, required: true, covered: true),
  ])

  private static let leftBehind = [
    FieldSpecification(.item, .foreignItem, required: true),
    FieldSpecification(.reason, .freeText, required: true),
  ]

  private static let firstMilestone = [
    FieldSpecification(.text, .freeText, required: true, covered: true),
    FieldSpecification(.owner, .address, required: true, covered: true),
    FieldSpecification(.due, .date, required: true, covered: true),
    FieldSpecification(.status, .choice(["planned", "done"])),
    FieldSpecification(.doneOn, .date),
  ]

  private static let followUp = [
    FieldSpecification(.text, .freeText, required: true, covered: true),
    FieldSpecification(.why, .freeText, required: true, covered: true),
    FieldSpecification(.owner, .address, covered: true),
    FieldSpecification(.due, .date, covered: true),
    FieldSpecification(.status, .choice(["planned", "done"])),
    FieldSpecification(.doneOn, .date),
  ]

  private static let meeting = [
    FieldSpecification(.on, .day, required: true, covered: true),
    FieldSpecification(.objective, .freeText, required: true, covered: true),
    FieldSpecification(.value, .choice(["high"])),
    FieldSpecification(.callOn, .day),
  ]

  private static let introduction = [
    FieldSpecification(.on, .day, required: true),
    FieldSpecification(.by, .actor, required: true),
    FieldSpecification(.to, .address, many: true),
    FieldSpecification(.how, .choice(["email", "phone", "meeting", "chat"])),
    FieldSpecification(.evidence, .itemID),
  ]
}
