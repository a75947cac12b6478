internal import Briefs
package import Git
internal import Glibc

/// A commit that a command has begun: what it takes to put the files back where the command is
/// killed before git has made it.
///
/// It is kept in the git directory before anything is written, under a lock that ends with the
/// process: what nobody holds is of a command that was killed.
package struct UnfinishedCommit: Sendable {
  /// The change of the brief.
  package let change: LastChange

  /// The file that is committed along with it, and the SHA-256 of its bytes.
  package let added: (path: [UInt8], digest: String)?

  package init(change: LastChange, added: (path: [UInt8], bytes: [UInt8])?) {
    self.change = change
    self.added = added.map { ($0.path, SHA256Hex.of($0.bytes)) }
  }
}

extension UnfinishedCommit {
  /// A kept commit of a living process.
  package struct Mark {
    fileprivate let path: String
    fileprivate let descriptor: Int32

    /// Forgets the commit, since nothing is left to put right.
    package func end() {
      unlink(path)
      close(descriptor)
    }

    /// Leaves the commit for a later command.
    func release() { close(descriptor) }
  }

  /// Keeps it, until the mark is ended or the process.
  package func begin(in repository: Repository) throws(AtomicFile.Failure) -> Mark {
    let folder = UnfinishedCommit.folder(of: repository)
    try AtomicFile.makeFolder(folder)
    let path = "\(folder)/\(RandomName.make())"
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw AtomicFile.Failure(path: path, reason: AtomicFile.lastError)
    }
    let mark = Mark(path: path, descriptor: descriptor)
    let bytes = bytes
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      bytes.withUnsafeBytes({ write(descriptor, $0.baseAddress, $0.count) }) == bytes.count,
      fsync(descriptor) == 0
    else {
      let reason = AtomicFile.lastError
      mark.end()
      throw AtomicFile.Failure(path: path, reason: reason)
    }
    AtomicFile.syncFolder(of: path)
    return mark
  }

  /// The commits that processes began and did not live to end, each with its file; the lock of each
  /// is ours as long as its mark is not ended.
  static func left(in repository: Repository) -> [(commit: UnfinishedCommit?, mark: Mark)] {
    let folder = folder(of: repository)
    return FolderListing.names(in: folder).sorted().compactMap { name in
      let path = "\(folder)/\(name)"
      let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
      guard descriptor >= 0 else { return nil }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0,
        case .bytes(let bytes) = FileReader.read(path, atMost: 4 << 20)
      else {
        close(descriptor)
        return nil
      }
      return (UnfinishedCommit(bytes), Mark(path: path, descriptor: descriptor))
    }
  }

  private static func folder(of repository: Repository) -> String {
    repository.gitDirectory + "handoff/unfinished"
  }

  private static let version = "handoff/unfinished/1"

  /// Three fields, each ended by NUL, then the change.
  private var bytes: [UInt8] {
    let fields: [[UInt8]] = [
      Array(UnfinishedCommit.version.utf8), added?.path ?? [], Array((added?.digest ?? "").utf8),
    ]
    return fields.flatMap { $0 + [0] } + change.bytes
  }

  private init?(_ bytes: [UInt8]) {
    let fields = bytes.split(separator: 0, maxSplits: 3, omittingEmptySubsequences: false)
    guard fields.count == 4, fields[0].elementsEqual(UnfinishedCommit.version.utf8),
      let change = LastChange(Array(fields[3]))
    else { return nil }
    self.change = change
    let digest = String(decoding: fields[2], as: UTF8.self)
    added = fields[1].isEmpty ? nil : (Array(fields[1]), digest)
  }
}
