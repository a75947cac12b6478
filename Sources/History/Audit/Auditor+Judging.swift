internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules
internal import Workspace

extension Auditor {
  /// What the rules find in a history.
  struct Findings {
    /// By the commit's position; a commit without a finding is not listed.
    var findings: [Int: Result<[Diagnostic], GitError>] = [:]

    /// All paths of all trees; nil where not all of them are known.
    let table: PathTable?

    /// Which briefs come after which; nil where not all of them could be read.
    let successions: Successions?
  }

  /// Judges what each commit touches, then the briefs that come after those, which takes knowing
  /// all versions.
  func judged(_ commits: [AuditedCommit], _ meter: Meter) throws(GitError) -> Findings {
    let table = PathTable(of: commits)
    let order = Self.orderByBrief(commits)
    let readings = try readings(of: commits, in: order, table, meter)
    let successions = Successions(of: readings)
    var result = Findings(table: table, successions: successions)
    var unfinished: [Int] = []
    for (position, reading) in zip(order, readings) {
      switch reading.verdict {
      case .failure(let error)?: result.findings[position] = .failure(error)
      case .success(let verdict)?:
        let errors = verdict.diagnostics.filter { $0.severity == .error }
        if !errors.isEmpty { result.findings[position] = .success(errors) }
        if successions?.follow(anyOf: verdict.gainingBriefs) ?? !verdict.gainingBriefs.isEmpty {
          unfinished.append(position)
        }
      case nil: break
      }
    }
    let later = try laterFindings(of: commits, at: unfinished, table, successions)
    for (position, errors) in zip(unfinished, later) {
      if case .success(let none) = errors, none.isEmpty { continue }
      let known = result.findings[position] ?? .success([])
      result.findings[position] = known.flatMap { first in errors.map { (first + $0).sorted() } }
    }
    return result
  }

  /// The positions of commits, those about one brief together and in the order of history.
  private static func orderByBrief(_ commits: [AuditedCommit]) -> [Int] {
    Dictionary(grouping: commits.indices, by: { commits[$0].firstPath })
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap(\.value)
  }

  private func readings(
    of commits: [AuditedCommit], in order: [Int], _ table: PathTable?, _ meter: Meter
  ) throws(GitError) -> [CommitReading] {
    let places = BriefPlaces(uniting: Set(commits.flatMap(\.everyPlace)))
    let contents = Set(commits.lazy.flatMap { $0.contents(in: places) })
    let unpacked = try UnpackedBlobs.unpack(contents, of: repository)
    return try Workers.map(
      order.count, portion: max(64, min(2_048, order.count / 16)), of: repository,
      start: { repository in
        ChangeJudge(
          repository: repository, concern: .errors,
          store: BlobStore(repository: repository, keeping: 256, unpacked: unpacked), table: table)
      }, report: { meter.add($0) }
    ) { judge, index in
      CommitReading(of: commits[order[index]], by: judge, places)
    }
  }

  private func laterFindings(
    of commits: [AuditedCommit], at positions: [Int], _ table: PathTable?,
    _ successions: Successions?
  ) throws(GitError) -> [Result<[Diagnostic], GitError>] {
    try Workers.map(
      positions.count, portion: 64, of: repository,
      start: { repository in
        ChangeJudge(
          repository: repository, concern: .errors,
          store: BlobStore(repository: repository, keeping: 256, successions: successions),
          table: table)
      }
    ) { judge, index in
      guard case .ready(let change) = commits[positions[index]].preparation else {
        return .success([])
      }
      return Result { () throws(GitError) in
        try judge.verdictOnLaterBriefs(of: change).filter { $0.severity == .error }
      }
    }
  }
}

/// What the first look at a commit found.
private struct CommitReading: Sendable {
  /// What is wrong with what it touches; nil where nothing judges it.
  let verdict: Result<FirstVerdict, GitError>?

  /// Which briefs the versions that it brings come after; nil where not all of them can be read.
  let predecessors: Successions.Names?

  init(of commit: AuditedCommit, by judge: ChangeJudge, _ places: BriefPlaces) {
    if case .ready(let change) = commit.preparation {
      verdict = Result { () throws(GitError) in try judge.firstVerdict(on: change) }
      predecessors = try? judge.predecessors(in: change, places)
    } else {
      verdict = nil
      predecessors = commit.arrivals.flatMap { try? judge.predecessors(in: $0, places) }
    }
  }
}

extension Successions {
  /// What all commits brought; nil where that of any is not known.
  fileprivate init?(of readings: [CommitReading]) {
    var all: Names = [:]
    for reading in readings {
      guard let names = reading.predecessors else { return nil }
      if !names.isEmpty { all.merge(names) { first, _ in first } }
    }
    self.init(all)
  }
}

extension PathTable {
  /// The paths of all trees of a history; nil where not all of them are known.
  fileprivate init?(of commits: [AuditedCommit]) {
    self.init()
    for commit in commits {
      guard let arrivals = commit.arrivals else { return nil }
      for (path, _) in arrivals { insert(path) }
      if case .ready(let change) = commit.preparation {
        for path in change.changedPaths { insert(path) }
        for path in change.departedPaths { noteDeparture(of: path) }
      }
    }
  }
}

extension AuditedCommit {
  /// Where briefs were, or are from then on.
  fileprivate var everyPlace: [BriefPlaces] {
    if case .ready(let change) = preparation { change.everyPlace } else { [] }
  }

  /// The contents that it brings to files in some places.
  fileprivate func contents(in places: BriefPlaces) -> [ObjectID] {
    if case .ready(let change) = preparation { change.contents(in: places) } else { [] }
  }

  /// The first path that it touches; empty where that is not known.
  fileprivate var firstPath: [UInt8] {
    if case .ready(let change) = preparation { change.firstPath } else { [] }
  }
}
