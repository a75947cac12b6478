internal import CLibgit2

extension Repository {
  /// Some objects in the order in which the repository stores them, so that reading them one after
  /// the other unpacks what they have in common once; those that it does not hold are left out.
  ///
  /// The order says nothing, and changes when the repository is packed anew.
  package func inStorageOrder(_ wanted: Set<ObjectID>) throws(GitError) -> [ObjectID] {
    var search = StorageSearch(rest: wanted)
    try Libgit2.call("list the objects") {
      withUnsafeMutablePointer(to: &search) { search in
        git_odb_foreach(
          objects,
          { id, search in
            guard let id, let search else { return 0 }
            search.assumingMemoryBound(to: StorageSearch.self).pointee.meet(ObjectID(id.pointee))
            return 0
          }, search)
      }
    }
    return search.found
  }
}

private struct StorageSearch {
  var rest: Set<ObjectID>
  var found: [ObjectID] = []

  mutating func meet(_ id: ObjectID) {
    if rest.remove(id) != nil { found.append(id) }
  }
}
