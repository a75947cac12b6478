/// One thing that was looked at, and how it is.
package struct DoctorCheck: Sendable, Hashable {
  /// How a thing is.
  package enum Status: String, Sendable, CaseIterable {
    case ok
    case warning
    case error
  }

  /// What was looked at.
  package let name: String

  /// How it is.
  package let status: Status

  /// What was found, in one sentence.
  package let message: String

  /// What to do next; nil where it is well.
  package let help: String?

  /// A thing that is well.
  package static func ok(_ name: String, _ message: String) -> DoctorCheck {
    DoctorCheck(name: name, status: .ok, message: message, help: nil)
  }

  /// A thing that may do harm.
  package static func warning(_ name: String, _ message: String, help: String) -> DoctorCheck {
    DoctorCheck(name: name, status: .warning, message: message, help: help)
  }

  /// A thing that keeps the gates from working.
  package static func error(_ name: String, _ message: String, help: String) -> DoctorCheck {
    DoctorCheck(name: name, status: .error, message: message, help: help)
  }
}
