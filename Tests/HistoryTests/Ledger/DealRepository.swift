import Briefs
import Git
import Glibc
import History
import TestSupport
import Testing

/// A repository whose briefs get a history by hand, on days that the test names.
struct DealRepository {
  let git: TestRepository

  /// When questions are asked, in seconds since 1970: long behind all that the tests make.
  static let now: Int64 = 2_000_000_000

  static let id = "acme-onboarding"
  static let file = "handoffs/acme/acme-onboarding.md"

  /// The top of the repository that the tests were built from.
  static let top = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()

  init() throws {
    git = try TestRepository()
    try commit("roster", on: "2026-01-01", ["handoff.yaml": Self.policy])
  }

  static let policy = """
    version: 1
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales, policy]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]

    """

  /// A brief with lists as YAML, and other fields at its top.
  static func brief(
    _ lists: String, id: String = id, account: String = "Acme GmbH", status: String = "draft",
    more: String = ""
  ) -> String {
    """
    ---
    handoff: \(id)
    type: sales-to-onboarding
    status: \(status)
    account: \(account)
    from: dana@northwind.example
    to: sam@northwind.example
    \(more)
    \(lists)
    ---

    ## Current situation

    Quiet.

    """
  }

  /// One promise with an id.
  static func promise(_ words: String, id: String = "P1", more: String = "") -> String {
    "promises:\n  - id: \(id)\n    text: \(words)\n" + (more.isEmpty ? "" : "    \(more)\n")
  }

  /// Commits files on a day at noon; a text that is nil deletes its file.
  @discardableResult
  func commit(
    _ subject: String, on day: String, authored: String? = nil, as person: String = "Dana Lee",
    committedBy committer: String? = nil, _ files: [String: String?] = [:]
  ) throws -> ObjectID {
    try lay(files)
    try git.git(
      "commit", "-q", "--allow-empty", "-m", subject,
      setting: clock(day, authored: authored, person, committer))
    return try git.id("HEAD")
  }

  /// Commits a promise in other words.
  @discardableResult
  func promise(
    _ words: String, _ subject: String, on day: String, authored: String? = nil,
    as person: String = "Dana Lee", more: String = ""
  ) throws -> ObjectID {
    try commit(
      subject, on: day, authored: authored, as: person,
      [Self.file: Self.brief(Self.promise(words, more: more))])
  }

  /// Makes a merge of HEAD with branches whose files are just as said, and goes on from it.
  @discardableResult
  func merge(
    _ branches: String..., subject: String = "merge", on day: String,
    _ files: [String: String?]
  ) throws -> ObjectID {
    try lay(files)
    let tree = try git.git("write-tree")
    let parents = try (["HEAD"] + branches).flatMap { ["-p", try git.id($0).description] }
    let result = try git.attempt(
      ["commit-tree", tree, "-m", subject] + parents, setting: clock(day, authored: nil, "Dana Lee")
    )
    let commit = String(result.text.prefix(40))
    try git.git("reset", "-q", "--hard", commit)
    return try git.id("HEAD")
  }

  /// Runs commits on a new branch from a commit, and comes back to main.
  func branch(_ name: String, from start: String = "HEAD", _ commits: () throws -> Void) throws {
    try git.git("checkout", "-q", "-b", name, start)
    try commits()
    try git.git("checkout", "-q", "main")
  }

  private func lay(_ files: [String: String?]) throws {
    for (file, text) in files {
      if let text { try git.write(file, text) } else { try git.git("rm", "-qf", file) }
    }
    try git.git("add", "-A")
  }

  private func clock(
    _ day: String, authored: String?, _ person: String, _ committer: String? = nil
  ) -> [String: String] {
    [
      "GIT_AUTHOR_DATE": "\(authored ?? day)T12:00:00Z", "GIT_COMMITTER_DATE": "\(day)T12:00:00Z",
      "GIT_AUTHOR_NAME": person, "GIT_AUTHOR_EMAIL": Self.address(of: person),
      "GIT_COMMITTER_NAME": committer ?? person,
      "GIT_COMMITTER_EMAIL": Self.address(of: committer ?? person),
    ]
  }

  private static let addresses = ["Sam Park": "sam", "Lee Ono": "lee", "Rev Ops": "rev"]

  private static func address(of person: String) -> String {
    (addresses[person] ?? "dana") + "@northwind.example"
  }
}

extension DealRepository {
  /// What `promised` answers to somebody who knows commits by their subjects.
  func promised(
    _ name: String = id, on: String? = nil, isAccount: Bool = false, in path: String? = nil
  ) throws -> [String] {
    let repository = try git.open(at: path ?? git.path)
    let ledger = Ledger(in: repository, at: try Moment(on, asked: Self.now, in: repository))
    let answer =
      isAccount
      ? try ledger.promises(ofAccount: name) : try ledger.promises(ofBrief: name, near: nil)
    guard let answer else { return ["unknown"] }
    return answer.lives.flatMap { life in
      [
        "\(life.id) \(life.number)"
          + (life.ended.map { " ended: \(subject(of: $0, repository))" } ?? "")
      ]
        + life.items.map { $0.line { subject(of: $0, repository) } }
    } + answer.gaps.map { "gap: \($0.affects)" }
  }

  /// What `log` answers, the oldest change first.
  func log(_ item: String, of brief: String = id) throws -> [String] {
    let repository = try git.open()
    let ledger = Ledger(in: repository, at: try Moment(nil, asked: Self.now, in: repository))
    let log = try ledger.log(of: item, in: brief, near: nil)
    return log.lives.flatMap { life in
      ["life \(life.number)"] + life.changes.map { $0.line { subject(of: $0, repository) } }
    } + log.successors.map { "carried by \($0.brief)/\($0.item)" }
  }

  func subject(of deed: Deed, _ repository: Repository) -> String {
    guard let commit = try? repository.commit(deed.commit) else { return "?" }
    return String(decoding: commit.message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// Types a command.
  func handoff(_ arguments: String..., in path: String? = nil) throws -> ChildProcess.Output {
    try run(HandoffProgram.path, arguments, in: path ?? git.path, environment: git.variables)
  }

  /// Checks that a JSON answer is what its schema says.
  func expectValid(
    _ json: String, by schema: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let variable = { (name: String) in getenv(name).map { String(cString: $0) } }
    let output = try run(
      variable("HANDOFF_TEST_PYTHON") ?? "python3",
      ["Tests/Python/json_validity.py", "schema/\(schema).schema.json"], in: Self.top,
      environment: [
        "PATH": variable("PATH") ?? "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
      ], input: Array(json.utf8))
    #expect(
      output.status == 0, "\(output.text)\(output.errorText)\(json)", sourceLocation: location)
  }
}

extension LedgerItem {
  /// The item as tests write it: `P1 stands: words | begin | reword: text [-a-] {+b+}`.
  fileprivate func line(_ subject: (Deed) -> String) -> String {
    let head = "\(item.id ?? "-") \(standing.rawValue): \(item.telling?.string ?? "")"
    let own = changes.map { $0.line(subject) }
    return ([head] + own + since.map { "since \($0.line(subject))" }).joined(separator: " | ")
  }
}

extension LedgerChange {
  fileprivate func line(_ subject: (Deed) -> String) -> String {
    let change = event.change
    let merge = event.isMerge ? " merged" : ""
    let words: String
    switch change.kind {
    case .added: words = event.isReturn ? "brought back" : "added"
    case .withdrawn(let reason): words = "withdrawn \(reason.string)"
    case .dropped: words = "lost"
    case .identified: words = "identified"
    case .moved: words = "moved"
    case .changed:
      words = change.fields.map { "\($0.name.rawValue) \($0.words)" }.joined(separator: ", ")
    }
    return "\(subject(deed))\(merge)\(event.isCutShort ? " or before" : ""): \(words)"
  }
}
