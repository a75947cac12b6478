/// A list of a brief's front-matter whose entries are items, by its key there.
package enum ItemList: String, Sendable, CaseIterable {
  case promises
  case exclusions
  case expectations
  case customTerms = "custom_terms"
  case stakeholders
  case successCriteria = "success_criteria"
  case risks
  case requirements
  case objections
  case sensitivities
  case support
  case questions
  case evidence
  case approvals
  case returns
  case emails
  case incidents
  case waivers
  case leftBehind = "left_behind"

  /// What one entry is called in sentences for people.
  package var noun: String {
    switch self {
    case .promises: "promise"
    case .exclusions: "exclusion"
    case .expectations: "expectation"
    case .customTerms: "custom term"
    case .stakeholders: "stakeholder"
    case .successCriteria: "success criterion"
    case .risks: "risk"
    case .requirements: "requirement"
    case .objections: "objection"
    case .sensitivities: "sensitivity"
    case .support: "support person"
    case .questions: "question"
    case .evidence: "evidence"
    case .approvals: "approval"
    case .returns: "return"
    case .emails: "email record"
    case .incidents: "incident"
    case .waivers: "waiver"
    case .leftBehind: "left-behind item"
    }
  }

  /// The letter that the tool begins a new item's id with, such as `P` in `P-7K3F`.
  package var idPrefix: String {
    switch self {
    case .promises: "P"
    case .exclusions: "X"
    case .expectations: "A"
    case .customTerms: "T"
    case .stakeholders: "S"
    case .successCriteria: "M"
    case .risks: "R"
    case .requirements: "I"
    case .objections: "O"
    case .sensitivities: "N"
    case .support: "U"
    case .questions: "Q"
    case .evidence: "E"
    case .approvals: "AP"
    case .returns: "B"
    case .emails: "EM"
    case .incidents: "C"
    case .waivers: "W"
    case .leftBehind: "L"
    }
  }
}

/// A group of fields that a brief has once.
package enum Block: String, Sendable, CaseIterable {
  case firstMilestone = "first_milestone"
  case followUp = "follow_up"
  case meeting
  case introduction
}
