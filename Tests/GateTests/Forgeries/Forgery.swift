import Git
import TestSupport

/// A way to get a brief accepted without the approvals that its type needs.
struct Forgery: Sendable, CustomStringConvertible {
  let name: String

  /// The rules that the refusal names, and no others.
  let rules: Set<String>

  /// Who commits it.
  let author: String

  /// The brief that it begins with.
  let start: AcceptableBrief

  /// The roster that it begins with.
  let roster: String

  /// What is told to `git commit` besides.
  let arguments: [String]

  let apply: @Sendable (GatedRepository) throws -> Void

  var description: String { name }

  /// A forgery that is typed into the brief.
  init(
    _ name: String, _ rules: String, by author: String = "sam",
    from start: AcceptableBrief = .nearlyAccepted, roster: String = AcceptableBrief.roster,
    edit: @escaping @Sendable (inout AcceptableBrief) throws -> Void
  ) {
    self.init(
      name, rules, by: author, from: start, roster: roster,
      inRepository: {
        try $0.edit(edit)
      })
  }

  /// A forgery that takes more than an edit of the brief.
  init(
    _ name: String, _ rules: String, by author: String = "sam",
    from start: AcceptableBrief = .nearlyAccepted, roster: String = AcceptableBrief.roster,
    arguments: [String] = [],
    inRepository apply: @escaping @Sendable (GatedRepository) throws -> Void
  ) {
    self.name = name
    self.rules = Set(rules.split(separator: " ").map { String($0) })
    self.author = author
    self.start = start
    self.roster = roster
    self.arguments = arguments
    self.apply = apply
  }

  static let all =
    records + places + words + history + people + owners + terms + types + policies + authors
    + forms
}

extension GatedRepository {
  /// A repository with a brief that lacks only approvals.
  init(_ brief: AcceptableBrief, roster: String = AcceptableBrief.roster) throws {
    try self.init(files: [Self.brief: brief.text, "handoff.yaml": roster])
  }

  /// Changes the brief in the work tree.
  func edit(_ change: (inout AcceptableBrief) throws -> Void) throws {
    var brief = AcceptableBrief(text: try text())
    try change(&brief)
    try repository.write(Self.brief, brief.text)
  }

  /// Changes words of the roster.
  func editRoster(_ old: String, with new: String) throws {
    let roster = try text("handoff.yaml")
    try repository.write("handoff.yaml", try roster.replacingOnce(old, with: new))
  }

  /// Commits what follows as somebody.
  func work(as name: String) {
    repository.variables["GIT_AUTHOR_EMAIL"] =
      name.contains("@") ? name : name + "@northwind.example"
    repository.variables["GIT_COMMITTER_EMAIL"] = repository.variables["GIT_AUTHOR_EMAIL"]
  }

  /// An edit and its commit by somebody; gives git's status and all that was said.
  func commit(
    as name: String, _ arguments: String..., edit change: (inout AcceptableBrief) throws -> Void
  ) throws -> (status: Int32, words: String) {
    work(as: name)
    try edit(change)
    try repository.git("add", "-A")
    return try attempt(["commit", "-q", "-m", "change"] + arguments)
  }
}
