internal import CLibgit2

/// Whether what is read of an object is compared with its id.
package enum ObjectVerification {
  /// Reads objects without hashing them, for the whole process.
  ///
  /// Only for who gives out nothing but where to look: what is found there is read again by somebody
  /// who does compare.
  package static func turnOff() throws(GitError) {
    try Libgit2.start()
    try Libgit2.call("set up libgit2") { handoff_git_enable_strict_hash_verification(0) }
  }
}
