internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules

/// Judges briefs that did not change but come after one that did: what an earlier brief gains, the
/// later ones must carry on or leave behind.
///
/// Later briefs are looked for in the folder of the earlier one, where an account's briefs stand, so
/// that a gate reads no others; a check of the work tree sees them all.
struct LaterBriefs {
  let lookup: TreeLookup
  let policy: Policy
  let change: Change

  /// What the later briefs that are not judged themselves lack now and did not lack before.
  func diagnostics(
    after earlier: BriefChange, besides judged: Set<[UInt8]>
  ) throws(GitError) -> [Diagnostic] {
    guard earlier.gainedWhatTravels, let id = earlier.brief?.id else { return [] }
    var result: [Diagnostic] = []
    for later in try lookup.briefs(after: id, besideFile: earlier.path)
    where !judged.contains(later.path) {
      result += newLosses(in: lookup.subject(later, policy, change), from: earlier, id)
    }
    return result
  }

  /// The items that the later brief lacks, but for those that every version before had already.
  private func newLosses(
    in later: Subject, from earlier: BriefChange, _ id: String
  ) -> [Diagnostic] {
    let known = earlier.previous.map { before in
      Set(losses(in: later.surrounded { $0 == id ? before : later.surroundings.brief($0) }))
    }
    return losses(in: later).filter { loss in
      known.isEmpty || !known.allSatisfy { $0.contains(loss) }
    }
  }

  private func losses(in later: Subject) -> [Diagnostic] {
    Judge.diagnostics(for: later, of: LostInHandoff())
  }
}

extension BriefChange {
  /// Whether it has an open item that some version before had not, or not as an open one.
  var gainedWhatTravels: Bool {
    guard let brief, brief.isSound else { return false }
    return (previous.isEmpty ? [.gone] : previous).contains { before in
      let changed = Set(ItemList.allCases.filter { !brief.writes($0, like: before) })
      return !brief.idsThatTravel(of: changed).isSubset(of: before.idsThatTravel(of: changed))
    }
  }
}

extension Brief {
  /// The ids of the items in some lists that later briefs must carry on.
  fileprivate func idsThatTravel(of lists: Set<ItemList>) -> Set<String> {
    Set(items.filter { lists.contains($0.list) && $0.mustTravel }.compactMap(\.id))
  }
}

extension Subject {
  /// The subject among other briefs.
  fileprivate func surrounded(by brief: @escaping (String) -> Brief?) -> Subject {
    Subject(
      brief: self.brief, path: path, previous: previous, policy: policy, day: day, author: author,
      surroundings: Surroundings(
        brief: brief, file: surroundings.file, namesakes: surroundings.namesakes))
  }
}

extension TreeLookup {
  /// The briefs in the folder of a file that come after a brief, as if nothing changed in them.
  fileprivate func briefs(
    after id: String, besideFile path: [UInt8]
  ) throws(GitError) -> [BriefChange] {
    var result: [BriefChange] = []
    for file in try neighbours(of: path, after: id) {
      guard let brief = try self.brief(at: file) else { continue }
      result.append(
        BriefChange(
          path: file, brief: brief, previous: [brief], previousJudgedHere: [brief],
          previousJudged: [brief],
          isInherited: false, isJudgedElsewhere: false, isNewlyNamed: false))
    }
    return result
  }
}
