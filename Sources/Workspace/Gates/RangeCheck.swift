internal import Diagnostics
package import Git

/// Judges each commit of a range against its parents, as the lock on branches does.
package struct RangeCheck {
  private let repository: Repository

  package init(repository: Repository) {
    self.repository = repository
  }

  /// The verdict on the commits of `A..B`, or of all that leads to `B`.
  package func verdict(on range: String) throws(GitError) -> Verdict {
    let ends = RangeCheck.ends(of: range)
    let new = try repository.resolve(ends.new)
    var excluded: [ObjectID] = []
    if let old = ends.old { excluded.append(try repository.resolve(old)) }
    let judge = ChangeJudge(repository: repository)
    var diagnostics: [Diagnostic] = []
    var briefCount = 0
    var notes: [String] = []
    for id in try repository.newCommits(to: new, without: excluded).reversed() {
      let verdict = try judge.verdict(on: Change(try repository.commit(id)))
      diagnostics += verdict.diagnostics
      briefCount += verdict.briefCount
      if verdict.isRefused { notes.append("commit \(id.description.prefix(12)) would be refused") }
    }
    return Verdict(diagnostics: diagnostics, briefCount: briefCount, notes: notes)
  }

  private static func ends(of range: String) -> (old: String?, new: String) {
    let bytes = Array(range.utf8)
    let dot = UInt8(ascii: ".")
    guard
      let middle = bytes.indices.dropLast().first(where: {
        bytes[$0] == dot && bytes[$0 + 1] == dot
      })
    else { return (nil, range) }
    func text(_ part: ArraySlice<UInt8>) -> String {
      part.isEmpty ? "HEAD" : String(decoding: part, as: UTF8.self)
    }
    return (text(bytes[..<middle]), text(bytes[(middle + 2)...]))
  }
}
