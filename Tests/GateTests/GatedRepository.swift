import Git
import TestSupport

/// A repository with one committed brief, a roster, and the real hooks before every commit.
struct GatedRepository {
  let repository: TestRepository

  static let brief = "handoffs/acme/acme-onboarding.md"

  init() throws {
    try self.init(files: [
      Self.brief: AcmeBrief.text, "handoff.yaml": AcmeBrief.policy,
      "evidence/acme/call.txt": "We will get you the weekly revenue report.\n",
    ])
  }

  /// A repository whose one commit holds the files, whatever a gate would say of them.
  init(files: [String: String]) throws {
    repository = try TestRepository()
    repository.variables["PATH"] = HandoffProgram.directory + ":/usr/local/bin:/usr/bin:/bin"
    try repository.commit("begin", files)
    try setHooks(on: true)
  }

  /// Puts the hooks of the source tree in place, or takes them away.
  func setHooks(on: Bool) throws {
    for name in ["pre-commit", "pre-merge-commit", "reference-transaction"] {
      let path = repository.path + "/.git/hooks/" + name
      if on {
        // Copied by another process: a file that this one has open for writing cannot be run.
        _ = try run(
          "cp", [HandoffProgram.hookPath(name), path], in: "/", environment: repository.variables)
      } else {
        _ = try run("rm", ["-f", path], in: "/", environment: repository.variables)
      }
    }
  }

  /// The brief's text as it stands in the work tree.
  func text(_ path: String = GatedRepository.brief) throws -> String {
    guard let bytes = readFile(repository.path + "/" + path) else { throw MissingFile(path: path) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Replaces words of the brief; the words must be there.
  func replace(_ old: String, with new: String) throws {
    try repository.write(Self.brief, try text().replacingOnce(old, with: new))
  }

  /// Removes words of the brief.
  func remove(_ words: String) throws { try replace(words, with: "") }

  /// Stages everything and commits; gives git's status and all that was said.
  func commit(_ arguments: String...) throws -> (status: Int32, words: String) {
    try repository.git("add", "-A")
    return try attempt(["commit", "-q", "-m", "change"] + arguments)
  }

  func attempt(_ arguments: [String]) throws -> (status: Int32, words: String) {
    let output = try repository.attempt(arguments)
    return (output.status, output.text + output.errorText)
  }
}

/// A text to replace that is not there: the test itself is wrong.
struct WordsMissing: Error {
  let words: String
}

extension String {
  /// The text with the first occurrence of some words replaced.
  func replacingOnce(_ old: String, with new: String) throws -> String {
    let bytes = Array(utf8)
    let wanted = Array(old.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: wanted) }) else {
      throw WordsMissing(words: old)
    }
    return String(
      decoding: bytes[..<start] + Array(new.utf8) + bytes[(start + wanted.count)...], as: UTF8.self)
  }
}
