import Diagnostics

/// What `doctor` found, as `handoff/doctor/1` and as text to paste.
package struct DoctorReport: Sendable {
  /// One thing that was looked at.
  package struct Check: Sendable {
    /// What was looked at.
    package let name: String

    /// `ok`, `warning` or `error`.
    package let status: String

    /// What was found, in one sentence.
    package let message: String

    /// What to do next; nil where it is well.
    package let help: String?

    package init(name: String, status: String, message: String, help: String?) {
      self.name = name
      self.status = status
      self.message = message
      self.help = help
    }
  }

  /// Everything that was looked at, in order.
  package let checks: [Check]

  package init(_ checks: [Check]) {
    self.checks = checks
  }

  /// The report for programs.
  package var json: String {
    let checks = checks.map { check -> JSONValue in
      [
        "name": .string(check.name), "status": .string(check.status),
        "message": .string(check.message), "help": .optional(check.help),
      ]
    }
    let document: JSONValue = ["schema": "handoff/doctor/1", "checks": .array(checks)]
    return document.text + "\n"
  }

  /// The report for people.
  package var text: String {
    let width = "warning".utf8.count
    return checks.map { check in
      let margin = String(repeating: " ", count: width - check.status.utf8.count + 2)
      let help = check.help.map {
        "\n" + String(repeating: " ", count: width + 2) + "→ " + $0.escapingControls
      }
      return "\(check.status)\(margin)\(check.name): \(check.message)".escapingControls
        + (help ?? "") + "\n"
    }.joined()
  }
}
