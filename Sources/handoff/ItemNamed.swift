internal import Diagnostics
internal import Git
internal import History
internal import Reports

/// The item that a person names as BRIEF/ITEM, the brief by its id or its file.
struct ItemNamed {
  let item: String
  let brief: String
  let path: [UInt8]?

  init(_ name: String, in question: HistoryQuestion) throws {
    guard let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      throw CommandFailure(
        "\(name) names no item", hints: ["write BRIEF/ITEM, such as acme-onboarding/P-HH1W"])
    }
    item = String(name[name.utf8.index(after: slash)...])
    let typed = String(name[..<slash])
    let found = try CommandFailure.catching { () throws(GitError) in
      try BriefNamed(typed, in: question).brief
    }
    (brief, path) = (found?.id ?? typed, found?.path)
  }
}
