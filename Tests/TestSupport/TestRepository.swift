package import Git

/// A git repository in a directory of its own, where nothing of the machine's gets in.
///
/// The clock and the identity are fixed, so that commits have the same ids on every run. Each
/// commit is a minute after the one before.
package final class TestRepository {
  /// The top of the work tree, or the bare repository, as an absolute path.
  package let path: String

  /// Every variable that git and what it starts get; a test may add to them.
  package var variables: [String: String]

  private let directory: TemporaryDirectory
  private var seconds = 1_782_896_400

  /// Makes an empty repository on the branch `main`.
  package init(isBare: Bool = false) throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/work"
    let home = directory.path + "/home"
    variables = [
      "HOME": home, "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC",
      "XDG_CONFIG_HOME": home + "/.config", "GIT_CONFIG_NOSYSTEM": "1",
      "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "Dana Lee",
      "GIT_AUTHOR_EMAIL": "dana@northwind.example", "GIT_COMMITTER_NAME": "Dana Lee",
      "GIT_COMMITTER_EMAIL": "dana@northwind.example", "GIT_MERGE_AUTOEDIT": "no",
      "GIT_EDITOR": "true",
    ]
    try writeFile(home + "/.keep", [])
    setClock()
    let form = isBare ? ["--bare"] : []
    _ = try run(
      "git", ["init", "-q", "-b", "main"] + form + [path], in: directory.path,
      environment: variables)
  }

  /// A path beside the repository, for clones, linked work trees and the like.
  package func beside(_ name: String) -> String { directory.path + "/" + name }

  /// Runs git and gives its standard output without the last line end; throws when it fails.
  @discardableResult
  package func git(
    _ arguments: String..., in directory: String? = nil, setting changes: [String: String] = [:],
    input: [UInt8] = []
  ) throws -> String {
    let result = try attempt(arguments, in: directory, setting: changes, input: input)
    guard result.status == 0 else {
      throw GitFailure(arguments: arguments, status: result.status, words: result.errorText)
    }
    return String(result.text.unicodeScalars.lazy.trimmingLineEnd)
  }

  /// Runs git and gives all that it left behind, whether it failed or not.
  package func attempt(
    _ arguments: [String], in directory: String? = nil, setting changes: [String: String] = [:],
    input: [UInt8] = []
  ) throws -> ChildProcess.Output {
    try run(
      "git", arguments, in: directory ?? path,
      environment: variables.merging(changes) { $1 }, input: input)
  }

  /// Writes a file below the top, making the directories above it.
  package func write(_ file: String, _ text: String) throws {
    try writeFile("\(path)/\(file)", Array(text.utf8))
  }

  /// Writes files, commits them and all else that changed, and gives the commit.
  @discardableResult
  package func commit(_ message: String, _ files: [String: String] = [:]) throws -> ObjectID {
    for (file, text) in files { try write(file, text) }
    seconds += 60
    setClock()
    try git("add", "-A")
    try git("commit", "-q", "--allow-empty", "-m", message)
    return try id("HEAD")
  }

  /// The id that git gives a revision, such as `HEAD^{tree}`.
  package func id(_ revision: String) throws -> ObjectID {
    let text = try git("rev-parse", "--verify", revision)
    guard let id = ObjectID(hex: text) else {
      throw GitFailure(arguments: ["rev-parse", revision], status: 0, words: text)
    }
    return id
  }

  /// Opens it with the same variables, and others that a hook would see.
  package func open(_ changes: [String: String] = [:], at path: String? = nil)
    throws(GitError) -> Repository
  {
    let environment = GitEnvironment(variables.merging(changes) { $1 })
    return try Repository(openAt: path ?? self.path, environment: environment)
  }

  private func setClock() {
    variables["GIT_AUTHOR_DATE"] = "\(seconds) +0000"
    variables["GIT_COMMITTER_DATE"] = "\(seconds) +0000"
  }
}

/// A git command that failed in a test's own set-up.
package struct GitFailure: Error {
  package let arguments: [String]
  package let status: Int32
  package let words: String
}

extension Sequence<Unicode.Scalar> {
  /// The scalars without one line feed at the end.
  fileprivate var trimmingLineEnd: String.UnicodeScalarView {
    var scalars = String.UnicodeScalarView(self)
    if scalars.last == "\n" { scalars.removeLast() }
    return scalars
  }
}
