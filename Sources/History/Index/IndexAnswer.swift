internal import Briefs
package import Git
package import Workspace

/// What an index answers to a question, and what of the history it could not look into.
package struct IndexAnswer: Sendable, Equatable {
  /// A commit of a reduced history.
  package struct Step: Sendable, Equatable {
    /// The commit.
    package let commit: ObjectID

    /// The nearest commits before it that were kept as well.
    package let parents: [ObjectID]

    package init(commit: ObjectID, parents: [ObjectID]) {
      self.commit = commit
      self.parents = parents
    }
  }

  /// The commits that touched each brief asked about, or the file, children before parents; of a file
  /// without their parents.
  package var traces: [String: [Step]] = [:]

  /// The briefs found, sorted by id; their paths only where all were asked for.
  package var briefs: [HistoryIndex.KnownBrief] = []

  /// The texts found.
  package var hits: [HistoryIndex.Hit] = []

  /// What could not be read, so that the answer may lack something.
  package var cuts: [HistoryCut] = []

  package init() {}
}

extension HistoryIndex {
  /// Answers a question.
  package func answer(_ request: IndexRequest) -> IndexAnswer {
    var answer = IndexAnswer()
    answer.cuts = cuts(from: request.tip)
    switch request {
    case .trace(let tip, let briefs):
      for brief in briefs {
        answer.traces[brief] = touched(by: brief, from: tip).map {
          IndexAnswer.Step(commit: $0.commit, parents: $0.parents)
        }
      }
    case .account(let tip, let name):
      answer.briefs = briefs(ofAccount: name, from: tip).map { KnownBrief(id: $0, path: []) }
    case .successors(let tip, let brief):
      answer.briefs = successors(of: brief, from: tip).map { KnownBrief(id: $0, path: []) }
    case .briefs(let tip): answer.briefs = allBriefs(from: tip)
    case .search(let tip, let words): answer.hits = search(words: words, from: tip)
    case .record(let tip, let path):
      answer.traces[path] = touched(evidence: Array(path.utf8), from: tip).map {
        IndexAnswer.Step(commit: $0, parents: [])
      }
    case .update: break
    }
    return answer
  }
}

extension IndexAnswer {
  /// How `handoff-index` ends where the next answer will take as long as this one, since no file can be
  /// kept.
  package static let statusWithoutFile: Int32 = 3
}
