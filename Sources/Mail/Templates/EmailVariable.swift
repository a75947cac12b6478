package import Briefs

/// What a template may ask for: all that the frame of a message can show of a brief.
package enum EmailVariable: String, Sendable, CaseIterable {
  case clients
  case sender
  case senderEmail = "sender_email"
  case receiver
  case receiverEmail = "receiver_email"
  case account
  case kickoff
  case goLive = "go_live"

  /// What stands in its place, as the documentation says it.
  package var meaning: String {
    switch self {
    case .clients: "the names of those whom the message is for"
    case .sender: "the name of whoever sends it"
    case .senderEmail: "the sender's address"
    case .receiver: "the name of whoever takes over"
    case .receiverEmail: "the receiver's address"
    case .account: "the account's name"
    case .kickoff: "the day of the kickoff, such as 10 August 2026"
    case .goLive: "the day of the go-live"
    }
  }
}

/// The values of a template's variables; what is not known is absent.
package struct EmailFields: Sendable {
  private let values: [EmailVariable: String]

  /// Takes of a brief what its client may see: the account and two days.
  package init(
    of brief: Brief, clients: [MailAddress], sender: MailAddress, receiver: MailAddress?
  ) {
    var values: [EmailVariable: String] = [
      .sender: sender.label, .senderEmail: sender.address,
    ]
    let names = clients.map(\.name).filter { !$0.isEmpty }
    if !names.isEmpty { values[.clients] = names.asSentence }
    values[.receiver] = receiver?.label
    values[.receiverEmail] = receiver?.address
    values[.account] = brief.fields.string(.account).flatMap { $0.isBlank ? nil : $0 }
    values[.kickoff] = brief.fields.date(.kickoff)?.inWords
    values[.goLive] = brief.fields.date(.goLive)?.inWords
    self.values = values
  }

  /// The value of a variable; nil where there is none.
  package subscript(variable: EmailVariable) -> String? { values[variable] }
}

extension [String] {
  /// The names as a sentence has them: `Ana, Ben and Cleo`.
  fileprivate var asSentence: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
