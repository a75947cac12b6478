package import Diagnostics

/// The source records of a repository, which stay as they were put there.
package enum Evidence {
  /// Where they lie.
  package static let folder = Array("evidence".utf8)

  /// Whether a path is that of a record.
  package static func contains(_ path: [UInt8]) -> Bool {
    path.starts(with: folder + [UInt8(ascii: "/")])
  }

  /// The finding that a record was changed or taken away.
  package static func changed(_ path: [UInt8], isGone: Bool) -> Diagnostic {
    let name = String(decoding: path, as: UTF8.self).escapingControls
    let start = Position(line: 1, column: 1)
    return Diagnostic(
      rule: "changed-evidence", severity: .error, path: String(decoding: path, as: UTF8.self),
      start: start, end: start, brief: nil, item: nil,
      message: isGone
        ? "the evidence \(name) is gone, and what rests on it can no longer be shown"
        : "the evidence \(name) was changed, but a record stays as it was put there",
      help: "bring it back: `git checkout HEAD -- '\(name)'`; a newer version is a new file. To "
        + "remove a person's data, list the file under `erased` in handoff.yaml, in a commit before",
      sourceLine: nil)
  }
}
