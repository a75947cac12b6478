internal import CLibgit2

/// How much of a repository is held in memory while it is read.
package enum ReadingMemory {
  /// Holds little, for the whole process.
  ///
  /// For who goes through a long history in order, so that what was read is hardly needed again, and
  /// with a repository opened for each core.
  package static func keepSmall() throws(GitError) {
    try Libgit2.start()
    let codes = [
      handoff_git_set_cache_max_size(16 << 20),
      handoff_git_set_window_size(1 << 20),
      handoff_git_set_mapped_limit(32 << 20),
    ]
    for code in codes { try Libgit2.call("set up libgit2") { code } }
  }
}
