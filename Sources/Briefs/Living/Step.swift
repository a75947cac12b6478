/// A step in the life of a brief, as the trailer of its commit and the commands call it.
package enum Step: String, Sendable, CaseIterable {
  case submit
  case approve
  case accept
  case `return`
  case ask
  case answer
  case start
  case finish
  case cancel
  case reopen
  case emailSend = "email-send"
  case emailSent = "email-sent"
  case emailReply = "email-reply"
  case emailIntroduce = "email-introduce"

  /// The status that the step leads to; nil where it may leave the brief where it is.
  package var target: Status? {
    switch self {
    case .submit: .review
    case .accept: .accepted
    case .return: .returned
    case .start: .started
    case .finish: .done
    case .cancel: .cancelled
    case .approve, .ask, .answer, .reopen, .emailSend, .emailSent, .emailReply, .emailIntroduce:
      nil
    }
  }

  /// What is typed behind `handoff` to take the step.
  package var command: String {
    switch self {
    case .emailSend: "email send"
    case .emailSent: "email sent"
    case .emailReply: "email reply"
    case .emailIntroduce: "email introduce"
    case .submit, .approve, .accept, .return, .ask, .answer, .start, .finish, .cancel, .reopen:
      rawValue
    }
  }

  /// Whose step it is.
  package enum Owner: Sendable {
    /// The sender, or anybody with the role sales.
    case sender

    /// The receiver or a stand-in.
    case receiver
    case either
    case anybody
  }

  /// Whose step it is; who may approve in which role is another matter.
  package var owner: Owner {
    switch self {
    case .submit, .cancel: .sender
    case .accept, .return, .start, .finish: .receiver
    case .reopen: .either
    case .approve, .ask, .answer, .emailSend, .emailSent, .emailReply, .emailIntroduce: .anybody
    }
  }

  /// Whether the step can be taken from a status.
  package func isOpen(from status: Status) -> Bool {
    switch self {
    case .submit: status == .draft || status == .returned
    case .approve, .ask, .cancel: !status.isSealed
    case .accept: status == .review
    case .return: status == .review || status == .accepted || status == .started
    case .answer, .emailSend, .emailSent, .emailReply, .emailIntroduce: true
    case .start: status == .accepted
    case .finish: status == .started
    case .reopen: status.isSealed
    }
  }
}
