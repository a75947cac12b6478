internal import Briefs
internal import Diagnostics
package import Git

/// The chain from an item's evidence to its acceptance, made so that somebody who trusts neither side
/// can check every step with git, sed, sha256sum and ssh-keygen alone.
package struct ItemProof: Sendable {
  /// One step of the chain.
  package struct Step: Sendable {
    /// What the step is about.
    package let title: String

    /// What it shows, each in a sentence.
    package let facts: [String]

    /// How to check it, in this order.
    package let checks: [Check]

    /// Each check once; one that cannot be shown letter for letter is left out, and that is said.
    init(_ title: String, _ facts: [String], checks: [Check?]) {
      self.title = title
      var made: [Check] = []
      for check in checks.compactMap({ $0 }) where !made.contains(check) { made.append(check) }
      self.checks = made.filter(\.isPlain)
      let isWhole = made.count == self.checks.count
      self.facts =
        facts
        + (isWhole ? [] : ["A check is left out: it holds characters that cannot be shown here."])
    }
  }

  /// A command for a POSIX shell in any clone, and what it prints.
  package struct Check: Sendable, Equatable {
    /// What the command shows.
    package let purpose: String

    /// The command, of one line or several.
    package let command: String

    /// The standard output, to the byte but for the last line feed; without control characters but
    /// line feeds and tabs.
    package let prints: String

    /// The commit that it reads or tells of; nil where it needs none, or shows itself where that
    /// belongs.
    var commit: ObjectID?
  }

  /// The brief's id.
  package let brief: String

  /// The item's id.
  package let item: String

  /// The item's words.
  package let words: String

  /// The state that was asked about.
  package let moment: Moment

  /// The commit that is proven from: every commit that the chain names belongs to its history.
  package let commit: ObjectID

  /// The chain.
  package let steps: [Step]

  /// What could not be read.
  package let gaps: [HistoryGap]
}

extension ItemProof {
  /// What is to be typed once before the checks, in the top folder of a clone: history is read as it
  /// is stored, whatever was put in its place or grafted on, names of files are taken as they are, and times are
  /// shown in UTC.
  package static let preparation =
    "export GIT_NO_REPLACE_OBJECTS=1 GIT_GRAFT_FILE=/dev/null/none GIT_LITERAL_PATHSPECS=1 TZ=UTC0"

  /// What the checks are worth, for somebody who trusts neither side.
  package static let worth =
    "The id of a commit is a digest of its files and of all history before it: whoever has the same "
    + "id has the same history. But the names, addresses and times in a commit are what its author "
    + "typed, and git lets anybody type anything: a step that is claimed rests on them alone. A step "
    + "that is signed was made with a key; whose key it is, handoff.yaml of this very repository "
    + "says, so ask the person for theirs. A record in the brief (an email, an answer) shows that it "
    + "was written down, not that it happened."
}

extension ItemProof.Step {
  /// The step with a check for each commit that its checks name: that it belongs to a history.
  func placed(in head: ObjectID) -> Self {
    var placed = checks
    for commit in checks.compactMap(\.commit) where commit != head {
      placed.append(.ancestry(of: commit, in: head))
    }
    return Self(title, facts, checks: placed)
  }
}

extension ItemProof.Check {
  /// Whether what it types and prints is shown letter for letter.
  fileprivate var isPlain: Bool {
    (command + prints).unicodeScalars.allSatisfy { scalar in
      scalar == "\n" || scalar == "\t" || !scalar.mustBeEscaped && scalar != "\u{FFFD}"
    }
  }
}
