/// One thing that was looked at, and how it is.
package struct DoctorCheck: Sendable, Hashable {
  package enum Status: String, Sendable, CaseIterable {
    case ok
    case warning
    case error
  }

  package let name: String
  package let status: Status

  /// What was found, in one sentence.
  package let message: String

  /// What to do next; nil where it is well.
  package let help: String?

  package static func ok(_ name: String, _ message: String) -> DoctorCheck {
    DoctorCheck(name: name, status: .ok, message: message, help: nil)
  }

  package static func warning(_ name: String, _ message: String, help: String) -> DoctorCheck {
    DoctorCheck(name: name, status: .warning, message: message, help: help)
  }

  package static func error(_ name: String, _ message: String, help: String) -> DoctorCheck {
    DoctorCheck(name: name, status: .error, message: message, help: help)
  }
}
