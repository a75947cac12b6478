/// Where a repository was opened and with which variables, to open it again on another thread.
package struct RepositoryPlace: Sendable, Hashable {
  fileprivate let directory: String
  fileprivate let environment: GitEnvironment

  /// Opens the repository for the thread that asks.
  package func open() throws(GitError) -> Repository {
    try Repository(openAt: directory, environment: environment)
  }
}

extension Repository {
  /// Where it was opened.
  package var place: RepositoryPlace {
    RepositoryPlace(directory: startDirectory, environment: environment)
  }
}
