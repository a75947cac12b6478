internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// Takes back the tool's own last change.
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take back the last change that handoff made here.",
    discussion: """
      A commit of handoff's own is taken back as long as it is the last one and nobody else has \
      it; a change that was only written, as long as the file is still as it was written.
      """)

  func run() throws {
    let session = try Session()
    let repository = session.repository
    guard let change = LastChange.kept(in: repository) else {
      throw CommandFailure(
        "there is no change of handoff's own to take back; only the last one is kept",
        kind: .refused, hints: ["see what changed: git status, git log"])
    }
    let name = String(decoding: change.path, as: UTF8.self)
    guard RepositoryPath.isSafe(name), session.places.contains(change.path) else {
      throw CommandFailure(
        "what is kept of the last change names no brief: \(name)",
        hints: ["take the file away: rm \(repository.gitDirectory)handoff/last-change"])
    }
    if let commit = change.commit {
      try takeBack(commit, change, name, session)
    } else {
      try putBack(change, name, session)
    }
    do {
      try LastChange.forget(in: repository)
    } catch {
      throw CommandFailure("\(error.path) could not be written: \(error.reason)")
    }
  }

  private func takeBack(
    _ id: ObjectID, _ change: LastChange, _ name: String, _ session: Session
  ) throws {
    let repository = session.repository
    let commit = try CommandFailure.catching { () throws(GitError) in try repository.commit(id) }
    let subject = String(
      decoding: commit.message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let outcome = try CommandFailure.catching { () throws(GitError) in
      try CommitUndo.of(commit, change, in: repository)
    }
    switch outcome {
    case .takenBack: Console.say("taken back: \(subject)")
    case .notLast:
      throw CommandFailure(
        "“\(subject)” is no longer the last commit, so nothing was taken back", kind: .refused,
        hints: ["see what came after it: git log"])
    case .shared:
      throw CommandFailure(
        "“\(subject)” was sent to others, so it stays", kind: .refused,
        hints: ["go on from where the brief is: handoff show \(name.shellWord)"])
    case .changedSince: throw CommandFailure.changedSince(name)
    case .notOurs:
      throw CommandFailure(
        "“\(subject)” is no commit that handoff made, so it stays", kind: .refused,
        hints: ["see what changed: git log"])
    }
  }

  private func putBack(_ change: LastChange, _ name: String, _ session: Session) throws {
    let isCommitted = try CommandFailure.catching { () throws(GitError) in
      try session.repository.status(ofFile: change.path) == nil
    }
    if isCommitted {
      throw CommandFailure(
        "what “\(change.command)” changed is committed by now, so it stays", kind: .refused,
        hints: ["change it again with handoff set, add or withdraw"])
    }
    let path = session.tree.absolute(change.path)
    guard case .bytes(let present) = FileReader.read(path, atMost: 4 << 20),
      change.isResult(present)
    else {
      throw CommandFailure.changedSince(name)
    }
    do {
      if let before = change.before {
        try AtomicFile.write(before, to: path, expecting: present)
      } else {
        try AtomicFile.remove(path)
      }
    } catch {
      throw CommandFailure("\(name) could not be written: \(error.reason)")
    }
    Console.say("taken back: handoff \(change.command); \(name) is as it was before")
  }
}

extension CommandFailure {
  fileprivate static func changedSince(_ name: String) -> CommandFailure {
    CommandFailure(
      "\(name) was changed since, so nothing was taken back", kind: .refused,
      hints: ["see what changed: git diff HEAD -- \(name.shellWord)"])
  }
}
