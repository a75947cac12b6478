package import Briefs
internal import Diagnostics
package import Git

/// Reads briefs and policies from a repository's objects, each blob once, or once in a while.
package final class BlobStore {
  private let repository: Repository
  private var briefs: [ObjectID: Brief?] = [:]

  /// How many briefs are kept before the older ones are let go; nil: all.
  private let capacity: Int?
  private var olderBriefs: [ObjectID: Brief?] = [:]

  /// What many versions have in common, where many are read.
  private let parts: RememberedParts?
  private var policies: [ObjectID: Policy] = [:]

  /// The bytes that a piece of evidence may have to be looked into.
  package static let evidenceLimit = 16 << 20

  /// Which briefs come after which, where that is known of all of them.
  private let successions: Successions?

  /// What was unpacked before.
  private let unpacked: UnpackedBlobs?

  package init(
    repository: Repository, keeping capacity: Int? = nil, successions: Successions? = nil,
    unpacked: UnpackedBlobs? = nil
  ) {
    self.unpacked = unpacked
    self.repository = repository
    self.successions = successions
    self.capacity = capacity
    parts = capacity.map { _ in RememberedParts() }
  }

  /// The brief that a tree's entry holds; nil where the file is none.
  package func brief(_ entry: TreeEntry) throws(GitError) -> Brief? {
    switch entry.mode {
    case .regular, .executable: break
    case .symlink: return .unreadable("it is a link to another file")
    case .submodule: return .unreadable("it is a repository of its own (a submodule)")
    case .tree, .groupWritable, .other: return .unreadable("git would not write its mode")
    }
    if let known = briefs[entry.id] { return known }
    if let known = olderBriefs[entry.id] {
      keep(known, entry.id)
      return known
    }
    let brief = try read(entry.id)
    keep(brief, entry.id)
    return brief
  }

  /// A file of a tree with the brief that it holds.
  func version(_ path: [UInt8], _ entry: TreeEntry) throws(GitError) -> FileVersion {
    // A link whose target reads like a brief is another thing than the brief.
    let kind = entry.mode == .symlink ? "link " : ""
    return FileVersion(
      path: path, identity: kind + entry.id.description, brief: try brief(entry))
  }

  private func read(_ id: ObjectID) throws(GitError) -> Brief? {
    guard let bytes = try content(id) else {
      return .unreadable("it is larger than \(Brief.sizeLimit) bytes")
    }
    let source = SourceText(bytes)
    return parts.map { $0.brief(reading: source) } ?? Brief(reading: source)
  }

  /// The bytes of a brief or a policy; nil where they are more than one may have.
  private func content(_ id: ObjectID) throws(GitError) -> [UInt8]? {
    if let known = unpacked?.bytes(of: id) { return known }
    do throws(GitError) {
      return try repository.blob(id, atMost: Brief.sizeLimit)
    } catch {
      guard error.code == .tooLarge else { throw error }
      return nil
    }
  }

  private func keep(_ brief: Brief?, _ id: ObjectID) {
    if let capacity, briefs.count >= capacity {
      olderBriefs = briefs
      briefs = [:]
    }
    briefs[id] = .some(brief)
  }

  /// Whether a brief names another one as coming before it, and spells it just so.
  ///
  /// The bytes are looked at first, so that a gate takes few files apart.
  func follows(_ entry: TreeEntry, _ id: String) throws(GitError) -> Bool {
    let name = Array(id.utf8)
    if let successions { return successions.follows(entry.id, name) }
    guard let bytes = try content(entry.id), bytes.holds(name) else { return false }
    return try predecessors(entry).contains(name)
  }

  /// The ids that a brief names as coming before it, as its bytes spell them.
  func predecessors(_ entry: TreeEntry) throws(GitError) -> [[UInt8]] {
    guard let brief = try brief(entry) else { return [] }
    return brief.fields.list(.after).map { Array($0.string.utf8) }
      .filter { brief.source.bytes.holds($0) }
  }

  /// The policy of a tree; nil where it has none, as the empty tree, which is nil.
  package func policy(inTree tree: ObjectID?) throws(GitError) -> Policy? {
    guard let tree, let entry = try repository.policyEntry(inTree: tree) else { return nil }
    return try policy(entry)
  }

  /// The policy that a tree's entry holds; one that cannot be read has findings.
  package func policy(_ entry: TreeEntry) throws(GitError) -> Policy {
    guard entry.mode.isOrdinaryFile else {
      return Policy(reading: SourceText([]))
    }
    if let known = policies[entry.id] { return known }
    let policy = Policy(reading: SourceText(try content(entry.id) ?? []))
    policies[entry.id] = policy
    return policy
  }
}

extension Brief {
  static func unreadable(_ fault: String) -> Brief {
    Brief(
      unreadable: SourceText([]),
      Finding(
        rule: "unreadable-brief", span: 0..<0,
        message: "the file cannot be read as a brief: \(fault)",
        help: "put an ordinary text file in its place"))
  }
}
