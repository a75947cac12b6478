internal import Git
internal import Workspace

extension HistoryIndex {
  /// Reads the files that commits changed, and puts what they hold into what is known of the briefs.
  @discardableResult
  mutating func take(
    _ scan: TreeScan, in repository: Repository,
    load: (inout HistoryIndex, Set<BriefKey>) -> Void,
    progress: @Sendable (IndexProgress) -> Void
  ) throws(GitError) -> Set<BriefKey> {
    var wanted: Set<BlobKey> = []
    for change in scan.changes {
      if let old = change.old { wanted.insert(old) }
      if let new = change.new { wanted.insert(new) }
    }
    var facts = try BlobFacts.read(wanted, in: repository, progress: progress)
    faults += scan.faults
    if facts.hasUnhashed { hasUnhashed = true }
    let keys = keys(of: scan.changes, facts)
      .union(scan.records.map { .evidence($0.path) })
    load(&self, keys)
    apply(scan.records)
    if wordings.count == 0 {
      wordings = facts.wordings
    } else {
      var whole = WordingTable(wordings)
      facts.renumber(as: &whole)
      wordings = whole.wordings
    }
    var start = 0
    var commitCount = 0
    while start < scan.changes.count {
      let commit = scan.changes[start].commit
      let end = scan.changes[start...].firstIndex { $0.commit != commit } ?? scan.changes.count
      apply(scan.changes[start..<end], commit, facts)
      start = end
      commitCount += 1
      guard commitCount.isMultiple(of: 512) else { continue }
      progress(IndexProgress(phase: .ordering, done: start, total: scan.changes.count))
    }
    return keys
  }

  private func keys(of changes: [TreeScan.Change], _ facts: BlobFacts) -> Set<BriefKey> {
    var keys: Set<BriefKey> = []
    for change in changes {
      for content in [change.old, change.new] {
        if let key = facts.key(of: content, at: change.path) { keys.insert(key) }
      }
    }
    return keys
  }

  /// Puts in what one commit changed, against each of its parents.
  private mutating func apply(
    _ changes: ArraySlice<TreeScan.Change>, _ commit: Int32, _ facts: BlobFacts
  ) {
    let parentCount = max(1, graph.parents(at: Int(commit)).count)
    var missing: Set<ObjectID> = []
    var results: [Result] = []
    var gone: [(key: BriefKey, path: [UInt8])] = []
    for change in changes {
      for content in [change.old, change.new] {
        guard let id = content?.id, let error = facts.faults[id] else { continue }
        if missing.insert(id).inserted {
          faults.append(Fault(commit: commit, missing: id, error: error))
        }
      }
      if let key = facts.key(of: change.old, at: change.path),
        !gone.contains(where: { $0.key == key && $0.path == change.path })
      {
        gone.append((key, change.path))
      }
      guard let key = facts.key(of: change.new, at: change.path), let content = change.new else {
        continue
      }
      let index = results.firstIndex { $0.key == key && $0.path == change.path }
      if let index {
        results[index].parents += 1
      } else {
        results.append(Result(key: key, path: change.path, content: content))
      }
    }
    for result in results {
      let touch = touch(result.key, commit, result.path, result.content.id)
      // What is as some parent has it was not brought in here.
      guard result.parents == parentCount else { continue }
      let new = facts.parts(of: result.content)
      var known: Set<Int32> = []
      for change in changes {
        guard let key = facts.key(of: change.old, at: change.path) else { continue }
        let isSamePlace = change.path == result.path && (key.isPath || result.key.isPath)
        guard key == result.key || isSamePlace else { continue }
        for text in facts.parts(of: change.old).flatMap({ facts.texts(of: $0) }) {
          // Its words go on under the id; what the id names is new.
          if key == result.key || !wordings.isName(text) { known.insert(text) }
        }
      }
      for text in new.flatMap({ facts.texts(of: $0) }) where known.insert(text).inserted {
        briefs[result.key]?.introduce(text, by: touch)
      }
    }
    for (key, path) in gone where !results.contains(where: { $0.key == key && $0.path == path }) {
      _ = touch(key, commit, path, nil)
    }
  }

  /// Puts in which commits touched files of evidence, each once however many parents differ.
  private mutating func apply(_ records: [(commit: Int32, path: [UInt8])]) {
    for (commit, path) in records {
      let key = BriefKey.evidence(path)
      if briefs[key]?.touches.last?.commit != commit { _ = touch(key, commit, path, nil) }
    }
  }

  private mutating func touch(
    _ key: BriefKey, _ commit: Int32, _ path: [UInt8], _ blob: ObjectID?
  ) -> Int32 {
    briefs[key, default: IndexedBrief()].touch(commit, path, blob)
  }

  /// A file as a commit has it, where some parent has it otherwise.
  private struct Result {
    let key: BriefKey
    let path: [UInt8]
    let content: BlobKey

    /// How many parents have it otherwise.
    var parents = 1
  }
}

extension BriefKey {
  fileprivate var isPath: Bool {
    if case .path = self { return true }
    return false
  }
}

extension BlobFacts {
  /// By what the brief that a file holds is found; nil where it holds none.
  fileprivate func key(of content: BlobKey?, at path: [UInt8]) -> BriefKey? {
    guard let content, let file = files[content], file.isBrief else { return nil }
    return file.name.map { .id(names[Int($0)]) } ?? .path(path)
  }

  /// The parts of a file that have texts.
  fileprivate func parts(of content: BlobKey?) -> ArraySlice<Int32> {
    guard let content, let file = files[content] else { return [] }
    return fileParts[Int(file.parts.lowerBound)..<Int(file.parts.upperBound)]
  }

  /// The texts of a part.
  fileprivate func texts(of part: Int32) -> ArraySlice<Int32> {
    let texts = parts[Int(part)].texts
    return partTexts[Int(texts.lowerBound)..<Int(texts.upperBound)]
  }

  /// Gives texts the numbers that they have in another table.
  fileprivate mutating func renumber(as table: inout WordingTable) {
    let numbers = (0..<Int32(wordings.count)).map { table.number(of: wordings.packed($0)) }
    partTexts = partTexts.map { numbers[Int($0)] }
  }
}
