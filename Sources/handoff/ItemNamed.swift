internal import Diagnostics
internal import Git
internal import History
internal import Reports

/// The item that a person names as BRIEF/ITEM, the brief by its id or its file.
struct ItemNamed {
  let item: String
  let brief: String
  let path: [UInt8]?

  init(_ name: String, at moment: Moment, in repository: Repository) throws {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      throw CommandFailure(
        "\(name) names no item", hints: ["write BRIEF/ITEM, such as acme-onboarding/P1"])
    }
    item = String(name[name.utf8.index(after: slash)...])
    let typed = String(name[..<slash])
    let found = try CommandFailure.catching { () throws(GitError) in
      try BriefNamed(typed, at: moment, in: repository).brief
    }
    (brief, path) = (found?.id ?? typed, found?.path)
  }
}

extension CommandFailure {
  /// Why there is no answer from history.
  init(_ failure: LedgerFailure) {
    switch failure {
    case .unknown(let name, let nearest):
      self.init(
        "there never was a brief \(name)",
        hints: [
          nearest.map { "did you mean \($0.shellWord)?" } ?? "see what there is: handoff list"
        ])
    case .unknownItem(let brief, let item, let nearest):
      self.init(
        "\(brief) never had an item \(item)",
        hints: [
          nearest.map { "did you mean \(brief)/\($0)?" }
            ?? "see its items: handoff show \(brief.shellWord)"
        ])
    case .notReadable(let name, let gaps): self.init(nothingCalled: name, in: gaps)
    case .nothingCommitted:
      self.init("nothing is committed yet", hints: ["see what waits for you: handoff"])
    case .unreadable(let error): self.init(error)
    }
  }

  /// Why nothing is said of a name that may stand in what cannot be read of history.
  init(nothingCalled name: String, in gaps: [HistoryGap]) {
    self.init(
      "what can be read of history does not have \(name), and not all of it can be read",
      hints: gaps.map(\.words) + [HistoryWords.wayToRead(gaps)].compactMap { $0 })
  }
}
