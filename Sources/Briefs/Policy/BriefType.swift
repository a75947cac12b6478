/// A kind of handoff: what its briefs need before they may go on.
package struct BriefType: Sendable, Equatable {
  /// A part of a brief that must be there before review.
  package struct Requirement: Sendable, Equatable {
    /// The key in front-matter: a field, a list or a block.
    package let key: String

    /// Whether an empty list, or `none`, is an answer.
    package let mayBeEmpty: Bool

    package init(_ key: String, mayBeEmpty: Bool = false) {
      self.key = key
      self.mayBeEmpty = mayBeEmpty
    }
  }

  /// What ends a handoff of the type.
  package enum LastStep: Sendable, Equatable {
    case firstMilestone
    case followUp
    case debriefs

    /// The type asks for none: it ends when the receiver says so.
    case nothing
  }

  /// The name that briefs give under `type`.
  package let name: String

  /// The name for people.
  package let title: String

  /// What must be there before review.
  package let requires: [Requirement]

  /// The headings that the summary must have.
  package let sections: [String]

  /// The roles that must approve.
  package let approvals: [String]

  /// Evidence needed to start: of each entry, one of the kinds.
  package let evidence: [[String]]

  /// What ends a handoff of the type.
  package let lastStep: LastStep

  /// Whether the client's answer and the introduction come before the start.
  package let needsClientAnswer: Bool

  package init(
    name: String, title: String, requires: [Requirement], sections: [String],
    approvals: [String], evidence: [[String]], lastStep: LastStep = .firstMilestone,
    needsClientAnswer: Bool = false
  ) {
    self.name = name
    self.title = title
    self.requires = requires
    self.sections = sections
    self.approvals = approvals
    self.evidence = evidence
    self.lastStep = lastStep
    self.needsClientAnswer = needsClientAnswer
  }
}

extension BriefType {
  /// The six headings of a summary email, in their order.
  package static let summarySections = [
    "Current situation", "Business priorities", "Business impact", "Timeline",
    "Decision process and key stakeholders", "Next steps",
  ]

  /// The name of the type for a new internal owner.
  package static let ownerChangeName = "owner-change"

  /// The types that every team has, by name.
  package static let builtIn: [String: BriefType] = Dictionary(
    uniqueKeysWithValues: ([sdrToAE, aeToSupport, ownerChange] + salesTypes).map { ($0.name, $0) })

  private static let sdrToAE = BriefType(
    name: "sdr-to-ae", title: "SDR to account executive",
    requires: [
      Requirement("goal"), Requirement("stakeholders"),
      Requirement("objections", mayBeEmpty: true), Requirement("follow_up"),
      Requirement("meeting"),
    ],
    sections: summarySections, approvals: [Person.receiving], evidence: [], lastStep: .followUp)

  private static let aeToSupport = BriefType(
    name: "ae-to-support", title: "Account executive to sales support",
    requires: [
      Requirement("goal"), Requirement("stakeholders"), Requirement("meeting"),
      Requirement("support"),
    ],
    sections: ["Current situation", "Business priorities", "Next steps"], approvals: [],
    evidence: [], lastStep: .debriefs)

  private static let ownerChange = BriefType(
    name: ownerChangeName, title: "Change of owner",
    requires: [
      Requirement("goal"), Requirement("promises"), Requirement("exclusions"),
      Requirement("expectations", mayBeEmpty: true), Requirement("custom_terms", mayBeEmpty: true),
      Requirement("stakeholders"), Requirement("risks", mayBeEmpty: true),
      Requirement("objections", mayBeEmpty: true), Requirement("sensitivities", mayBeEmpty: true),
    ],
    sections: summarySections, approvals: [Person.sales, Person.receiving], evidence: [],
    needsClientAnswer: true)

  private static let salesTypes = [
    ("sales-to-success", "Sales to customer success"),
    ("sales-to-onboarding", "Sales to onboarding"),
    ("sales-to-implementation", "Sales to implementation"),
    ("sales-to-delivery", "Sales to delivery"),
    ("sales-to-account-management", "Sales to account management"),
  ].map { name, title in
    BriefType(
      name: name, title: title,
      requires: [
        Requirement("goal"), Requirement("promises"), Requirement("exclusions"),
        Requirement("expectations", mayBeEmpty: true),
        Requirement("custom_terms", mayBeEmpty: true), Requirement("stakeholders"),
        Requirement("success_criteria"), Requirement("risks", mayBeEmpty: true),
        Requirement("requirements", mayBeEmpty: true),
        Requirement("objections", mayBeEmpty: true),
        Requirement("sensitivities", mayBeEmpty: true), Requirement("first_milestone"),
        Requirement("go_live"), Requirement("kickoff"),
      ],
      sections: summarySections, approvals: [Person.sales, Person.receiving],
      evidence: [
        ["crm"], ["contract", "proposal"], ["call-notes", "call-summary", "email"],
      ],
      needsClientAnswer: true)
  }
}
