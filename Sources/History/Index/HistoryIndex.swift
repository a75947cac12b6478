package import Git
package import Workspace

/// What is known beforehand of a history, so that questions need not read all of it.
///
/// It says where to look, and what it says is to be read again in git's objects. Commits that do not
/// belong to the history of a tip make no difference to what is asked of that tip.
package struct HistoryIndex: Sendable {
  /// The commits.
  package internal(set) var graph = CommitGraph()

  /// How many commits an index has that is read from a file.
  package internal(set) var commitCount = 0

  /// The patterns of the briefs' paths by which it was built: those of all policies of the history.
  var patterns: Set<String> = []

  /// The commits that gave the policy other patterns, with them.
  var policies: [PolicyChange] = []

  /// What could not be read.
  var faults: [Fault] = []

  /// Whether it rests on an object that is too large to be compared with its id.
  var hasUnhashed = false

  /// The briefs; of an index that was read from a file, those that were asked for.
  var briefs: [BriefKey: IndexedBrief] = [:]

  /// The texts that the briefs ever had.
  var wordings = Wordings()

  package init() {}

  /// A commit that differs in the policy's patterns from a parent.
  struct PolicyChange: Sendable, Equatable {
    let commit: Int32
    let patterns: [String]
  }

  /// Something that a commit has and that could not be read.
  struct Fault: Sendable, Equatable {
    let commit: Int32
    let missing: ObjectID
    let error: GitError
  }
}

extension HistoryIndex {
  /// What of the history of a tip could not be read, so that the index may miss something there.
  package func cuts(from tip: ObjectID) -> [HistoryCut] {
    cuts(within: graph.reach(from: tip))
  }

  func cuts(within reach: CommitGraph.Reach) -> [HistoryCut] {
    faults.filter { reach.contains($0.commit) }.map {
      HistoryCut(commit: graph.id(at: Int($0.commit)), missing: $0.missing, error: $0.error)
    }
  }

  /// The patterns of all policies in the history of a tip.
  func patterns(within reach: CommitGraph.Reach) -> Set<String> {
    Set(policies.filter { reach.contains($0.commit) }.flatMap(\.patterns))
  }
}
