internal import Briefs
internal import Git
internal import Workspace

/// Reads in git's objects what an index found, on all cores.
struct SearchReading {
  let repository: Repository

  /// The commit whose history was searched.
  let tip: ObjectID
  let words: [String]

  /// The commits with something that cannot be read, each with whether history goes on before it.
  let cuts: [ObjectID: Bool]

  /// What stands of some items and sections, in their order.
  func read(_ places: [FoundPlace]) throws(GitError) -> [SearchAnswer.Place] {
    let origins = places.lazy.flatMap(\.hits).compactMap { $0.origins.first?.blob }
    return try each(of: places, unpacking: Set(origins)) { reading, own throws(GitError) in
      try reading.read(own)
    }
  }

  /// What some items and sections are counted as, in their order; nil where nothing stands of one.
  ///
  /// Only the briefs of the tree are read for it: what an index found there is known again by its
  /// spelling, and what it did not find there has ended.
  func outcomes(of places: [FoundPlace]) throws(GitError) -> [SearchAnswer.Outcome?] {
    try each(of: places, unpacking: []) { reading, own throws(GitError) in
      try reading.outcomes(of: own)
    }
  }

  /// The answers on some items and sections, asked for brief by brief.
  private func each<Answer: Sendable>(
    of places: [FoundPlace], unpacking origins: Set<ObjectID>,
    _ answer: @Sendable (inout PlaceReading, [FoundPlace]) throws(GitError) -> [Answer]
  ) throws(GitError) -> [Answer] {
    let tree = try repository.outline(of: tip).tree
    let unpacked = try UnpackedBlobs.unpack(
      origins.union(present(of: places, in: tree)), of: repository)
    let briefs = places.indicesByBrief
    let results = try Workers.map(
      briefs.count, portion: 32, of: repository,
      start: { [words, cuts] repository in
        let store = BlobStore(repository: repository, keeping: 16, unpacked: unpacked)
        return PlaceReading(
          words: words, cuts: cuts, store: store,
          present: PresentTexts(
            tree: tree, repository: repository, store: store, isWhole: cuts.isEmpty),
          deeds: DeedReader(repository))
      }
    ) { reading, number in
      Result { () throws(GitError) in try answer(&reading, briefs[number].map { places[$0] }) }
    }
    var answers = [Answer?](repeating: nil, count: places.count)
    for (indices, result) in zip(briefs, results) {
      for (index, answer) in zip(indices, try result.get()) { answers[index] = answer }
    }
    return answers.compactMap { $0 }
  }

  /// The files at which the briefs may stand now.
  private func present(
    of places: [FoundPlace], in tree: ObjectID
  ) throws(GitError) -> Set<ObjectID> {
    var blobs: Set<ObjectID> = []
    for path in Set(places.map(\.path)) {
      if let entry = try repository.entry(at: path, inTree: tree) { blobs.insert(entry.id) }
    }
    return blobs
  }
}

extension [FoundPlace] {
  /// The positions of those of each brief, the briefs in the order of their first.
  fileprivate var indicesByBrief: [[Int]] {
    var result: [[Int]] = []
    var numbers: [String?: Int] = [:]
    for index in indices {
      let brief = self[index].brief
      if let number = numbers[brief] {
        result[number].append(index)
      } else {
        numbers[brief] = result.count
        result.append([index])
      }
    }
    return result
  }
}
