package import Briefs

/// What a message is for.
package enum EmailKind: String, Sendable, CaseIterable {
  /// The summary after a call.
  case call

  /// The last summary before the handoff, with what was agreed and what is not included.
  case final

  /// The message that brings client and receiver together.
  case introduction

  /// Which summary the message carries.
  package var content: SummaryContent.Kind { self == .call ? .call : .final }

  /// The template of the words around it.
  package var template: EmailTemplate.Name {
    switch self {
    case .call: .call
    case .final: .final
    case .introduction: .introduction
    }
  }

  /// The template of what is said when it is sent; of an introduction, when client and receiver meet.
  package var spokenTemplate: EmailTemplate.Name {
    switch self {
    case .call: .sayCall
    case .final: .sayFinal
    case .introduction: .sayIntroduction
    }
  }

  /// How sentences call it.
  package var inWords: String {
    switch self {
    case .call: "the summary"
    case .final: "the final summary"
    case .introduction: "the introduction"
    }
  }
}
