package import Briefs
internal import Diagnostics
package import Git

/// Reads briefs and policies from a repository's objects, each blob once.
package final class BlobStore {
  private let repository: Repository
  private var briefs: [ObjectID: Brief?] = [:]
  private var policies: [ObjectID: Policy] = [:]

  /// The bytes that a piece of evidence may have to be looked into.
  package static let evidenceLimit = 16 << 20

  package init(repository: Repository) {
    self.repository = repository
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
    let brief: Brief?
    if try repository.size(of: entry.id) > Brief.sizeLimit {
      brief = .unreadable("it is larger than \(Brief.sizeLimit) bytes")
    } else {
      brief = Brief(
        reading: SourceText(try repository.blob(entry.id, atMost: Brief.sizeLimit)))
    }
    briefs[entry.id] = .some(brief)
    return brief
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
