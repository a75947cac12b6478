internal import CLibgit2
internal import Glibc

/// The one place where libgit2 is set up and its return codes become errors.
enum Libgit2 {
  /// Starts the library, once in a process, with the settings that we rely on.
  static func start() throws(GitError) {
    try started.get()
  }

  /// Calls libgit2 and throws what it says when it returns a negative code.
  @discardableResult
  static func call(
    _ operation: StaticString, _ object: @autoclosure () -> String = "", _ body: () -> Int32
  ) throws(GitError) -> Int32 {
    let code = body()
    guard code < 0 else { return code }
    throw error(code, operation, object())
  }

  /// Like ``call(_:_:_:)``, but nothing being there is an answer: false.
  static func find(
    _ operation: StaticString, _ object: @autoclosure () -> String = "", _ body: () -> Int32
  ) throws(GitError) -> Bool {
    let code = body()
    if code == GIT_ENOTFOUND.rawValue {
      git_error_clear()
      return false
    }
    guard code < 0 else { return true }
    throw error(code, operation, object())
  }

  /// The thread's last error, copied and cleared so that it cannot be told twice.
  static func error(_ code: Int32, _ operation: StaticString, _ object: String) -> GitError {
    let text = git_error_last().flatMap { $0.pointee.message }.map { String(cString: $0) }
    git_error_clear()
    return GitError(
      GitError.Code(rawValue: code), operation: "\(operation)", object: object,
      message: text ?? "libgit2 gave code \(code) and no reason")
  }

  private static let started: Result<Void, GitError> = {
    guard git_libgit2_init() > 0 else { return .failure(error(-1, "start libgit2", "")) }
    for code in configure() where code < 0 {
      return .failure(error(code, "set up libgit2", ""))
    }
    return .success(())
  }()

  private static func configure() -> [Int32] {
    // Reading objects by path alone, these extensions change nothing that we look at. What changes
    // ids or where references are (objectformat, refstorage) stays refused.
    let extensions = ["preciousobjects", "partialclone", "worktreeconfig", "relativeworktrees"]
    let names = extensions.map { UnsafePointer<CChar>(strdup($0)) }
    defer { names.forEach { free(UnsafeMutablePointer(mutating: $0)) } }
    var pointers = names
    return [
      handoff_git_set_extensions(&pointers, pointers.count),
      handoff_git_enable_fsync_gitdir(1),
      handoff_git_enable_strict_hash_verification(1),
      // Trees of a few hundred entries are read again for each commit of a walk.
      handoff_git_set_cache_object_limit(GIT_OBJECT_TREE, 64 << 10),
      handoff_git_set_cache_max_size(48 << 20),
      handoff_git_set_window_size(32 << 20),
      handoff_git_set_mapped_limit(128 << 20),
    ]
  }
}

extension ObjectID {
  init(_ oid: git_oid) {
    self = withUnsafeBytes(of: oid) { ObjectID(unchecked: $0) }
  }

  /// The id as libgit2 passes it.
  var oid: git_oid {
    var oid = git_oid()
    withUnsafeMutableBytes(of: &oid) { $0.copyBytes(from: bytes) }
    return oid
  }
}
