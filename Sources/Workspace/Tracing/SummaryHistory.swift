internal import Briefs
internal import Git

/// Collects the wordings of a summary while the history of its brief is walked, parents first.
struct SummaryHistory {
  /// A commit that changed the words, the states that kept them, and what it came after.
  struct Wording {
    let commit: Commit
    let earlier: Set<Int>
    var states: [SummaryRevision.State]
  }

  /// What a version of the brief says of its summary and of what was sent.
  fileprivate struct Reading {
    let digests: SummaryDigests
    let records: Set<RecordKey>
  }

  private let trace: BriefTrace
  private var wordings: [Wording] = []

  /// The wordings that a commit stands on: its own, or those nearest below it.
  private var grounds: [ObjectID: Set<Int>] = [:]

  /// Where each record was first written: the wordings that stood then.
  private var origins: [RecordKey: Set<Int>] = [:]
  private var readings: [ObjectID: Reading] = [:]

  init(_ trace: BriefTrace) {
    self.trace = trace
  }

  /// Takes in a commit, behind all that come before it.
  mutating func add(_ step: BriefTrace.Step) throws(GitError) {
    var ground = step.earlier.first.flatMap { grounds[$0.commit] } ?? []
    for earlier in step.earlier.dropFirst() { ground.formUnion(grounds[earlier.commit] ?? []) }
    defer { grounds[step.commit] = ground }
    guard step.isVersion, !step.isUnread, let brief = try trace.brief(at: step.place) else {
      return
    }
    let reading = try reading(of: step.place)
    var before: [Reading] = []
    for parent in step.parents where parent.place.fault == nil {
      before.append(try self.reading(of: parent.place))
    }
    let state = SummaryRevision.State(
      commit: step.commit, brief: brief, digests: reading.digests)
    // Behind a file that cannot be read, the words are compared with those before it.
    let isKnown = before.isEmpty && ground.contains { wordings[$0].has(reading.digests) }
    if !isKnown, reading.isNewWording(after: before) {
      let commit = try trace.search.repository.commit(step.commit)
      wordings.append(Wording(commit: commit, earlier: ground, states: [state]))
      ground = [wordings.count - 1]
    } else if !before.contains(where: { $0.digests == reading.digests }),
      let index = ground.sorted().last(where: { wordings[$0].has(reading.digests) })
    {
      wordings[index].states.append(state)
    }
    for key in reading.records where !before.contains(where: { $0.records.contains(key) }) {
      origins[key, default: []].formUnion(ground)
    }
  }

  private mutating func reading(of place: BriefPlace) throws(GitError) -> Reading {
    if let known = readings[place.entry.id] { return known }
    let brief = try trace.brief(at: place) ?? .unreadable("it is no brief")
    let reading = Reading(
      digests: SummaryDigests(of: brief), records: Set(brief.items.compactMap { RecordKey($0) }))
    readings[place.entry.id] = reading
    return reading
  }
}

extension SummaryHistory {
  /// The wordings in the order of their numbers: after what they descend from, else by the author's
  /// date, else by the commit's id.
  var numbered: [Wording] { order.map { wordings[$0] } }

  /// The place of the wording that a record speaks of among the numbered ones.
  ///
  /// Where several have the words, it is the newest of those that were there when it was written.
  func number(of record: Item, among numbered: [Wording]) -> Int? {
    guard let body = record.string(.body) else { return nil }
    let candidates = numbered.indices.filter { place in
      numbered[place].states.contains { $0.digests.contains(body) }
    }
    guard let key = RecordKey(record), let origin = origins[key] else { return candidates.last }
    let order = order
    let newest = order.indices.last { origin.contains(order[$0]) } ?? 0
    return candidates.last { $0 <= newest } ?? candidates.first
  }

  private var order: [Int] {
    var taken: Set<Int> = []
    var order: [Int] = []
    var waiting = wordings.indices.sorted { wordings[$0].comesBefore(wordings[$1]) }
    while let place = waiting.firstIndex(where: { wordings[$0].earlier.isSubset(of: taken) }) {
      let next = waiting.remove(at: place)
      taken.insert(next)
      order.append(next)
    }
    return order
  }
}

extension SummaryHistory.Wording {
  fileprivate func has(_ digests: SummaryDigests) -> Bool {
    states[0].digests.call.utf8.elementsEqual(digests.call.utf8)
  }

  fileprivate func comesBefore(_ other: Self) -> Bool {
    (commit.author.seconds, commit.id.description)
      < (other.commit.author.seconds, other.commit.id.description)
  }
}

extension SummaryHistory.Reading {
  /// Whether no version before has the words; an empty summary is not where a brief begins.
  fileprivate func isNewWording(after before: [Self]) -> Bool {
    if before.isEmpty { return !digests.isEmpty }
    return !before.contains { $0.digests.call.utf8.elementsEqual(digests.call.utf8) }
  }
}

/// What makes a record of something sent the same record in another version of the brief.
fileprivate struct RecordKey: Hashable {
  private let fields: [String?]

  init?(_ item: Item) {
    guard item.list == .emails else { return nil }
    fields = [.kind, .body, .sent, .messageID].map { item.string($0) }
  }
}
