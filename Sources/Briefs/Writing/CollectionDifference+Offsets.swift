extension CollectionDifference {
  /// The places of the elements that are gone, in the collection before.
  var removedOffsets: Set<Int> { Set(removals.map(\.offset)) }

  /// The places of the elements that are new, in the collection after.
  var insertedOffsets: Set<Int> { Set(insertions.map(\.offset)) }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
    }
  }
}
