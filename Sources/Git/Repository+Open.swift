internal import CLibgit2
internal import Glibc

extension Repository {
  /// Opens the repository that `GIT_DIR` names, or else the one found from a directory upwards.
  ///
  /// libgit2's own reading of the environment fails when a work tree or a common directory is set.
  static func open(at path: String, _ environment: GitEnvironment) throws(GitError)
    -> OpaquePointer
  {
    try Libgit2.start()
    do throws(GitError) {
      return try openChecked(at: path, environment)
    } catch {
      guard error.code == .foreignOwner, try gitAccepts(path, environment) else { throw error }
    }
    // Git honours `safe.directory = *` and settings by environment, which libgit2 does not.
    handoff_git_set_owner_validation(0)
    defer { handoff_git_set_owner_validation(1) }
    return try openChecked(at: path, environment)
  }

  /// The repository's objects, with those of a push in quarantine and of alternates beside them.
  static func objectDatabase(
    of repository: OpaquePointer, at path: String, _ environment: GitEnvironment
  ) throws(GitError) -> OpaquePointer {
    var database: OpaquePointer?
    try Libgit2.call("open the objects of", path) { git_repository_odb(&database, repository) }
    guard let database else { preconditionFailure("libgit2 gave no object database") }
    let own = String(cString: git_repository_commondir(repository)) + "objects"
    var added: Set<String> = [own]
    do throws(GitError) {
      try LooseObjects.add(own, to: database)
      for directory in environment.objectDirectories {
        let directory = absolute(directory, from: path)
        guard added.insert(directory).inserted else { continue }
        try Libgit2.call("add the objects in", directory) {
          git_odb_add_disk_alternate(database, directory)
        }
        try LooseObjects.add(directory, to: database)
      }
    } catch {
      git_odb_free(database)
      throw error
    }
    // The file of a commit-graph can be stale or forged; comes last, as alternates load it anew.
    git_odb_set_commit_graph(database, nil)
    return database
  }

  /// The work tree as git finds it: named by a variable or `core.worktree`, or where we are.
  static func workTree(
    of repository: OpaquePointer, at path: String, _ environment: GitEnvironment
  ) throws(GitError) -> String? {
    if let workTree = environment.workTree { return directory(absolute(workTree, from: path)) }
    guard let found = git_repository_workdir(repository) else { return nil }
    guard environment.gitDirectory != nil, try !namesWorkTree(repository) else {
      return String(cString: found)
    }
    return directory(path)
  }

  /// Refuses a shared directory other than the repository's own, which libgit2 cannot be told.
  static func checkCommonDirectory(
    _ commonDirectory: String, at path: String, _ environment: GitEnvironment
  ) throws(GitError) {
    guard let wanted = environment.commonDirectory else { return }
    guard directory(absolute(wanted, from: path)) == directory(commonDirectory) else {
      throw GitError(
        .unsupported, operation: "open the repository at", object: path,
        message: "GIT_COMMON_DIR names another directory, '\(wanted)'")
    }
  }

  private static func openChecked(at path: String, _ environment: GitEnvironment)
    throws(GitError) -> OpaquePointer
  {
    let named = environment.gitDirectory.map { absolute($0, from: path) }
    let flags =
      named == nil
      ? 0 : GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue | GIT_REPOSITORY_OPEN_NO_DOTGIT.rawValue
    var repository: OpaquePointer?
    let start = named ?? path
    do throws(GitError) {
      try Libgit2.call("open the repository at", start) {
        git_repository_open_ext(&repository, start, flags, environment.ceilingDirectories)
      }
    } catch {
      throw explained(error)
    }
    guard let repository else { preconditionFailure("libgit2 gave no repository") }
    return repository
  }

  /// Gives the ways in which opening fails their own codes and words.
  private static func explained(_ error: GitError) -> GitError {
    let text = error.message
    if error.code == .foreignOwner || text.contains("safe.directory") {
      return GitError(
        .foreignOwner, operation: error.operation, object: error.object,
        message: "it belongs to another user and is not listed in safe.directory")
    }
    if text.contains("extension") || text.contains("repository version") {
      return GitError(
        .unsupported, operation: error.operation, object: error.object, message: text)
    }
    guard error.code == .notFound else { return error }
    return GitError(
      .notARepository, operation: error.operation, object: error.object,
      message: "there is no git repository here")
  }

  private static func gitAccepts(_ path: String, _ environment: GitEnvironment)
    throws(GitError) -> Bool
  {
    let kept = GitCommand.repositoryVariables.union(GitCommand.configurationVariables)
    let command = GitCommand(
      ["rev-parse", "--git-dir"], in: path, environment: environment, keeping: kept)
    return try command.run().status == 0
  }

  private static func namesWorkTree(_ repository: OpaquePointer) throws(GitError) -> Bool {
    if git_repository_is_worktree(repository) == 1 { return false }
    var configuration: OpaquePointer?
    try Libgit2.call("read the configuration") {
      git_repository_config_snapshot(&configuration, repository)
    }
    defer { git_config_free(configuration) }
    var value: UnsafePointer<CChar>?
    return try Libgit2.find("read core.worktree") {
      git_config_get_string(&value, configuration, "core.worktree")
    }
  }

  private static func absolute(_ path: String, from start: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : "\(start)/\(path)"
  }

  /// A directory's real path with a slash at the end; the path as it is where there is none.
  private static func directory(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    let text = String(cString: resolved)
    return text == "/" ? text : text + "/"
  }
}
