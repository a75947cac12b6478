import Diagnostics

/// How the hooks of a repository are, as `handoff/hooks/1` and for people.
package struct HooksReport: Sendable {
  /// One hook and how it is.
  package struct Entry: Sendable {
    /// The hook's name.
    package let name: String

    /// The file that git would run.
    package let path: String

    /// Whether it is in place.
    package let state: String

    /// Why it is so; empty where there is nothing to say.
    package let reason: String

    package init(name: String, path: String, state: String, reason: String) {
      self.name = name
      self.path = path
      self.state = state
      self.reason = reason
    }
  }

  /// The hooks in order.
  package let entries: [Entry]

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// The report for programs.
  package var json: String {
    let hooks = entries.map { entry -> JSONValue in
      ["name": .string(entry.name), "path": .string(entry.path), "state": .string(entry.state)]
    }
    let document: JSONValue = ["schema": "handoff/hooks/1", "hooks": .array(hooks)]
    return document.text + "\n"
  }

  /// The report for people.
  package var text: String {
    entries.map { entry in
      let reason = entry.reason.isEmpty ? "" : " (\(entry.reason))"
      return "\(entry.name): \(entry.state)\(reason)  \(entry.path)".escapingControls + "\n"
    }.joined()
  }
}
