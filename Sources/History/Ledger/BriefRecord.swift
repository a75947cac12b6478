internal import Briefs
internal import Git
internal import Workspace

/// All that history has of one brief: its trace, the changes of its items, and where it left the
/// tree.
struct BriefRecord {
  let id: String
  let trace: BriefTrace
  let history: ItemHistory
  let departures: [Departure]

  /// Where files of the brief ever stood.
  private let paths: [[UInt8]]
  private(set) var gaps: [HistoryGap] = []
  private var steps: [ObjectID: Int] = [:]

  /// Reads the history of a brief that leads to some commits.
  init(
    of id: String, near path: [UInt8]?, from tips: [ObjectID], _ guide: any HistoryGuide,
    in repository: Repository, _ store: BlobStore
  ) throws(GitError) {
    self.id = id
    var trace = BriefTrace(of: id, in: repository, store, touched: try guide.touched(by: id))
    let paths = ([path].compactMap { $0 }) + (try guide.paths(of: id))
    self.paths = paths
    var departures: [Departure] = []
    var takeovers: [ObjectID: [Takeover]] = [:]
    for departure in try guide.departures(of: id) {
      // Where a file with the same id remains, the brief has not left the tree. What cannot be read
      // is met again, and named, when the brief is traced.
      let remains = try? repository.paths(of: id, among: paths, in: departure.commit, store)
      if remains?.isEmpty ?? true {
        departures.append(departure)
      } else if let takeover = try? Takeover(departure, of: id, in: repository, store) {
        takeovers[departure.commit, default: []].append(takeover)
      }
    }
    self.departures = departures
    let starts = tips.map { ($0, paths) } + departures.map { ($0.last, [$0.path]) }
    for (commit, paths) in starts {
      do throws(GitError) {
        // Where it stands at none of the places that it ever had, it is not there.
        if let path = try repository.paths(of: id, among: paths, in: commit, store).first {
          try trace.begin(at: commit, near: path)
        }
      } catch {
        gaps.append(HistoryGap(error, at: commit, affecting: "what \(id) said there"))
      }
    }
    trace.readAhead()
    self.trace = trace
    history = try ItemHistory(trace, in: LifeOrder(trace, departures, in: repository), takeovers)
    steps = history.steps.places
    gaps += trace.cuts.filter { $0.file == nil }.map { cut in
      HistoryGap(
        cut,
        affecting: "what \(id) said before it, and who added what stood there then")
    }
    gaps += [HistoryGap(unread: trace.cuts, of: id)].compactMap { $0 }
  }

  /// The step of a commit; nil where it does not have the brief, or nothing became of it there.
  func step(_ commit: ObjectID) -> BriefTrace.Step? { steps[commit].map { history.steps[$0] } }

  /// Where the brief stood in a parent of a commit that changed it or took it out.
  func path(in parent: ObjectID, before commit: ObjectID) -> [UInt8]? {
    step(commit)?.parentPaths.first { $0.commit == parent }?.path
      ?? departures.first { $0.commit == commit && $0.last == parent }?.path
  }

  /// The other files of a commit that have the brief's id too, beside the one that is followed.
  func namesakes(
    at commit: ObjectID, in repository: Repository, _ store: BlobStore
  ) throws(GitError) -> [[UInt8]] {
    guard let own = step(commit)?.path else { return [] }
    return try repository.paths(of: id, among: paths, in: commit, store).filter { $0 != own }
  }

  /// The steps that lead to a commit, the newest first, those before a deletion that was taken back
  /// included.
  func steps(upTo commit: ObjectID) -> [BriefTrace.Step] {
    var wanted: Set<ObjectID> = [commit]
    var result: [BriefTrace.Step] = []
    for step in history.steps.prefix((steps[commit] ?? -1) + 1).reversed()
    where wanted.remove(step.commit) != nil {
      result.append(step)
      wanted.formUnion(history.order.before(step))
    }
    return result
  }

  /// The lives that had begun by a commit, in the order in which they began: the newest commit of
  /// each, and what took it out of the tree.
  ///
  /// `past` has all commits up to that one; nil where every commit of the history is one of them.
  func lives(
    at commit: ObjectID, _ past: Set<ObjectID>?
  ) -> [(tip: ObjectID, departure: Departure?)] {
    let present = history.life(of: commit)
    var ends: [Int: End] = [:]
    if let present, let place = steps[commit] {
      ends[present] = End(place: place, lastChange: 0, departure: nil)
    }
    for departure in departures where past?.contains(departure.commit) ?? true {
      guard let life = history.life(of: departure.last), life != present,
        let place = steps[departure.last]
      else { continue }
      let changes = history.newestChanges(at: departure.last).values.joined()
      let end = End(place: place, lastChange: changes.max() ?? 0, departure: departure)
      // Of the two sides of a merge that left the brief out, the one that changed it last counts.
      if let other = ends[life],
        (other.lastChange, other.place) > (end.lastChange, end.place)
      {
        continue
      }
      ends[life] = end
    }
    return numberedLives.compactMap { ends[$0] }.map { end in
      (history.steps[end.place].commit, end.departure)
    }
  }

  /// Where a life ends: the last step of it, and the last change up to there.
  private struct End {
    let place: Int
    let lastChange: Int
    let departure: Departure?
  }

  /// Which life a commit is in, from 1, in the order in which they began.
  func number(ofLifeWith commit: ObjectID) -> Int {
    (history.life(of: commit).flatMap { numberedLives.firstIndex(of: $0) } ?? 0) + 1
  }

  /// The lives in the order in which they began.
  private var numberedLives: [Int] {
    var order: [Int] = []
    for step in history.steps {
      if let life = history.life(of: step.commit), !order.contains(life) { order.append(life) }
    }
    return order
  }
}

extension Repository {
  /// Those of some paths at which a commit has a brief; else those at which files stand that cannot
  /// be read.
  fileprivate func paths(
    of id: String, among paths: [[UInt8]], in commit: ObjectID, _ store: BlobStore
  ) throws(GitError) -> [[UInt8]] {
    let tree = try outline(of: commit).tree
    var found: [[UInt8]] = []
    var unread: [[UInt8]] = []
    for path in paths where !found.contains(path) {
      guard let entry = try entry(at: path, inTree: tree) else { continue }
      do throws(GitError) {
        if try store.brief(entry)?.id?.utf8.elementsEqual(id.utf8) ?? false { found.append(path) }
      } catch {
        unread.append(path)
      }
    }
    return found.isEmpty ? unread : found
  }
}
