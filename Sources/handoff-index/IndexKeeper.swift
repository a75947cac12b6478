internal import Git
internal import Glibc
internal import History

/// Brings an index up to date, keeps it, and answers from it.
///
/// Whatever is wrong with the file, the answer is that of the repository: then it is worked out
/// without the file, and one line says so.
struct IndexKeeper {
  let repository: Repository
  let place: IndexPlace
  let say: @Sendable (String) -> Void
  let progress: @Sendable (IndexProgress) -> Void

  init(
    _ repository: Repository, say: @escaping @Sendable (String) -> Void,
    progress: @escaping @Sendable (IndexProgress) -> Void
  ) {
    self.repository = repository
    self.say = say
    self.progress = progress
    place = IndexPlace(in: repository)
  }

  /// Answers a question about a history, and says whether the next one has a file to be answered from.
  func answer(_ request: IndexRequest) throws(GitError) -> (answer: IndexAnswer, isKept: Bool) {
    _ = place.makeFolder()
    let lock: IndexLock
    do throws(IndexLock.Failure) {
      lock = try IndexLock.take(place.lock, secondsAllowed: Self.secondsAllowed) { seconds in
        progress(IndexProgress(phase: .waiting, done: seconds, total: Self.secondsAllowed))
      }
    } catch {
      switch error {
      case .busy: say("another process keeps the index for itself; answering without it")
      case .impossible(let number):
        say("the index cannot be kept (\(String(cString: strerror(number)))); answering without it")
      }
      return (try fresh(request.tip).answer(request), false)
    }
    defer { withExtendedLifetime(lock) {} }
    if let name = place.nameInTheWay {
      say("the index cannot be kept (\(name) is a folder); answering without it")
      return (try fresh(request.tip).answer(request), false)
    }
    do {
      if let known = try known(request) { return known }
    } catch let error as GitError {
      throw error
    } catch {
      say("the index is damaged and is built anew")
    }
    place.clear()
    let index = try fresh(request.tip)
    let isKept = keep(index)
    return (index.answer(request), isKept)
  }

  /// Who keeps it for longer builds a large index, or does not let go of it at all.
  private static let secondsAllowed = 5

  private func fresh(_ tip: ObjectID) throws(GitError) -> HistoryIndex {
    try HistoryIndex(of: tip, in: repository.place, progress: progress)
  }

  /// The answer from the index that is there, brought up to date; nil where it has to be built.
  private func known(_ request: IndexRequest) throws -> (answer: IndexAnswer, isKept: Bool)? {
    guard access(place.database, F_OK) == 0 else { return nil }
    guard StoredChecksum.isRight(place, progress: progress), place.clearBesideDatabase() else {
      throw IndexStore.Damaged()
    }
    let isWritable = access(place.database, W_OK) == 0 && access(place.folder, W_OK) == 0
    let store = try IndexStore(opening: place.database, readOnly: !isWritable)
    var index = try store.base()
    guard !index.isOutgrown(by: repository) else { return nil }
    let countBefore = index.graph.count
    var failure: (any Error)?
    let growth = try index.extend(to: request.tip, in: repository.place) { index, keys in
      do { try store.load(keys, into: &index) } catch { failure = error }
    } progress: { [progress] in
      progress($0)
    }
    if let failure { throw failure }
    switch growth {
    case .rebuilt:
      try store.close()
      guard isWritable else { return (index.answer(request), false) }
      place.clear()
      let isKept = keep(index)
      return (index.answer(request), isKept)
    case .grown(let keys):
      if isWritable { grow(store, index, keys, from: countBefore) }
    case .none: break
    }
    try load(request, from: store, into: &index)
    guard !index.hasLostVersions(in: repository) else { return nil }
    return (index.answer(request), true)
  }

  /// Reads what a question needs besides what was read already.
  private func load(
    _ request: IndexRequest, from store: IndexStore, into index: inout HistoryIndex
  ) throws {
    var keys: [BriefKey]
    switch request {
    case .trace(_, let briefs): keys = briefs.map { .id($0) }
    case .account(_, let name):
      keys = try store.keys(foundBy: HistoryIndex.findingName(ofAccount: name))
    case .successors(_, let brief):
      keys = try store.keys(foundBy: HistoryIndex.findingName(ofSuccessorsOf: brief))
    case .briefs: keys = try store.briefKeys()
    case .search(_, let words): keys = try store.keys(holding: words)
    case .record(_, let path): keys = try store.keys(ofEvidence: Array(path.utf8))
    case .update: keys = []
    }
    try store.load(keys, into: &index)
    // Files without an id are known by their paths, and belong to who else stood there.
    switch request {
    case .trace:
      try store.load(keys.flatMap { index.paths(of: $0) }.map { .path($0) }, into: &index)
    case .search:
      for case .path(let path) in index.keys {
        try store.load(
          store.keys(foundBy: HistoryIndex.findingName(ofPath: path)), into: &index)
      }
    case .account, .successors, .briefs, .record, .update: break
    }
  }

  /// Adds to the file what the index has grown by; where that fails, there is none any more.
  private func grow(
    _ store: IndexStore, _ index: HistoryIndex, _ keys: Set<BriefKey>, from count: Int
  ) {
    guard index.mayBeKept else { return }
    unlink(place.checksum)
    do {
      try store.save(index, keys, commitsFrom: count, progress: progress)
      guard StoredChecksum.write(place, of: place.database, progress: progress) else {
        throw IndexStore.Damaged()
      }
    } catch {
      say("the index could not be written\(reason(error)); it will be built anew")
    }
  }

  /// Writes a new file beside the place of the old one, and puts it there when it is whole; false
  /// where that is not done.
  private func keep(_ index: HistoryIndex) -> Bool {
    guard index.mayBeKept else {
      say(
        "objects of this history are damaged or too large to be checked, so that no index of it is kept"
      )
      return false
    }
    do {
      let store = try IndexStore(creating: place.draft)
      try store.save(index, index.keys, commitsFrom: 0, progress: progress)
      try store.close()
      guard StoredChecksum.write(place, of: place.draft, progress: progress),
        rename(place.draft, place.database) == 0
      else { throw IndexStore.Damaged() }
      return true
    } catch {
      place.clear()
      say("the index could not be written\(reason(error)); answering without it")
      return false
    }
  }

  /// What SQLite says to it, in brackets; what we found ourselves needs no more words.
  private func reason(_ error: any Error) -> String {
    IndexStore.message(of: error).map { " (\($0))" } ?? ""
  }
}
