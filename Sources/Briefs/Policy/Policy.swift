package import Diagnostics

/// What `handoff.yaml` says: the people, the types of handoff and the rules of the team.
package struct Policy: Sendable {
  /// Whether something is asked of people always, as a rule with exceptions, or not at all.
  package enum Confirmation: String, Sendable, CaseIterable {
    case required
    case requested
    case optional
  }

  /// The bytes that it was read from.
  package let source: SourceText

  /// The faults of the file, each `invalid-policy`; empty where it can be relied on.
  package let findings: [Finding]

  /// Patterns of the briefs' paths, such as `handoffs/**/*.md`.
  package let briefs: [String]

  /// The roster.
  package let people: [Person]

  /// Whether every approval must carry a valid signature.
  package let signaturesAreRequired: Bool

  /// Whether a handoff waits for the client's answer.
  package let clientConfirmation: Confirmation

  /// Working days that a receiver has for a review.
  package let reviewDays: Int

  /// Working days until a client's silence is a signal.
  package let replyDays: Int

  /// The branches that a server gates; empty where the file does not say.
  package let protected: [String]

  /// Severities that the team raised, by rule.
  package let severity: [String: Severity]

  /// The rules under `severity`, each where it stands; whether there is such a rule is a rule's
  /// business.
  package let severityRules: [Text]

  /// What the team adds to the words that the rules on wording look for.
  package let cueWords: [CueList: [String]]

  /// The built-in types and the team's, by name.
  package let types: [String: BriefType]

  /// Briefs that may leave the tree.
  package private(set) var retired: [Retirement]

  /// Briefs whose first commit is taken in a later status.
  package private(set) var imported: [Takeover]

  /// Evidence that may be removed.
  package private(set) var erased: [Erasure]

  /// Approved assets that a brief may recommend.
  package let assets: [Asset]

  /// The team's pilot, where it runs one.
  package let pilot: Pilot?

  package init(
    source: SourceText, findings: [Finding] = [], briefs: [String] = Policy.defaultBriefs,
    people: [Person] = [], signaturesAreRequired: Bool = false,
    clientConfirmation: Confirmation = .requested, reviewDays: Int = 2, replyDays: Int = 3,
    protected: [String] = [], severity: [String: Severity] = [:],
    severityRules: [Text] = [], cueWords: [CueList: [String]] = [:],
    types: [String: BriefType] = BriefType.builtIn,
    retired: [Retirement] = [], imported: [Takeover] = [], erased: [Erasure] = [],
    assets: [Asset] = [], pilot: Pilot? = nil
  ) {
    self.source = source
    self.findings = findings
    self.briefs = briefs
    self.people = people
    self.signaturesAreRequired = signaturesAreRequired
    self.clientConfirmation = clientConfirmation
    self.reviewDays = reviewDays
    self.replyDays = replyDays
    self.protected = protected
    self.severity = severity
    self.severityRules = severityRules
    self.cueWords = cueWords
    self.types = types
    self.retired = retired
    self.imported = imported
    self.erased = erased
    self.assets = assets
    self.pilot = pilot
  }

  /// The file's name, at the top of the repository.
  package static let fileName = "handoff.yaml"

  /// The file's path from the top of the repository.
  package static let path = Array(fileName.utf8)

  /// Where briefs are looked for when the file does not say.
  package static let defaultBriefs = ["handoffs/**/*.md"]
}

extension Policy {
  /// The policy with the exceptions that any of several policies lists.
  ///
  /// What one side of a merge retired, took over or erased stays so for the merge.
  package func recognising(_ others: [Policy]) -> Policy {
    guard others.count > 1 else { return self }
    var policy = self
    policy.retired = Array(Set(others.flatMap(\.retired)))
    policy.imported = Array(Set(others.flatMap(\.imported)))
    policy.erased = Array(Set(others.flatMap(\.erased)))
    return policy
  }

  /// The policy without what another one's lists say may be gone.
  package func withoutAllowances(of other: Policy) -> Policy {
    var policy = self
    policy.retired.removeAll { other.retired.contains($0) }
    policy.imported.removeAll { other.imported.contains($0) }
    policy.erased.removeAll { other.erased.contains($0) }
    return policy
  }

  /// Whether the file could be read, so that it can judge.
  package var isReadable: Bool { findings.isEmpty }

  /// The person with an address, by any of their addresses; only ASCII letter case is folded.
  package func person(_ address: String) -> Person? {
    let wanted = address.asciiLowercased.utf8
    return people.first { person in
      person.email.utf8.elementsEqual(wanted)
        || person.also.contains { $0.utf8.elementsEqual(wanted) }
    }
  }

  /// Whether the person with an address has a role and has not left by the day.
  package func holds(_ address: String, _ role: String, on day: CalendarDate) -> Bool {
    guard let person = person(address), person.isActive(on: day) else { return false }
    return person.roles.contains(role)
  }

  /// The people who have a role on the day.
  package func people(with role: String, on day: CalendarDate) -> [Person] {
    people.filter { $0.roles.contains(role) && $0.isActive(on: day) }
  }

  /// Whether two addresses belong to the same person of the roster, or are the same.
  package func isSamePerson(_ left: String, _ right: String) -> Bool {
    let first = person(left)?.email ?? left.asciiLowercased
    let second = person(right)?.email ?? right.asciiLowercased
    return first.utf8.elementsEqual(second.utf8)
  }

  /// Whether an address is a receiver's own or that of one of their stand-ins.
  package func mayActAs(_ receiver: String, _ address: String, on day: CalendarDate) -> Bool {
    guard let person = person(address), person.isActive(on: day) else { return false }
    if isSamePerson(receiver, address) { return true }
    return self.person(receiver)?.standIns.contains { isSamePerson($0, address) } ?? false
  }
}
