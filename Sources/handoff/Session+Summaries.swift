internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

extension Session {
  /// The revisions of a brief's summary that lead to the last commit.
  func summaryRevisions(of brief: Brief, in file: FileVersion) throws -> SummaryRevisions {
    let repository = repository
    return try CommandFailure.catching { () throws(GitError) in
      try SummaryRevisions(
        of: brief, near: file.path, at: try repository.head().commit, in: repository,
        BlobStore(repository: repository))
    }
  }
}

extension SummaryRevisions {
  /// The revision that somebody names by its number.
  func named(_ number: Int, of name: String) throws -> SummaryRevision {
    if let revision = revision(number) { return revision }
    let known =
      switch all.count {
      case 0: "no commit has a word of it yet"
      case 1: "there is only revision 1"
      default: "there are revisions 1 to \(all.count)"
      }
    throw CommandFailure(
      "the summary of \(name) has no revision \(number): \(known)",
      hints: ["see them: handoff email log \(name.shellWord)"])
  }

  /// Says on the terminal that older revisions may be missing.
  func warnOfCut() {
    guard let cut = cuts.first else { return }
    Console.say(
      "history is cut short below commit \(cut.commit.description.prefix(12)), so there may be "
        + "older revisions")
    Console.say("  bring them: git fetch --unshallow")
  }
}
