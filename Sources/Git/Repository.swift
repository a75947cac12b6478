internal import CLibgit2

/// A git repository open for reading, as git's own variables describe it.
///
/// It belongs to the thread that opened it. Everything that it gives out is a value. Objects are
/// read raw and parsed here, so that replace refs, grafts and commit-graphs change nothing.
package final class Repository {
  /// The variables that it was opened with.
  package let environment: GitEnvironment

  /// The repository's own directory, with a slash at the end; of a linked work tree, its part.
  package let gitDirectory: String

  /// The directory that all work trees share, with a slash at the end.
  package let commonDirectory: String

  /// The top of the work tree, with a slash at the end; nil in a bare repository.
  package let workTree: String?

  /// The directory that relative paths in ``environment`` start from.
  let startDirectory: String

  let pointer: OpaquePointer
  let objects: OpaquePointer
  var settings: OpaquePointer?

  /// Opens the repository that git would use in a directory.
  package init(openAt path: String, environment: GitEnvironment = GitEnvironment())
    throws(GitError)
  {
    let opened = try Self.open(at: path, environment)
    do {
      objects = try Self.objectDatabase(of: opened, at: path, environment)
      gitDirectory = String(cString: git_repository_path(opened))
      commonDirectory = String(cString: git_repository_commondir(opened))
      workTree = try Self.workTree(of: opened, at: path, environment)
      try Self.checkCommonDirectory(commonDirectory, at: path, environment)
    } catch {
      git_repository_free(opened)
      throw error
    }
    pointer = opened
    startDirectory = path
    self.environment = environment
  }

  deinit {
    git_config_free(settings)
    git_odb_free(objects)
    git_repository_free(pointer)
  }

  /// Whether there is no work tree.
  package var isBare: Bool { workTree == nil }

  /// Whether history is cut off, as in a clone made with `--depth`.
  package var isShallow: Bool { git_repository_is_shallow(pointer) == 1 }
}
