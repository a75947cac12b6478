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
  private var predecessors: [ObjectID: [[UInt8]]] = [:]
  private var policies: [ObjectID: Policy] = [:]

  /// The bytes that a piece of evidence may have to be looked into.
  package static let evidenceLimit = 16 << 20

  package init(repository: Repository, keeping capacity: Int? = nil) {
    self.repository = repository
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
    let brief: Brief?
    if try repository.size(of: entry.id) > Brief.sizeLimit {
      brief = .unreadable("it is larger than \(Brief.sizeLimit) bytes")
    } else {
      let source = SourceText(try repository.blob(entry.id, atMost: Brief.sizeLimit))
      brief = parts.map { $0.brief(reading: source) } ?? Brief(reading: source)
    }
    keep(brief, entry.id)
    return brief
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
  /// The bytes are looked at first, so that a gate takes few files apart; where a history is read,
  /// every version is taken apart anyway, and the answer is kept.
  func follows(_ entry: TreeEntry, _ id: String) throws(GitError) -> Bool {
    let name = Array(id.utf8)
    guard capacity != nil else {
      guard try repository.size(of: entry.id) <= Brief.sizeLimit,
        try repository.blob(entry.id, atMost: Brief.sizeLimit).holds(name)
      else { return false }
      return try brief(entry).map(BlobStore.predecessors)?.contains(name) ?? false
    }
    if let known = predecessors[entry.id] { return known.contains(name) }
    let named = try brief(entry).map(BlobStore.predecessors) ?? []
    predecessors[entry.id] = named
    return named.contains(name)
  }

  /// Whether it was found out before that a file does not name a brief as coming before it.
  func isKnown(_ entry: TreeEntry, notToFollow id: String) -> Bool {
    predecessors[entry.id].map { !$0.contains(Array(id.utf8)) } ?? false
  }

  private static func predecessors(of brief: Brief) -> [[UInt8]] {
    brief.fields.list(.after).map { Array($0.string.utf8) }.filter { brief.source.bytes.holds($0) }
  }

  /// The policy that a tree's entry holds; one that cannot be read has findings.
  package func policy(_ entry: TreeEntry) throws(GitError) -> Policy {
    guard entry.mode == .regular || entry.mode == .executable else {
      return Policy(reading: SourceText([]))
    }
    if let known = policies[entry.id] { return known }
    let bytes =
      try repository.size(of: entry.id) > Brief.sizeLimit
      ? [] : try repository.blob(entry.id, atMost: Brief.sizeLimit)
    let policy = Policy(reading: SourceText(bytes))
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
