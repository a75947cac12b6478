internal import Briefs
package import Git
internal import Workspace

/// Answers “what did we promise?” from the history of a repository, for one moment.
package struct Ledger {
  let repository: Repository
  let store: BlobStore
  let moment: Moment

  /// The commits from which history is read.
  let tips: [ObjectID]

  private let known: (any HistoryGuide)?

  /// Answers for a moment; with a guide to the history of its commit and of HEAD where there is one,
  /// else all of that history is looked through.
  package init(
    in repository: Repository, at moment: Moment, guide: (any HistoryGuide)? = nil
  ) {
    known = guide
    self.repository = repository
    self.moment = moment
    store = BlobStore(repository: repository)
    tips = [moment.commit, moment.head].compactMap { $0 }.reduce(into: []) { tips, commit in
      if !tips.contains(commit) { tips.append(commit) }
    }
  }

  /// What one brief promised; nil where there never was such a brief.
  package func promises(ofBrief id: String, near path: [UInt8]?) throws(GitError) -> PromisedAnswer?
  {
    try answer(to: .brief(id), [id], near: path, guide(naming: id))
  }

  /// What was promised in all handoffs of an account; nil where no brief ever named it.
  package func promises(ofAccount name: String) throws(GitError) -> PromisedAnswer? {
    let guide = try guide(naming: nil)
    var briefs = try guide.briefs(of: name)
    guard !briefs.isEmpty else { return nil }
    var waiting = Array(briefs)
    while let id = waiting.popLast() {
      let others = try guide.briefs(after: id).union(guide.briefs(before: id))
        .subtracting(briefs)
      briefs.formUnion(others)
      waiting += others
    }
    return try answer(to: .account(name), briefs.sorted(), near: nil, guide)
  }

  /// The paths at which a brief ever stood; none where there is no such brief.
  package func paths(of brief: String) throws(GitError) -> [[UInt8]] {
    try guide(naming: brief).paths(of: brief)
  }

  /// What of history could not be looked through.
  package func gaps() throws(GitError) -> [HistoryGap] {
    (try guide(naming: nil).gaps + [moment.cut].compactMap { $0 }).merged()
  }

  /// The brief or account that somebody most likely meant.
  package func nearestName(to name: String) throws(GitError) -> String? {
    let guide = try guide(naming: nil)
    let folded = name.foldedAccount
    let accounts = try guide.accounts.sorted()
    var ids = try guide.ids.sorted()
    while let id = NearestName.of(name, among: ids) {
      if try guide.has(id) { return id }
      ids.removeAll { $0 == id }
    }
    if let near = NearestName.of(folded, among: accounts.map(\.foldedAccount)) {
      return accounts.first { $0.foldedAccount == near }
    }
    if let account = accounts.first(where: { $0.foldedAccount.hasPrefix(folded) }) {
      return account
    }
    for id in ids where id.hasPrefix(folded) {
      if try guide.has(id) { return id }
    }
    return nil
  }

  /// The guide that was given, else one that looks through history itself: for one brief only into
  /// what holds its name.
  func guide(naming name: String?) throws(GitError) -> any HistoryGuide {
    if let known { return known }
    return try HistoryScan(of: tips, naming: name, in: repository)
  }

  /// All that the history has of a brief.
  func record(
    of id: String, near path: [UInt8]?, _ guide: any HistoryGuide
  ) throws(GitError) -> BriefRecord {
    try BriefRecord(of: id, near: path, from: tips, guide, in: repository, store)
  }

  private func answer(
    to subject: PromisedAnswer.Subject, _ briefs: [String], near path: [UInt8]?,
    _ guide: any HistoryGuide
  ) throws(GitError) -> PromisedAnswer? {
    var deeds = DeedReader(repository)
    var lives: [BriefLife] = []
    var gaps = [moment.cut].compactMap { $0 }
    var later: [Deed] = []
    var isKnown = false
    var policies: PolicyPast?
    for id in briefs {
      let record = try record(of: id, near: path, guide)
      // Asked for a brief first, the guide learns of the policies as well.
      if policies == nil { policies = try self.policies(guide) }
      guard let policies else { continue }
      gaps += record.gaps
      isKnown = isKnown || !record.history.steps.isEmpty || !record.gaps.isEmpty
      let own = try self.lives(of: record, policies, &deeds)
      if own.isEmpty, let first = record.history.steps.first, !first.isCutShort {
        later.append(deeds.deed(first.commit))
      }
      lives += own
    }
    guard isKnown else { return nil }
    gaps += lives.compactMap { HistoryGap(in: $0) } + deeds.gaps + guide.gaps
    return PromisedAnswer(
      subject: subject, moment: moment, lives: lives.inTheirOrder(),
      later: lives.isEmpty ? later.min { $0.seconds < $1.seconds } : nil, gaps: gaps.merged())
  }

  /// All commits up to one; nil where that need not be known.
  func past(of record: BriefRecord, at commit: ObjectID) throws(GitError) -> Set<ObjectID>? {
    if commit == moment.head || record.departures.isEmpty { return nil }
    return Set(try CommitHistory(of: [commit], in: repository).nodes.map(\.id))
  }

  /// Which version of `handoff.yaml` counted where.
  func policies(_ guide: any HistoryGuide) throws(GitError) -> PolicyPast {
    PolicyPast(try guide.policyChanges(), in: repository, store)
  }

  /// The lives of a brief at the moment asked about.
  func lives(
    of record: BriefRecord, _ policies: PolicyPast, _ deeds: inout DeedReader
  ) throws(GitError) -> [BriefLife] {
    guard let commit = moment.commit else { return [] }
    let past = try past(of: record, at: commit)
    var lives: [BriefLife] = []
    for (tip, departure) in record.lives(at: commit, past) {
      let reading = LifeReading(
        record: record, tip: tip, repository: repository, store: store,
        policies: policies, lists: [.promises, .exclusions, .customTerms, .expectations])
      lives += [try reading.life(endedBy: departure, &deeds)].compactMap { $0 }
    }
    return lives
  }
}

extension Deed {
  /// The author's time; of a commit that cannot be read, none.
  var seconds: Int64 { author?.seconds ?? .max }
}

extension [BriefLife] {
  /// Each brief behind those that it comes after, else by when it began; its lives together, in
  /// their order.
  fileprivate func inTheirOrder() -> [BriefLife] {
    var waiting = Dictionary(grouping: self, by: \.id).values.sorted { left, right in
      let (first, second) = (left.beginning, right.beginning)
      return first == second ? (left.first?.id ?? "") < (right.first?.id ?? "") : first < second
    }
    var result: [BriefLife] = []
    while !waiting.isEmpty {
      let next = waiting.firstIndex { lives in
        lives.flatMap { $0.brief.fields.list(.after) }.allSatisfy { earlier in
          !waiting.contains { $0.first?.id == earlier.string && $0.first?.id != lives.first?.id }
        }
      }
      result += waiting.remove(at: next ?? 0)
    }
    return result
  }

  /// When the first of them began; long ago, where that cannot be read.
  private var beginning: Int64 { first?.began?.seconds ?? .min }
}

/// Where something cannot be read.
private struct Place: Hashable {
  let commit: ObjectID?
  let missing: ObjectID?
  let file: String?
}

extension [HistoryGap] {
  /// Each gap once, with all that it leaves open.
  func merged() -> [HistoryGap] {
    var order: [Place] = []
    var gaps: [Place: HistoryGap] = [:]
    for gap in self {
      let place = Place(commit: gap.commit, missing: gap.missing, file: gap.file)
      guard let known = gaps[place] else {
        order.append(place)
        gaps[place] = gap
        continue
      }
      if known.affects.contains(gap.affects) { continue }
      gaps[place] = HistoryGap(
        commit: known.commit, missing: known.missing, isMissing: known.isMissing,
        reason: known.reason, affects: "\(known.affects); \(gap.affects)", file: known.file,
        object: known.object)
    }
    return order.compactMap { gaps[$0] }
  }
}
