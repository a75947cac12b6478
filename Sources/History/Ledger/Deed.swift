package import Git

/// One commit as a deed: who did it and when, as the commit itself says.
package struct Deed: Sendable {
  /// The commit.
  package let commit: ObjectID

  /// Who wrote the change, and when; nil where the commit cannot be read.
  package let author: Signature?

  /// Who made the commit, and when; nil where the commit cannot be read.
  package let committer: Signature?

  /// Why the commit cannot be read; nil where it can.
  package let fault: GitError?
}

/// Reads who did what, each commit once.
struct DeedReader {
  let repository: Repository
  private var known: [ObjectID: Deed] = [:]

  init(_ repository: Repository) {
    self.repository = repository
  }

  /// How many commits it remembers.
  var count: Int { known.count }

  /// The commits that were asked for and cannot be read.
  var gaps: [HistoryGap] {
    known.values.sorted { $0.commit < $1.commit }.compactMap { deed in
      deed.fault.map {
        HistoryGap($0, at: deed.commit, affecting: "who made this change, and when")
      }
    }
  }

  mutating func deed(_ id: ObjectID) -> Deed {
    if let deed = known[id] { return deed }
    let deed: Deed
    do throws(GitError) {
      let commit = try repository.commit(id)
      deed = Deed(commit: id, author: commit.author, committer: commit.committer, fault: nil)
    } catch {
      deed = Deed(commit: id, author: nil, committer: nil, fault: error)
    }
    known[id] = deed
    return deed
  }
}
