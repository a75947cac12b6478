internal import CLibgit2

/// What HEAD names.
package enum Head: Sendable, Hashable {
  /// A branch by its full name, such as `refs/heads/main`; nil where it has no commit yet.
  case branch(String, ObjectID?)

  /// A commit that is checked out without a branch.
  case detached(ObjectID)

  /// The commit; nil on a branch that has none yet.
  package var commit: ObjectID? {
    switch self {
    case .branch(_, let commit): commit
    case .detached(let commit): commit
    }
  }
}

/// A reference's full name and the commit it leads to.
package struct Reference: Sendable, Hashable {
  /// The full name, such as `refs/heads/main`.
  package let name: String

  /// The commit, through tags; what the reference holds where that leads to no commit.
  package let id: ObjectID

  package init(name: String, id: ObjectID) {
    self.name = name
    self.id = id
  }
}

extension Repository {
  /// What HEAD of this work tree names at present.
  package func head() throws(GitError) -> Head {
    var reference: OpaquePointer?
    try Libgit2.call("read", "HEAD") { git_reference_lookup(&reference, pointer, "HEAD") }
    defer { git_reference_free(reference) }
    if let target = git_reference_symbolic_target(reference) {
      let name = String(cString: target)
      return .branch(name, try self.reference(name))
    }
    guard let id = git_reference_target(reference) else {
      preconditionFailure("a reference is symbolic or holds an id")
    }
    return .detached(ObjectID(id.pointee))
  }

  /// The id that a reference holds at present; nil when there is no such reference.
  package func reference(_ name: String) throws(GitError) -> ObjectID? {
    var oid = git_oid()
    let found = try Libgit2.find("read the reference", name) {
      git_reference_name_to_id(&oid, pointer, name)
    }
    return found ? ObjectID(oid) : nil
  }

  /// The references whose names begin with a prefix such as `refs/heads/`, sorted by name.
  ///
  /// A symbolic reference that leads nowhere is left out.
  package func references(_ prefix: String) throws(GitError) -> [Reference] {
    var iterator: OpaquePointer?
    try Libgit2.call("list the references", prefix) {
      git_reference_iterator_glob_new(&iterator, pointer, prefix + "*")
    }
    defer { git_reference_iterator_free(iterator) }
    var references: [Reference] = []
    while let name = try nextName(iterator, prefix) {
      guard let id = try reference(name) else { continue }
      let commit = hasObject(id) ? try commitID(of: id) : nil
      references.append(Reference(name: name, id: commit ?? id))
    }
    return references.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The commit that a revision such as `main~2`, `v1.0` or an id names.
  package func resolve(_ revision: String) throws(GitError) -> ObjectID {
    guard let commit = try commitID(of: objectID(of: revision)) else {
      throw GitError(
        .wrongType, operation: "resolve", object: revision, message: "it names no commit")
    }
    return commit
  }

  /// The other parents of a merge in progress, from MERGE_HEAD; none when there is no merge.
  package func otherMergeParents() throws(GitError) -> [ObjectID] {
    let path = gitDirectory + "MERGE_HEAD"
    let text: [UInt8]
    do throws(GitError) {
      text = try readFile(path)
    } catch {
      guard error.code == .notFound else { throw error }
      return []
    }
    var parents: [ObjectID] = []
    for line in text.split(separator: UInt8(ascii: "\n")) {
      guard let parent = ObjectID(hex: line) else {
        throw GitError(
          .malformedObject, operation: "read", object: path, message: "a line of it is not an id")
      }
      parents.append(parent)
    }
    return parents
  }

  /// The other parents that git names in the environment of `pre-merge-commit`.
  package var mergeParentsFromEnvironment: [ObjectID] { environment.mergeParents }

  /// Looks for ids and names first, because libgit2's parser refuses malformed commits.
  private func objectID(of revision: String) throws(GitError) -> ObjectID {
    if let id = ObjectID(hex: revision) { return id }
    var reference: OpaquePointer?
    if git_reference_dwim(&reference, pointer, revision) == 0 {
      defer { git_reference_free(reference) }
      let name = String(cString: git_reference_name(reference))
      if let id = try self.reference(name) { return id }
    }
    git_error_clear()
    var object: OpaquePointer?
    try Libgit2.call("resolve", revision) { git_revparse_single(&object, pointer, revision) }
    defer { git_object_free(object) }
    guard let oid = git_object_id(object) else { preconditionFailure("an object has an id") }
    return ObjectID(oid.pointee)
  }

  private func nextName(_ iterator: OpaquePointer?, _ prefix: String) throws(GitError) -> String? {
    var name: UnsafePointer<CChar>?
    let code = git_reference_next_name(&name, iterator)
    if code == GIT_ITEROVER.rawValue { return nil }
    try Libgit2.call("list the references", prefix) { code }
    return name.map { String(cString: $0) }
  }
}
