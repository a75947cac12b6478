internal import Briefs
package import Git

/// The tool's own last change of a file, kept in the git directory so that it can be taken back.
package struct LastChange: Sendable, Equatable {
  /// The file's path from the top of the repository.
  package let path: [UInt8]

  /// The commit that the change was made in; nil where it was only written.
  package let commit: ObjectID?

  /// The file before; nil where it was not there.
  package let before: [UInt8]?

  /// The SHA-256 of the file after.
  package let after: String

  /// What was typed, such as `set acme-onboarding goal`.
  package let command: String

  package init(
    path: [UInt8], commit: ObjectID?, before: [UInt8]?, after: [UInt8], command: String
  ) {
    self.path = path
    self.commit = commit
    self.before = before
    self.after = SHA256Hex.of(after)
    self.command = command.shortened(to: 100)
  }

  /// Whether a file still is as the change left it.
  package func isResult(_ bytes: [UInt8]) -> Bool { SHA256Hex.of(bytes) == after }
}

extension LastChange {
  /// Keeps the change in place of the one before.
  package func keep(in repository: Repository) throws(AtomicFile.Failure) {
    try AtomicFile.makeFolder(LastChange.folder(of: repository))
    try AtomicFile.write(bytes, to: LastChange.file(of: repository), mode: 0o600)
  }

  /// The change kept last; nil where there is none that can be read.
  package static func kept(in repository: Repository) -> LastChange? {
    guard case .bytes(let bytes) = FileReader.read(file(of: repository), atMost: 4 << 20) else {
      return nil
    }
    return LastChange(bytes)
  }

  /// Forgets the change that was kept.
  package static func forget(in repository: Repository) throws(AtomicFile.Failure) {
    try AtomicFile.write([], to: file(of: repository), mode: 0o600)
  }

  private static func folder(of repository: Repository) -> String {
    repository.gitDirectory + "handoff"
  }

  private static func file(of repository: Repository) -> String {
    folder(of: repository) + "/last-change"
  }

  private static let version = "handoff/last-change/1"

  /// Six fields, each ended by NUL, then the file before.
  var bytes: [UInt8] {
    let fields: [[UInt8]] = [
      Array(LastChange.version.utf8), path, Array((commit?.description ?? "-").utf8),
      Array(after.utf8), Array((before == nil ? "new" : "changed").utf8),
      command.utf8.filter { $0 != 0 },
    ]
    return fields.flatMap { $0 + [0] } + (before ?? [])
  }

  /// Reads what ``bytes`` wrote.
  init?(_ bytes: [UInt8]) {
    let fields = bytes.split(separator: 0, maxSplits: 6, omittingEmptySubsequences: false)
    guard fields.count == 7, fields[0].elementsEqual(LastChange.version.utf8) else { return nil }
    path = Array(fields[1])
    commit = ObjectID(hex: fields[2])
    after = String(decoding: fields[3], as: UTF8.self)
    before = fields[4].elementsEqual("new".utf8) ? nil : Array(fields[6])
    command = String(decoding: fields[5], as: UTF8.self)
  }
}
