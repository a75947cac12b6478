internal import Git
internal import Workspace

/// What of a history could not be searched.
struct SearchGaps {
  /// Each gap once; those of one kind, of what is not here, as one with their number.
  let all: [HistoryGap]

  /// The commits with something that cannot be read, each with whether history goes on before it.
  let commits: [ObjectID: Bool]

  init(_ cuts: [HistoryCut], in repository: Repository) {
    var kinds: [Kind] = []
    var cutsOfKinds: [Kind: [HistoryCut]] = [:]
    var commits: [ObjectID: Bool] = [:]
    var missing: Set<ObjectID> = []
    for cut in cuts {
      // A commit that cannot be read has no parents that are known.
      let outline = try? repository.outline(of: cut.commit)
      let isParent = outline?.parents.contains(cut.missing) ?? true
      commits[cut.commit] = !isParent && commits[cut.commit] ?? true
      // What a commit lacks, the ones behind it met again when they were compared with it.
      guard missing.insert(cut.missing).inserted else { continue }
      let kind = Kind(isParent: isParent, damaged: cut.isMissing ? nil : cut.missing)
      if cutsOfKinds[kind] == nil { kinds.append(kind) }
      cutsOfKinds[kind, default: []].append(cut)
    }
    self.commits = commits
    all = kinds.compactMap { HistoryGap(cutsOfKinds[$0] ?? [], isParent: $0.isParent) }
  }

  /// What lacks in the same way; what is damaged is told one by one.
  private struct Kind: Hashable {
    let isParent: Bool
    let damaged: ObjectID?
  }
}

extension HistoryGap {
  /// The gaps of one kind, by the commit that was read last; nil where there are none.
  fileprivate init?(_ cuts: [HistoryCut], isParent: Bool) {
    guard let newest = cuts.last else { return nil }
    let others = Set(cuts.map(\.commit)).count - 1
    let commits = others == 1 ? "1 other commit" : "\(others) other commits"
    let more =
      isParent ? " and before \(commits)" : " and in \(commits) of which parts are not here"
    self.init(
      commit: newest.commit, missing: isParent ? newest.missing : nil,
      isMissing: newest.isMissing, reason: newest.error.description,
      affects: "what was written there" + (others == 0 ? "" : more),
      object: ObjectID(hex: newest.error.object) ?? newest.missing)
  }
}
