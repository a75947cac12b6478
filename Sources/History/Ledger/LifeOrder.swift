internal import Briefs
internal import Git
internal import Workspace

/// How the lives of one brief follow one another in the graph of history, whatever the clocks said.
///
/// A life that begins with the very file that was deleted before is that life again: it was
/// interrupted, as by a deletion that somebody took back. So is one that a merge joined with the life
/// before it: the merge has both, and did not lose what was deleted and not brought back.
struct LifeOrder {
  /// The steps of the brief's trace, each behind its parents and behind the lives that ended before
  /// it.
  private(set) var steps: [BriefTrace.Step] = []

  /// The deletions that the beginning of a life takes back.
  private(set) var takenBack: [ObjectID: [Departure]] = [:]

  /// The lives that had ended where one begins: the last commit of each.
  private var ended: [ObjectID: [ObjectID]] = [:]

  init(_ trace: BriefTrace, _ departures: [Departure], in repository: Repository) {
    var trace = trace
    var newestFirst: [BriefTrace.Step] = []
    while let step = trace.nextStep() { newestFirst.append(step) }
    let given = Array(newestFirst.reversed())
    let places = given.places
    let beginnings = given.filter(\.earlierCommits.isEmpty)
    let lines = ConnectedLines(of: given, places)
    // A brief with one beginning has one life.
    for beginning in beginnings where beginnings.count > 1 {
      for departure in departures {
        // What cannot be read is named where history is followed; here it proves no order.
        let isBefore = try? repository.isAncestor(departure.commit, of: beginning.commit)
        guard isBefore ?? false, let place = places[departure.last] else { continue }
        ended[beginning.commit, default: []].append(departure.last)
        if given[place].hasSameFile(as: beginning)
          || lines.areJoined(departure.last, beginning.commit)
        {
          takenBack[beginning.commit, default: []].append(departure)
        }
      }
    }
    steps = inOrder(given, places)
  }

  /// The commits that a step follows: its parents, and where it takes a deletion back, the last that
  /// had the brief.
  func before(_ step: BriefTrace.Step) -> [ObjectID] {
    step.earlierCommits + (takenBack[step.commit] ?? []).map(\.last)
  }

  /// Those of some steps, the newest of which is first, that are a step or follow it.
  func steps(of steps: [BriefTrace.Step], from first: BriefTrace.Step) -> [BriefTrace.Step] {
    var following: Set<ObjectID> = [first.commit]
    for step in steps.reversed() where before(step).contains(where: following.contains) {
      following.insert(step.commit)
    }
    return steps.filter { following.contains($0.commit) }
  }

  private func inOrder(
    _ given: [BriefTrace.Step], _ places: [ObjectID: Int]
  ) -> [BriefTrace.Step] {
    if ended.isEmpty { return given }
    var isPlaced = [Bool](repeating: false, count: given.count)
    var result: [BriefTrace.Step] = []
    for start in given.indices {
      var waiting = [start]
      while let place = waiting.last {
        let step = given[place]
        let earlier = (step.earlierCommits + (ended[step.commit] ?? [])).compactMap { places[$0] }
          .filter { !isPlaced[$0] }
        if isPlaced[place] || earlier.isEmpty {
          waiting.removeLast()
          if !isPlaced[place] { result.append(step) }
          isPlaced[place] = true
        } else {
          waiting += earlier
        }
      }
    }
    return result
  }
}

/// Which commits of a trace hang together by parents that have the brief.
private struct ConnectedLines {
  private var roots: [Int]
  private let places: [ObjectID: Int]

  init(of steps: [BriefTrace.Step], _ places: [ObjectID: Int]) {
    roots = Array(steps.indices)
    self.places = places
    for (place, step) in steps.enumerated() {
      for parent in step.earlierCommits.compactMap({ places[$0] }) {
        roots[root(of: parent)] = root(of: place)
      }
    }
  }

  func areJoined(_ first: ObjectID, _ second: ObjectID) -> Bool {
    guard let first = places[first], let second = places[second] else { return false }
    return root(of: first) == root(of: second)
  }

  private func root(of place: Int) -> Int {
    var place = place
    while roots[place] != place { place = roots[place] }
    return place
  }
}

extension [BriefTrace.Step] {
  /// Where each commit stands.
  var places: [ObjectID: Int] {
    var places: [ObjectID: Int] = [:]
    for (place, step) in enumerated() { places[step.commit] = place }
    return places
  }
}
