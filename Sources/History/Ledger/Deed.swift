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
  var gaps: [HistoryGap] { known.values.gaps }

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

extension Sequence<Deed> {
  /// Those commits that cannot be read, each once and in the order of their ids.
  var gaps: [HistoryGap] {
    var faults: [ObjectID: GitError] = [:]
    for deed in self {
      if let fault = deed.fault { faults[deed.commit] = fault }
    }
    return faults.sorted { $0.key < $1.key }.map { commit, fault in
      HistoryGap(fault, at: commit, affecting: "who made this change, and when")
    }
  }
}
