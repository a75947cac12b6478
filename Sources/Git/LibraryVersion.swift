internal import CLibgit2

/// Which libgit2 this program runs with.
package enum LibraryVersion {
  /// The version of the library that was loaded, such as `1.5.1`.
  package static var libgit2: String {
    var major: Int32 = 0
    var minor: Int32 = 0
    var revision: Int32 = 0
    git_libgit2_version(&major, &minor, &revision)
    return "\(major).\(minor).\(revision)"
  }
}
