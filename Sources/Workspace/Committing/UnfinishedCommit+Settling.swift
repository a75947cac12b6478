internal import Briefs
package import Git
internal import Glibc

extension UnfinishedCommit {
  /// What became of a commit whose command was killed.
  package enum Outcome: Sendable {
    /// The files are as they were before.
    case takenBack

    /// Git had made the commit.
    case committed

    /// Somebody changed the brief since, so nothing was touched.
    case changedSince

    /// Git holds the index, so nothing was touched yet.
    case gitAtWork
  }

  /// Puts right what killed commands left, and says of each what became of it.
  package static func settle(
    in repository: Repository
  ) throws -> [(commit: UnfinishedCommit, outcome: Outcome)] {
    // In a hook it is git that writes, and what is begun is what the hook is asked about.
    guard repository.environment.indexFile == nil else { return [] }
    var settled: [(UnfinishedCommit, Outcome)] = []
    for (commit, mark) in left(in: repository) {
      guard let commit else {
        // It was killed while it wrote this, and had changed nothing yet.
        mark.end()
        continue
      }
      let outcome = try commit.settle(in: repository)
      if case .gitAtWork = outcome { mark.release() } else { mark.end() }
      settled.append((commit, outcome))
    }
    return settled
  }

  private func settle(in repository: Repository) throws -> Outcome {
    guard access(repository.gitDirectory + "index.lock", F_OK) != 0 else { return .gitAtWork }
    let file = try WorkTree(of: repository).absolute(change.path)
    guard [change.path, added?.path ?? change.path].allSatisfy(\.isSafePath),
      let before = change.before,
      case .bytes(let present) = FileReader.read(file, atMost: Brief.sizeLimit)
    else { return .changedSince }
    if present != before {
      guard change.isResult(present) else { return .changedSince }
      if try repository.status(ofFile: change.path) == nil { return .committed }
      try AtomicFile.write(before, to: file, expecting: present)
    }
    try removeAdded(in: repository)
    return .takenBack
  }

  /// Takes the added file away where it is as it was written and no commit has it.
  private func removeAdded(in repository: Repository) throws {
    guard let added else { return }
    let file = try WorkTree(of: repository).absolute(added.path)
    guard case .bytes(let present) = FileReader.read(file, atMost: 64 << 20),
      SHA256Hex.of(present) == added.digest, try !repository.isCommitted(added.path)
    else { return }
    try repository.forget(added.path)
    try AtomicFile.remove(file)
  }
}

extension Repository {
  /// Whether the last commit has a file.
  fileprivate func isCommitted(_ path: [UInt8]) throws(GitError) -> Bool {
    guard let head = try head().commit else { return false }
    return try entry(at: path, inTree: try commit(head).tree) != nil
  }
}

extension [UInt8] {
  fileprivate var isSafePath: Bool { RepositoryPath.isSafe(String(decoding: self, as: UTF8.self)) }
}
