internal import Briefs
package import Git

extension HistoryIndex {
  /// A brief of a history with what is known of it.
  package struct KnownBrief: Sendable, Equatable {
    /// The brief's id.
    package let id: String

    /// The path of its newest version in the history, by the committers' clocks.
    package let path: [UInt8]
  }

  /// A text that holds the words asked for.
  package struct Hit: Sendable, Equatable {
    /// A commit that brought the text in, and the file in which it did.
    package struct Origin: Sendable, Equatable {
      /// The commit, no parent of which has the text in this brief.
      package let commit: ObjectID

      /// The file's path in that commit.
      package let path: [UInt8]

      /// The file's content.
      package let blob: ObjectID
    }

    /// The brief's id; nil where no file at that path ever said one.
    package let brief: String?

    /// What the text belongs to.
    package let place: WordingPlace

    /// What tells it from other texts there: items of one line have no ids.
    package let spelling: UInt64

    /// The commits of the history that brought it in, the newest first.
    package let origins: [Origin]
  }

  /// The history of a tip reduced to the commits that touched a brief, children before parents.
  ///
  /// The tip comes first, whether it did or not; parents are the nearest such ancestors. Commits of
  /// which something could not be read are among them, since they may have touched it. Asked for
  /// `handoff.yaml` by its name, it tells of that file.
  package func touched(
    by brief: String, from tip: ObjectID
  ) -> [(commit: ObjectID, parents: [ObjectID])] {
    let reach = graph.reach(from: tip)
    guard let position = reach.tip else { return [] }
    var kept: Set<Int32> = [Int32(position)]
    for fault in faults { kept.insert(fault.commit) }
    if brief == Policy.fileName {
      for change in policies { kept.insert(change.commit) }
    }
    for known in records(of: brief, within: reach) {
      for touch in known.touches { kept.insert(touch.commit) }
    }
    return graph.reduced(to: kept, within: reach)
  }

  /// The commits of the history of a tip that touched a file of evidence, children before parents.
  ///
  /// The tip comes first, whether it did or not. Where the path was a folder's at any time, what
  /// stood in it counts as well.
  package func touched(evidence path: [UInt8], from tip: ObjectID) -> [ObjectID] {
    let reach = graph.reach(from: tip)
    guard let position = reach.tip else { return [] }
    var kept: Set<Int32> = [Int32(position)]
    for (key, known) in briefs where key.isEvidence(atOrBelow: path) {
      for touch in known.touches { kept.insert(touch.commit) }
    }
    return graph.reduced(to: kept, within: reach).map(\.commit)
  }

  /// The ids of the briefs that named an account at any time in the history of a tip, sorted.
  package func briefs(ofAccount name: String, from tip: ObjectID) -> [String] {
    let wanted = FoldedWords.folded(name)
    return briefs(from: tip) {
      wordings.isAccount($0) && wordings.words($0).elementsEqual(wanted)
    }
  }

  /// The ids of the briefs that came after one at any time in the history of a tip, sorted.
  package func successors(of brief: String, from tip: ObjectID) -> [String] {
    briefs(from: tip) {
      wordings.isPredecessor($0) && wordings.words($0).elementsEqual(brief.utf8)
    }
  }

  /// The ids of the briefs that ever had a wording in the history of a tip, sorted.
  private func briefs(from tip: ObjectID, having isWanted: (Int32) -> Bool) -> [String] {
    let reach = graph.reach(from: tip)
    return briefs.compactMap { key, known -> String? in
      guard let id = key.briefID else { return nil }
      let had = known.introductions.contains { introduction in
        isWanted(introduction.wording)
          && reach.contains(known.touches[Int(introduction.touch)].commit)
      }
      return had ? id : nil
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// All briefs that ever were in the history of a tip, sorted by id.
  package func allBriefs(from tip: ObjectID) -> [KnownBrief] {
    let reach = graph.reach(from: tip)
    return briefs.compactMap { key, known -> KnownBrief? in
      guard let id = key.briefID, let path = lastPath(of: known, within: reach) else {
        return nil
      }
      return KnownBrief(id: id, path: path)
    }.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
  }

  /// The texts in the history of a tip in which each word asked for begins a word.
  ///
  /// Those of one item or section stand together; first come those of the one that got such words last,
  /// by the committers' clocks. The order is the same in every clone.
  package func search(words: [String], from tip: ObjectID) -> [Hit] {
    let asked = SearchWords(words.joined(separator: " "))
    guard !asked.joined.isEmpty else { return [] }
    let reach = graph.reach(from: tip)
    var matches = [Bool?](repeating: nil, count: wordings.count)
    var hits: [FoundHit] = []
    for (key, known) in briefs {
      var found: [Int32: [IndexedBrief.Touch]] = [:]
      for introduction in known.introductions {
        let number = introduction.wording
        let isMatch =
          matches[Int(number)]
          ?? (!wordings.isName(number) && asked.match(wordings.words(number)))
        matches[Int(number)] = isMatch
        let touch = known.touches[Int(introduction.touch)]
        if isMatch, reach.contains(touch.commit) { found[number, default: []].append(touch) }
      }
      for (number, touches) in found {
        let newest = touches.map { graph.seconds[Int($0.commit)] }.max() ?? .min
        for hit in self.hits(number, touches, key, known, reach) {
          hits.append(FoundHit(hit: hit, subject: hit.subject, wording: number, newest: newest))
        }
      }
    }
    return inOrder(hits)
  }

  private func inOrder(_ hits: [FoundHit]) -> [Hit] {
    var newest: [HitSubject: Int64] = [:]
    for found in hits { newest[found.subject] = max(newest[found.subject] ?? .min, found.newest) }
    let ranked = hits.map { (found: $0, newest: newest[$0.subject] ?? .min) }
    return ranked.sorted { left, right in
      if left.newest != right.newest { return left.newest > right.newest }
      let (first, second) = (left.found, right.found)
      if first.subject != second.subject { return first.subject < second.subject }
      let (words, others) = (wordings.words(first.wording), wordings.words(second.wording))
      if !words.elementsEqual(others) { return words.lexicographicallyPrecedes(others) }
      return wordings.packed(first.wording).lexicographicallyPrecedes(
        wordings.packed(second.wording))
    }.map(\.found.hit)
  }

  /// What is known of a brief: under its id, and of files without one where it ever stood.
  private func records(of brief: String, within reach: CommitGraph.Reach) -> [IndexedBrief] {
    guard let own = briefs[.id(brief)] else { return [] }
    return [own] + own.paths(within: reach).compactMap { briefs[.path($0)] }
  }

  private func hits(
    _ wording: Int32, _ touches: [IndexedBrief.Touch], _ key: BriefKey,
    _ known: IndexedBrief, _ reach: CommitGraph.Reach
  ) -> [Hit] {
    guard let place = wordings.place(wording) else { return [] }
    let spelling = wordings.spelling(wording)
    let origins = touches.compactMap { touch in
      touch.blob.map {
        (
          touch.commit,
          Hit.Origin(
            commit: graph.id(at: Int(touch.commit)), path: known.paths[Int(touch.path)], blob: $0)
        )
      }
    }.sorted {
      isNewer($0.0, $1.0) || ($0.0 == $1.0 && $0.1.path.lexicographicallyPrecedes($1.1.path))
    }.map(\.1)
    let names: [String?]
    switch key {
    case .id(let id): names = [String(decoding: id, as: UTF8.self)]
    case .path(let path):
      let ids = self.ids(at: path, within: reach)
      names = ids.isEmpty ? [nil] : ids
    case .evidence: names = []
    }
    return names.map { Hit(brief: $0, place: place, spelling: spelling, origins: origins) }
  }

  /// The ids that stood at a path in a history.
  private func ids(at path: [UInt8], within reach: CommitGraph.Reach) -> [String] {
    briefs.compactMap { key, known -> String? in
      guard let id = key.briefID, known.paths.contains(path) else { return nil }
      return known.paths(within: reach).contains(path) ? id : nil
    }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Where the brief stood last by the committers' clocks; nil where none of the history has it.
  private func lastPath(of known: IndexedBrief, within reach: CommitGraph.Reach) -> [UInt8]? {
    let standing = known.touches.filter { $0.blob != nil && reach.contains($0.commit) }
    let newest = standing.max { first, second in
      if first.commit != second.commit { return isNewer(second.commit, first.commit) }
      return known.paths[Int(first.path)].lexicographicallyPrecedes(known.paths[Int(second.path)])
    }
    return newest.map { known.paths[Int($0.path)] }
  }

  /// An order by clock, then by id: the same whatever order the commits were read in.
  private func isNewer(_ first: Int32, _ second: Int32) -> Bool {
    let (left, right) = (graph.seconds[Int(first)], graph.seconds[Int(second)])
    if left != right { return left > right }
    return first != second && graph.id(at: Int(first)) > graph.id(at: Int(second))
  }
}

extension BriefKey {
  /// Whether it is of a file of evidence at a path, or in a folder there.
  fileprivate func isEvidence(atOrBelow path: [UInt8]) -> Bool {
    guard case .evidence(let own) = self, own.starts(with: path) else { return false }
    return own.count == path.count || own[path.count] == UInt8(ascii: "/")
  }
}

extension IndexedBrief {
  /// The paths at which it stood in a history.
  fileprivate func paths(within reach: CommitGraph.Reach) -> Set<[UInt8]> {
    let standing = touches.filter { $0.blob != nil && reach.contains($0.commit) }
    return Set(standing.map { paths[Int($0.path)] })
  }
}

/// A hit with what it is put in order by.
private struct FoundHit {
  let hit: HistoryIndex.Hit
  let subject: HitSubject
  let wording: Int32

  /// When the text was brought in last.
  let newest: Int64
}
