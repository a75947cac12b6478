internal import Briefs
internal import Git
internal import Synchronization

/// What rules ask of the history behind a work tree, of one brief after another.
///
/// The repository is opened anew when the first rule asks, since rules run on several threads. What
/// cannot be read is as good as unknown here: the rule says so.
final class HeadHistory: Sendable {
  private struct Opened {
    let repository: Repository
    let store: BlobStore

    /// The files that changed in each period that was asked about.
    var changed: [CalendarDate: Set<[UInt8]>?] = [:]
  }

  private let head: ObjectID?
  private let place: RepositoryPlace
  private let opened = Mutex<Opened?>(nil)

  init(behind head: ObjectID?, of repository: Repository) {
    self.head = head
    place = repository.place
  }

  /// The newest committed version of a brief whose words an approval covers.
  func version(of id: String, near path: [UInt8], coveredBy approval: Approval) -> Brief? {
    ask { (head, opened) throws(GitError) in
      var trace = try BriefTrace(
        of: id, near: path, from: [head], in: opened.repository, opened.store)
      return try trace.nextVersion(coveredBy: approval)?.brief
    }
  }

  /// A day since which a committed brief has been in review; days before one need not be told apart.
  func startOfReview(
    of id: String, near path: [UInt8], noneBefore day: CalendarDate
  ) -> CalendarDate? {
    ask { (head, opened) throws(GitError) in
      if opened.changed[day] == nil {
        opened.changed[day] = .some(
          try opened.repository.filesChanged(after: day, upTo: head))
      }
      guard let changed = opened.changed[day].flatMap({ $0 }) else { return nil }
      let tree = try opened.repository.commit(head).tree
      if !changed.contains(path), let entry = try opened.repository.entry(at: path, inTree: tree) {
        return try opened.store.brief(entry)?.status == .review ? day : nil
      }
      var trace = try BriefTrace(
        of: id, near: path, from: [head], in: opened.repository, opened.store)
      return try trace.startOfReview(noneBefore: day, upTo: head)
    }
  }

  private func ask<Answer: Sendable>(
    _ question: (ObjectID, inout Opened) throws(GitError) -> Answer?
  ) -> Answer? {
    guard let head else { return nil }
    return opened.withLock { opened in
      do throws(GitError) {
        if opened == nil {
          let repository = try place.open()
          opened = Opened(repository: repository, store: BlobStore(repository: repository))
        }
        guard var known = opened else { return nil }
        defer { opened = known }
        return try question(head, &known)
      } catch {
        return nil
      }
    }
  }
}

extension Repository {
  /// The files that commits after a day changed, by the committers' clocks; nil where there are more
  /// commits than can be looked into.
  fileprivate func filesChanged(
    after day: CalendarDate, upTo head: ObjectID
  ) throws(GitError) -> Set<[UInt8]>? {
    let start = Int64(day.addingDays(1).dayNumber) * 86_400
    var paths: Set<[UInt8]> = []
    var pending = [(id: head, patience: Repository.patience)]
    var seen: Set<ObjectID> = [head]
    while let (id, patience) = pending.popLast() {
      let commit = try outline(of: id)
      // One clock that was wrong does not hide what was done before.
      let left = commit.seconds >= start ? Repository.patience : patience - 1
      guard left > 0 else { continue }
      guard seen.count <= Repository.changeLimit else { return nil }
      for parent in commit.parents {
        try changes(from: try outline(of: parent).tree, to: commit.tree) { paths.insert($0.path) }
        if seen.insert(parent).inserted { pending.append((parent, left)) }
      }
    }
    return paths
  }

  /// As many older commits in a row are looked into as well.
  private static let patience = 5

  /// As many commits of the last days are looked into.
  private static let changeLimit = 5_000
}
