internal import CLibgit2

extension Repository {
  /// A commit, read raw; throws ``GitError/Code/malformedObject`` with what is wrong with it.
  package func commit(_ id: ObjectID) throws(GitError) -> Commit {
    try withObject(id, GIT_OBJECT_COMMIT, "read the commit") { (bytes) throws(GitError) in
      try Commit(id: id, parsing: Array(bytes))
    }
  }

  /// A commit's tree, parents and time, read even where its author or message is malformed.
  package func outline(of id: ObjectID) throws(GitError) -> CommitOutline {
    try withObject(id, GIT_OBJECT_COMMIT, "read the commit") { (bytes) throws(GitError) in
      do throws(CommitFault) {
        return try CommitOutline(bytes)
      } catch {
        throw .malformed(id, error.message)
      }
    }
  }

  /// The best common ancestor of two commits; nil when their histories are unrelated.
  package func mergeBase(_ first: ObjectID, _ second: ObjectID) throws(GitError) -> ObjectID? {
    var (left, right, base) = (first.oid, second.oid, git_oid())
    let found = try Libgit2.find("find the merge base of", "\(first) and \(second)") {
      git_merge_base(&base, pointer, &left, &right)
    }
    return found ? ObjectID(base) : nil
  }

  /// Whether a commit is another one or can be reached from it.
  package func isAncestor(_ ancestor: ObjectID, of descendant: ObjectID) throws(GitError) -> Bool {
    if ancestor == descendant { return true }
    var (below, above) = (descendant.oid, ancestor.oid)
    return try Libgit2.call("compare the commits", "\(ancestor) and \(descendant)") {
      git_graph_descendant_of(pointer, &below, &above)
    } == 1
  }

  /// Whether `info/grafts` gives commits other parents, for git's own commands.
  package var hasGrafts: Bool {
    // One that is not there, or that cannot be read, gives none.
    let bytes = (try? readFile(commonDirectory + "info/grafts")) ?? []
    return bytes.contains { $0 != UInt8(ascii: "\n") }
  }

  /// The commits where a shallow clone's history is cut off: their parents are not there.
  package func shallowCommits() throws(GitError) -> [ObjectID] {
    guard isShallow else { return [] }
    let path = commonDirectory + "shallow"
    let text = try readFile(path)
    return text.split(separator: UInt8(ascii: "\n")).compactMap { ObjectID(hex: $0) }
  }
}
