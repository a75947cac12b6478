import Briefs
import Diagnostics
import Git
import TestSupport
import Testing
import Workspace

/// A brief in a repository of its own, which people approve.
struct ApprovedRepository {
  let git: TestRepository

  init(policy: String = HandoffRepository.policy) throws {
    git = try TestRepository()
    try git.commit("roster", ["handoff.yaml": policy])
    try git.commit("begin", [TracedRepository.file: TracedRepository.text()])
  }

  /// Adds a record to the brief as it stands, for its words or for others.
  func record(
    _ role: String, _ person: String, covers: String? = nil, at: String = "2026-07-01T10:00:00Z",
    id: String = TracedRepository.id
  ) throws {
    let text = try text(id)
    let digest = try covers ?? ApprovalDigest.digest(of: brief(text), role: role)
    let line = text.contains("approvals:\n") ? "" : "approvals:\n"
    let record = """
      \(line)  - role: \(role)
          by: \(person)@northwind.example
          at: \(at)
          covers: \(digest)
      ---

      ## Current
      """
    try git.write(
      "handoffs/acme/\(id).md", text.replacingLast("---\n\n## Current", with: record))
  }

  /// Commits all changes as somebody.
  @discardableResult
  func commit(_ subject: String, as person: String) throws -> ObjectID {
    try git.git("add", "-A")
    try git.git("commit", "-q", "-m", subject, setting: author(person))
    return try git.id("HEAD")
  }

  func approve(_ role: String, _ person: String, at: String = "2026-07-01T10:00:00Z") throws {
    try record(role, person, at: at)
    try commit("approve as \(role)", as: person)
  }

  /// Gives the brief other words and commits them.
  func reword(_ old: String, _ new: String, as person: String = "dana") throws {
    try git.write(TracedRepository.file, try text().replacingLast(old, with: new))
    try commit("reword", as: person)
  }

  func author(_ person: String) -> [String: String] {
    ["GIT_AUTHOR_EMAIL": "\(person)@northwind.example", "GIT_AUTHOR_NAME": person]
  }

  func text(_ id: String = TracedRepository.id, in folder: String = "acme") throws -> String {
    let bytes = try #require(readFile("\(git.path)/handoffs/\(folder)/\(id).md"))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Each approval that counts for its role, as `sales: claimed` or with what is wrong.
  func proofs(in path: String? = nil, of id: String = TracedRepository.id) throws -> [String] {
    try provenApprovals(in: path, of: id).map(\.line)
  }

  /// What is proven of each role's approval in the brief that HEAD has.
  func provenApprovals(
    in path: String? = nil, of id: String = TracedRepository.id
  ) throws -> [ProvenApproval] {
    let repository = try git.open(at: path ?? git.path)
    let head = try repository.resolve("HEAD")
    let store = BlobStore(repository: repository)
    let policy = try policy()
    let lookup = TreeLookup(
      tree: try repository.outline(of: head).tree, places: BriefPlaces(policy), repository, store)
    let file = try #require(try lookup.paths(of: id).first)
    let brief = try #require(try lookup.brief(at: file))
    return try ApprovalProof(in: repository, store, policy: policy)
      .proofs(of: brief, near: file, at: head)
  }

  /// The brief as the work tree has it.
  func brief() throws -> Brief { try brief(try text()) }

  func digest(_ role: String) throws -> String {
    ApprovalDigest.digest(of: try brief(), role: role)
  }

  func policy() throws -> Policy { Policy(reading: SourceText(HandoffRepository.policy)) }

  /// Runs commits on a new branch from here, and comes back.
  func branch(_ name: String, _ commits: () throws -> Void) throws {
    try git.git("checkout", "-q", "-b", name)
    try commits()
    try git.git("checkout", "-q", "main")
  }

  private func brief(_ text: String) throws -> Brief {
    try #require(Brief(reading: SourceText(text)))
  }
}

extension ProvenApproval {
  /// The proof as tests write it.
  var line: String {
    switch standing {
    case .current: "\(approval.role): \(words)"
    case .stale: "\(approval.role): \(words), stale"
    case .unqualified: "\(approval.role): \(words), unqualified"
    case .missing: "\(approval.role): missing"
    }
  }

  private var words: String {
    switch proof {
    case .claimed: "claimed"
    case .signed: "signed"
    case .unproven(_, let reason): "unproven: \(reason)"
    case .notCommitted: "not committed"
    case .cutShort: "cut short"
    }
  }
}

extension String {
  /// The text with the last occurrence of some words replaced.
  func replacingLast(_ old: String, with new: String) -> String {
    guard let range = lastRange(of: old) else { return self }
    return String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }

  private func lastRange(of words: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = self[...]
    while let range = rest.firstRange(of: words) {
      found = range
      rest = rest[range.upperBound...]
    }
    return found
  }
}
