internal import Briefs

extension ItemList {
  /// What a list is called above its items.
  var heading: String {
    switch self {
    case .promises: "Promised"
    case .exclusions: "Not included"
    case .expectations: "What the client may consider agreed"
    case .customTerms: "Custom terms"
    case .stakeholders: "Stakeholders"
    case .successCriteria: "Success criteria"
    case .risks: "Risks"
    case .requirements: "Needed before it works"
    case .objections: "Objections"
    case .sensitivities: "Handle with care"
    case .support: "Sales support"
    case .questions: "Questions"
    case .evidence: "Evidence"
    case .approvals: "Approvals"
    case .returns: "Returns"
    case .emails: "Summary emails"
    case .incidents: "Incidents"
    case .waivers: "Waivers"
    case .leftBehind: "Left behind"
    }
  }
}

extension Block {
  /// What a block is called above its fields.
  var heading: String {
    switch self {
    case .firstMilestone: "First milestone"
    case .followUp: "Follow-up"
    case .meeting: "Meeting"
    case .introduction: "Introduction"
    }
  }
}
