package import Git

/// The two states of a repository that somebody wants compared, as git writes a range.
///
/// `A..B` compares two commits, `A...B` the second with what both come from, `A` a commit with the
/// work tree; an end that is left out is HEAD.
package struct RevisionRange: Sendable {
  /// One of the two states.
  package enum Revision: Sendable {
    /// Before the first commit.
    case nothing

    /// A commit, with the name that led to it.
    case commit(ObjectID, name: String)

    /// The files as they stand.
    case workTree

    /// What sentences call it.
    package var name: String {
      switch self {
      case .nothing: "nothing"
      case .commit(_, let name): name
      case .workTree: "the work tree"
      }
    }

    /// The commit's id; nil where it is none.
    package var commit: ObjectID? {
      switch self {
      case .nothing, .workTree: nil
      case .commit(let id, _): id
      }
    }
  }

  /// The state before.
  package let old: Revision

  /// The state after.
  package let new: Revision

  package init(old: Revision, new: Revision) {
    self.old = old
    self.new = new
  }

  /// The last commit against the work tree.
  package init(sinceLastCommitIn repository: Repository) throws(GitError) {
    let head = try repository.head().commit
    self.init(old: head.map { .commit($0, name: "HEAD") } ?? .nothing, new: .workTree)
  }

  /// A range as it was typed.
  package init(_ typed: String, in repository: Repository) throws(GitError) {
    guard let ends = RevisionRange.ends(of: typed) else {
      self.init(old: .commit(try repository.resolve(typed), name: typed), new: .workTree)
      return
    }
    let new = try repository.resolve(ends.new)
    var old = try repository.resolve(ends.old)
    var name = ends.old
    if ends.isFromBase, let base = try repository.mergeBase(old, new) {
      old = base
      name = "the base of \(ends.old) and \(ends.new)"
    }
    self.init(old: .commit(old, name: name), new: .commit(new, name: ends.new))
  }

  /// Whether a text is a range of two ends, rather than one revision or something else.
  package static func isRange(_ typed: String) -> Bool { ends(of: typed) != nil }

  private static func ends(
    of typed: String
  ) -> (old: String, new: String, isFromBase: Bool)? {
    let bytes = Array(typed.utf8)
    let dots = Array("..".utf8)
    guard let middle = bytes.indices.first(where: { bytes[$0...].starts(with: dots) }) else {
      return nil
    }
    var rest = bytes[(middle + 2)...]
    let isFromBase = rest.first == UInt8(ascii: ".")
    if isFromBase { rest = rest.dropFirst() }
    func end(_ part: ArraySlice<UInt8>) -> String {
      part.isEmpty ? "HEAD" : String(decoding: part, as: UTF8.self)
    }
    return (end(bytes[..<middle]), end(rest), isFromBase)
  }
}
