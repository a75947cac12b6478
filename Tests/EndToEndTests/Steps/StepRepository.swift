import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

/// The running deal, complete and committed, with the hooks in place: who acts is said each time.
struct StepRepository {
  let acme: CommandRepository

  /// The deal with what the client is on record for, given the digest of the final summary.
  init(client: (_ digest: String) -> String = Self.confirmed) throws {
    acme = try CommandRepository()
    let brief = try #require(Brief(reading: SourceText(acme.text())))
    let records = client(SummaryContent(of: brief, kind: .final).digest)
    let parts = try #require(acme.text().components(around: "evidence:\n"))
    let text = parts.before + records + "evidence:\n" + parts.after
    acme.repository.variables["PATH"] = HandoffProgram.directory + ":/usr/local/bin:/usr/bin:/bin"
    try acme.repository.commit(
      "the roster",
      [
        "handoff.yaml": Self.policy, Self.other: "as it was\n", CommandRepository.path: text,
      ])
    _ = try run(
      HandoffProgram.path, ["hooks", "install"], in: acme.repository.path,
      environment: acme.repository.variables)
  }

  /// The client has confirmed the final summary, and knows who takes over.
  static func confirmed(_ digest: String) -> String {
    emails(digest, ["2026-07-13"]) + answer("confirmed") + introduction
  }

  /// What Ana said on the phone the day after.
  static func answer(_ reply: String) -> String {
    "    reply: \(reply)\n    replied: 2026-07-14\n    replied_by: ana@acme.example\n"
      + "    how: phone\n"
  }

  /// Records of a final summary that was sent on some days.
  static func emails(_ digest: String, _ days: [String]) -> String {
    "emails:\n"
      + days.map {
        "  - kind: final\n    body: \(digest)\n    sent: \($0)\n    to: [ana@acme.example]\n"
      }
      .joined()
  }

  static let introduction =
    "introduction:\n  on: 2026-07-15\n  by: dana@northwind.example\n"
    + "  to: [ana@acme.example, sam@northwind.example]\n"

  static let other = "notes/other.txt"

  /// Types a command as somebody of the roster, such as `sam`.
  func type(_ person: String, _ arguments: String...) throws -> ChildProcess.Output {
    try type(person, arguments)
  }

  /// Types a command that must end well, and gives all that it said.
  @discardableResult
  func succeed(
    _ person: String, _ arguments: String..., at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let output = try type(person, arguments)
    #expect(output.status == 0, "\(output.errorText)", sourceLocation: location)
    return output.text + output.errorText
  }

  /// Types a command that must be refused and leave all as it is; gives what it said.
  func refuse(
    _ person: String, _ arguments: String..., status: Int32 = 1,
    at location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let before = try state()
    let output = try type(person, arguments)
    #expect(output.status == status, "\(output.errorText)", sourceLocation: location)
    #expect(try state() == before, "something changed", sourceLocation: location)
    return output.errorText
  }

  /// All that a refused command must leave alone.
  func state() throws -> String {
    let git = acme.repository
    return try git.git("rev-parse", "HEAD") + git.git("status", "--porcelain=v2")
      + git.git("diff", "HEAD") + git.git("diff", "--cached")
  }

  /// The status that the brief has in the last commit.
  func status() throws -> String {
    let text = try acme.repository.git("show", "HEAD:" + CommandRepository.path)
    let line = text.split(separator: "\n").first { $0.hasPrefix("status: ") } ?? ""
    return String(line.dropFirst("status: ".count))
  }

  func message() throws -> String { try acme.repository.git("log", "-1", "--format=%B") }

  /// Edits the brief by hand and commits it.
  func edit(_ person: String, _ old: String, _ new: String) throws {
    let parts = acme.text().components(around: old)
    try #require(parts != nil)
    guard let parts else { return }
    try acme.repository.write(CommandRepository.path, parts.before + new + parts.after)
    let committed = try acme.repository.attempt(
      ["commit", "-qm", "edit", "--", CommandRepository.path], setting: identity(of: person))
    #expect(committed.status == 0, "\(committed.errorText)")
  }

  /// Brings the brief to accepted, each step by whose it is.
  func accept() throws {
    try succeed("dana", "submit", "acme-onboarding")
    try succeed("dana", "approve", "acme-onboarding")
    try succeed("lee", "approve", "acme-onboarding")
    try succeed("sam", "accept", "acme-onboarding")
    #expect(try status() == "accepted")
  }

  func type(_ person: String, _ arguments: [String]) throws -> ChildProcess.Output {
    try run(
      HandoffProgram.path, arguments, in: acme.repository.path,
      environment: acme.repository.variables.merging(identity(of: person)) { $1 })
  }

  func identity(of person: String) -> [String: String] {
    [
      "GIT_AUTHOR_NAME": person, "GIT_AUTHOR_EMAIL": "\(person)@northwind.example",
      "GIT_COMMITTER_NAME": person, "GIT_COMMITTER_EMAIL": "\(person)@northwind.example",
    ]
  }

  private static let policy = """
    version: 1
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales, policy]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]
        stand_ins: [noor@northwind.example]
      - email: noor@northwind.example
        name: Noor Haddad
        roles: [receiving]
      - email: lee@northwind.example
        name: Lee Ono
        roles: [legal, pricing, policy]

    """
}

extension String {
  /// What stands before and behind the first occurrence of some words.
  fileprivate func components(around words: String) -> (before: String, after: String)? {
    let bytes = Array(utf8)
    let wanted = Array(words.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
      return nil
    }
    return (
      String(decoding: bytes[..<start], as: UTF8.self),
      String(decoding: bytes[(start + wanted.count)...], as: UTF8.self)
    )
  }
}
