import Briefs
import Git
import Testing
import TestSupport
import Workspace

/// A repository whose one brief gets a history by hand.
struct TracedRepository {
  let git: TestRepository

  static let file = "handoffs/acme/acme-onboarding.md"
  static let id = "acme-onboarding"

  /// Begins with the roster and the brief.
  init() throws {
    git = try TestRepository()
    try git.commit("roster", ["handoff.yaml": HandoffRepository.policy])
    try commit("begin")
  }

  /// A brief with a few words that tell its versions apart.
  static func text(
    id: String = id, goal: String = "one", exclusion: String = "none", situation: String = "quiet"
  ) -> String {
    """
    ---
    handoff: \(id)
    type: sales-to-onboarding
    status: draft
    account: Acme GmbH
    from: dana@northwind.example
    to: sam@northwind.example
    goal: \(goal)

    promises:
      - id: P1
        text: Custom weekly revenue report by 1 September.
        source: E1

    exclusions:
      - id: X1
        text: \(exclusion)

    evidence:
      - id: E1
        kind: spoken
        by: dana@northwind.example
        date: 2026-06-12
        text: She said so.
    ---

    ## Current situation

    \(situation)

    """
  }

  /// Commits the brief with other words, in one folder or another.
  @discardableResult
  func commit(
    _ subject: String, goal: String = "one", exclusion: String = "none",
    situation: String = "quiet", at file: String = file
  ) throws -> ObjectID {
    try git.commit(
      subject,
      [file: TracedRepository.text(goal: goal, exclusion: exclusion, situation: situation)])
  }

  /// Each version as `subject: words`, with the words of its parents' versions behind an arrow.
  func trace(from revision: String = "HEAD") throws -> [String] {
    let repository = try git.open()
    var trace = try BriefTrace(
      of: TracedRepository.id, from: [try git.id(revision)], in: repository,
      BlobStore(repository: repository))
    var lines: [String] = []
    while let version = try trace.next() { lines.append(version.line) }
    #expect(trace.cuts.isEmpty)
    return lines
  }
}

extension BriefVersion {
  /// The version as tests write it.
  var line: String {
    let before = previous.map(\.words).joined(separator: " and ")
    return "\(subject): \(brief.words)" + (before.isEmpty ? "" : " ← \(before)")
  }

  /// The first line of the commit's message.
  var subject: String {
    String(decoding: commit.message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}

extension Brief {
  fileprivate var words: String {
    let exclusion = item("X1")?.string(.text) ?? "-"
    return "\(fields.string(.goal) ?? "-"), \(exclusion)"
  }
}

extension TracedRepository {
  /// Runs commits on a new branch from here, and comes back.
  func branch(_ name: String, _ commits: () throws -> Void) throws {
    try git.git("checkout", "-q", "-b", name)
    try commits()
    try git.git("checkout", "-q", "main")
  }

  func merge(_ branch: String) throws {
    try git.git("merge", "-q", "--no-ff", "-m", "merge", branch)
  }

  /// Commits other words with variables that git is to see.
  func write(
    _ subject: String, goal: String = "one", exclusion: String = "none",
    setting changes: [String: String]
  ) throws {
    try git.write(Self.file, Self.text(goal: goal, exclusion: exclusion))
    try git.git("commit", "-q", "-a", "-m", subject, setting: changes)
  }
}
