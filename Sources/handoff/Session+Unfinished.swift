internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

// What a commit leaves behind where its process is killed, and how that is put right.
extension Session {
  /// Keeps what it takes to put the files back, until the commit is made or given up.
  func begin(
    _ change: LastChange, adding newFile: NewFile?
  ) throws -> UnfinishedCommit.Mark {
    do {
      return try UnfinishedCommit(
        change: change, added: newFile.map { ($0.path, $0.bytes) }
      ).begin(in: repository)
    } catch {
      throw CommandFailure(
        "\(error.path) could not be written: \(error.reason)",
        hints: ["nothing was changed; try again"])
    }
  }

  /// Writes a file that is committed along with a brief.
  func place(_ newFile: NewFile) throws {
    let path = tree.absolute(newFile.path)
    do {
      if let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) {
        try AtomicFile.makeFolder(String(path[..<slash]))
      }
      try AtomicFile.create(newFile.bytes, at: path)
    } catch {
      throw CommandFailure(
        "\(error.path) could not be written: \(error.reason)",
        hints: ["nothing was changed; try again"])
    }
  }

  /// Takes away a file whose commit was not made.
  func remove(_ newFile: NewFile?) throws {
    guard let newFile else { return }
    do {
      try AtomicFile.remove(tree.absolute(newFile.path))
    } catch {
      throw CommandFailure("\(error.path) could not be removed: \(error.reason)")
    }
  }
}

extension Repository {
  /// Puts right what a command that was killed left behind, and says so.
  func settleUnfinished() throws {
    do {
      for (commit, outcome) in try UnfinishedCommit.settle(in: self) {
        Console.say(commit.words(outcome))
      }
    } catch let error as GitError {
      throw CommandFailure(error)
    } catch let error as AtomicFile.Failure {
      Console.say("\(error.path), of a command that was ended, stays: \(error.reason)")
    }
  }
}

extension UnfinishedCommit {
  fileprivate func words(_ outcome: Outcome) -> String {
    let path = String(decoding: change.path, as: UTF8.self)
    let added = added.map { String(decoding: $0.path, as: UTF8.self) }
    let began = "“handoff \(change.command)” was ended"
    switch outcome {
    case .takenBack:
      let also = added.map { ", and \($0) was taken away" } ?? ""
      return "\(began) before its commit: \(path) is as it was before\(also)"
    case .changedSince:
      let also = added.map { "; \($0) may be left over too" } ?? ""
      return "\(began) before its commit, and \(path) was changed since: "
        + "git diff HEAD -- \(path.shellWord)\(also)"
    case .committed: return "\(began) after its commit: \(path) has what it wrote"
    case .gitAtWork:
      return "\(began), and git may still be at work on it; where none is: rm .git/index.lock"
    }
  }
}
