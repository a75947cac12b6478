internal import CLibgit2

extension Repository {
  /// Whether git left objects at a remote repository, as in a clone made with `--filter`.
  ///
  /// Settings that cannot be read say nothing of it.
  package var isPartial: Bool {
    var remotes = git_strarray()
    guard git_remote_list(&remotes, pointer) == 0 else { return false }
    defer { git_strarray_dispose(&remotes) }
    return (0..<remotes.count).contains { place in
      guard let name = remotes.strings[place] else { return false }
      let isPromised = try? configurationFlag("remote.\(String(cString: name)).promisor")
      return isPromised.flatMap { $0 } ?? false
    }
  }
}
