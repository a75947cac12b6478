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
  func read(_ places: ArraySlice<FoundPlace>) throws(GitError) -> [SearchAnswer.Place] {
    let tree = try repository.outline(of: tip).tree
    let unpacked = try UnpackedBlobs.unpack(blobs(of: places, inTree: tree), of: repository)
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
      Result { () throws(GitError) in try reading.read(briefs[number].map { places[$0] }) }
    }
    var read = [SearchAnswer.Place](
      repeating: SearchAnswer.Place([], of: .gone), count: places.count)
    for (indices, result) in zip(briefs, results) {
      for (index, place) in zip(indices, try result.get()) {
        read[index - places.startIndex] = place
      }
    }
    return read
  }

  /// The files that will be read: those that brought the texts in, and where they may stand now.
  private func blobs(
    of places: ArraySlice<FoundPlace>, inTree tree: ObjectID
  ) throws(GitError) -> Set<ObjectID> {
    var blobs: Set<ObjectID> = []
    var paths: Set<[UInt8]> = []
    for place in places {
      for hit in place.hits { if let origin = hit.origins.first { blobs.insert(origin.blob) } }
      paths.insert(place.path)
    }
    for path in paths {
      if let entry = try repository.entry(at: path, inTree: tree) { blobs.insert(entry.id) }
    }
    return blobs
  }
}

extension ArraySlice<FoundPlace> {
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
