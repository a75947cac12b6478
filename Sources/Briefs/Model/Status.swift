/// Where a brief is in its life: `draft → review → accepted → started → done`.
package enum Status: String, Sendable, CaseIterable {
  case draft
  case review
  case accepted
  case started
  case done

  /// Back at the sender, with reasons.
  case returned
  case cancelled

  /// Whether the brief is being written, so that what is missing is only a warning.
  package var isOpenForWriting: Bool {
    switch self {
    case .draft, .returned, .cancelled: true
    case .review, .accepted, .started, .done: false
    }
  }

  /// Whether everybody needed has agreed.
  package var isAcceptedOrLater: Bool {
    switch self {
    case .accepted, .started, .done: true
    case .draft, .review, .returned, .cancelled: false
    }
  }

  /// Whether the receiver has begun.
  package var isStartedOrLater: Bool { self == .started || self == .done }

  /// Whether the covered words stay as they are from here on.
  package var isSealed: Bool { self == .done || self == .cancelled }
}
