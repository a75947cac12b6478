package import Briefs

/// The first `handoff.yaml` of a repository, with comments that say what can be changed.
package struct InitialPolicy: Sendable {
  /// The name of the first person.
  package let name: String

  /// In lower case.
  package let email: String

  /// Briefs that are taken over in the state that they have.
  package let imported: [Policy.Takeover]

  /// Nil where the address is none that a roster can hold.
  package init?(name: String, email: String, imported: [Policy.Takeover] = []) {
    let email = email.asciiLowercased
    guard Identifiers.isAddress(email, lowerCase: true) else { return nil }
    self.name = name
    self.email = email
    self.imported = imported
  }

  /// The file as it is written.
  package var text: String {
    """
    # What this team agrees on: who takes part, and what the gates ask of a handoff.
    # Only a person with the role `policy` may change this file.
    version: 1

    # Which files are briefs. Names that begin with `.` or `_`, and README.md, are passed over.
    briefs: handoffs/**/*.md

    # Everybody who sends, receives or approves handoffs. An address is the one that git writes into
    # commits (git config user.email), in lower case.
    #
    # Roles: `sales` submits briefs and approves as the sender, `receiving` accepts them,
    # `pricing`, `legal`, `scope`, `implementation` and `success-metric` approve terms of that kind,
    # `policy` may change this file and grant exceptions. A person may have several, but one brief
    # needs two people: nobody accepts what they sent.
    people:
      - email: \(Quoting.plainOrQuoted(email))
        name: \(Quoting.doubleQuoted(name))
        roles: [sales, receiving, policy]
      # - email: sam@northwind.example
      #   name: Sam Park
      #   roles: [receiving]
      #   stand_ins: [noor@northwind.example]    # who acts while Sam is away
      #   until: 2027-03-31                      # who leaves is not deleted

    policy:
      signatures: optional              # or required: every approval carries an SSH signature
      client_confirmation: requested    # or required, optional: the client's answer to the summary
      review_days: 2                    # working days that a receiver has
      reply_days: 3                     # working days until a client's silence is a signal

    """ + importedText
  }

  private var importedText: String {
    guard !imported.isEmpty else { return "" }
    return
      "\n# Briefs that were running when this team began: taken over without approvals.\nimported:\n"
      + InitialPolicy.entries(imported)
  }

  /// Entries as they stand under `imported:`.
  package static func entries(_ imported: [Policy.Takeover]) -> String {
    imported.map { takeover in
      var lines = ["  - id: \(Quoting.plainOrQuoted(takeover.id))"]
      lines.append("    status: \(takeover.status.rawValue)")
      lines.append("    by: \(Quoting.plainOrQuoted(takeover.by))")
      if let on = takeover.on { lines.append("    on: \(on)") }
      return lines.joined(separator: "\n") + "\n"
    }.joined()
  }
}

extension Quoting {
  /// A word as it is, or between quotes where YAML could take it for something else.
  fileprivate static func plainOrQuoted(_ text: String) -> String {
    let isPlain =
      text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "@.-_+".utf8.contains($0)
      }
    let isWord = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(text)
    return isPlain && !isWord ? text : doubleQuoted(text)
  }
}
