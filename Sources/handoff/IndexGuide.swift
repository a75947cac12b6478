internal import Briefs
internal import Git
internal import History
internal import Workspace

/// Guides the ledger by the index; where that gives no answer, or could not read all of the history,
/// by a look at all of it.
final class IndexGuide: HistoryGuide {
  private let repository: Repository
  private let tips: [ObjectID]
  private var scans: [String: HistoryScan] = [:]
  private var traces: [String: [(commit: ObjectID, earlier: [ObjectID])]] = [:]

  /// The guide in place of the index, once it has to be asked.
  private var scan: HistoryScan?
  private var isWithoutIndex = false

  /// Guides to a moment; where an index said already which commits touched some briefs, by that.
  init(to moment: Moment, of repository: Repository, knowing known: IndexAnswer? = nil) {
    self.repository = repository
    traces = known?.traces.mapValues { $0.map { (commit: $0.commit, earlier: $0.parents) } } ?? [:]
    tips = [moment.head, moment.commit].compactMap { $0 }.reduce(into: []) { tips, commit in
      if !tips.contains(commit) { tips.append(commit) }
    }
  }

  var gaps: [HistoryGap] { scan?.gaps ?? [] }

  var ids: Set<String> {
    get throws(GitError) {
      let answers = answers { .briefs(tip: $0) }
      guard let answers else { return try wholeScan().ids }
      return Set(answers.flatMap(\.briefs).map(\.id))
    }
  }

  var accounts: Set<String> { get throws(GitError) { try wholeScan().accounts } }

  func policyChanges() throws(GitError) -> [ObjectID] {
    guard let trace = trace(of: Policy.fileName) else { return try wholeScan().policyChanges() }
    var seen: Set<ObjectID> = []
    return trace.reversed().map(\.commit).filter { seen.insert($0).inserted }
  }

  func touched(by brief: String) throws(GitError) -> TouchedCommits? {
    trace(of: brief).map { TouchedCommits($0) }
  }

  func commits(touching file: [UInt8], upTo commit: ObjectID) -> [ObjectID]? {
    // Of other files the index keeps nothing.
    guard Evidence.contains(file) else { return nil }
    let path = String(decoding: file, as: UTF8.self)
    let answer = answer(.record(tip: commit, path: path))
    return answer?.traces[path]?.map(\.commit)
  }

  func paths(of brief: String) throws(GitError) -> [[UInt8]] {
    guard let own = try scan(of: brief) else { return try wholeScan().paths(of: brief) }
    return own.paths(of: brief)
  }

  func departures(of brief: String) throws(GitError) -> [Departure] {
    guard let own = try scan(of: brief) else { return try wholeScan().departures(of: brief) }
    return own.departures(of: brief)
  }

  func has(_ brief: String) throws(GitError) -> Bool {
    guard let own = try scan(of: brief) else { return try wholeScan().has(brief) }
    return own.has(brief)
  }

  func briefs(of account: String) throws(GitError) -> Set<String> {
    try briefs(answering: { .account(tip: $0, name: account) }) { $0.briefs(of: account) }
  }

  func briefs(after brief: String) throws(GitError) -> Set<String> {
    try briefs(answering: { .successors(tip: $0, brief: brief) }) { $0.briefs(after: brief) }
  }

  func briefs(before brief: String) throws(GitError) -> Set<String> {
    guard let own = try scan(of: brief) else { return try wholeScan().briefs(before: brief) }
    var briefs: Set<String> = []
    for earlier in own.predecessors(of: brief) where try has(earlier) { briefs.insert(earlier) }
    return briefs
  }

  /// The briefs of answers, as far as their commits say the same: what an index knows of may stand
  /// where the policy of its commit had no briefs.
  private func briefs(
    answering request: (ObjectID) -> IndexRequest, _ told: (HistoryScan) -> Set<String>
  ) throws(GitError) -> Set<String> {
    guard let answers = answers(request) else { return told(try wholeScan()) }
    var briefs: Set<String> = []
    for id in Set(answers.flatMap(\.briefs).map(\.id)) {
      guard let own = try scan(of: id) else { return told(try wholeScan()) }
      if told(own).contains(id) { briefs.insert(id) }
    }
    return briefs
  }

  /// The commits that touched a brief, and the tips; nil where the index does not say.
  private func trace(of brief: String) -> [(commit: ObjectID, earlier: [ObjectID])]? {
    if let known = traces[brief] { return known }
    // Who could approve is asked of every brief: both answers take one run of the program.
    var names = [brief]
    if brief != Policy.fileName, traces[Policy.fileName] == nil { names.append(Policy.fileName) }
    guard let answers = answers({ .trace(tip: $0, briefs: names) }) else { return nil }
    for name in names {
      let steps = answers.flatMap { $0.traces[name] ?? [] }
      traces[name] = steps.map { (commit: $0.commit, earlier: $0.parents) }
    }
    return traces[brief]
  }

  /// What the commits that touched a brief say of it; nil where the index does not say which.
  private func scan(of brief: String) throws(GitError) -> HistoryScan? {
    if let known = scans[brief] { return known }
    guard let trace = trace(of: brief) else { return nil }
    // A policy that widens where briefs stand takes in files that it does not touch.
    let scan = try HistoryScan(
      touching: trace.map(\.commit) + policyChanges(), naming: brief, in: repository)
    // What was damaged since the index was built, it does not know of.
    guard scan.gaps.isEmpty else {
      isWithoutIndex = true
      traces = [:]
      return nil
    }
    scans[brief] = scan
    return scan
  }

  /// The answers for each tip; nil once the index gives none.
  private func answers(_ request: (ObjectID) -> IndexRequest) -> [IndexAnswer]? {
    var answers: [IndexAnswer] = []
    for tip in tips {
      guard let answer = answer(request(tip)) else { return nil }
      answers.append(answer)
    }
    return answers
  }

  /// The answer to one question; nil once the index gave none, could not read all, or cannot be kept,
  /// so that it would be built for every question.
  private func answer(_ request: IndexRequest) -> IndexAnswer? {
    if isWithoutIndex { return nil }
    guard let (answer, isKept) = IndexProgram.answer(request), answer.cuts.isEmpty else {
      isWithoutIndex = true
      return nil
    }
    isWithoutIndex = !isKept
    return answer
  }

  private func wholeScan() throws(GitError) -> HistoryScan {
    if let scan { return scan }
    let whole = try HistoryScan(of: tips, in: repository)
    scan = whole
    return whole
  }
}
