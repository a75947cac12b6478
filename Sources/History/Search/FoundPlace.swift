internal import Git

/// An item or a section of which an index says that it holds some words, with its wordings that do.
struct FoundPlace: Sendable {
  /// The wordings; there is one at least.
  let hits: ArraySlice<HistoryIndex.Hit>

  /// The brief's id; nil where no file ever said one.
  var brief: String? { hits.first?.brief }

  /// Where its file may stand now.
  var path: [UInt8] { hits.first?.origins.first?.path ?? [] }
}

extension [HistoryIndex.Hit] {
  /// The items and sections to which the hits belong, in their order.
  var places: [FoundPlace] {
    var places: [FoundPlace] = []
    var start = 0
    while start < count {
      let subject = self[start].subject
      var end = start + 1
      while end < count, self[end].subject == subject { end += 1 }
      places.append(FoundPlace(hits: self[start..<end]))
      start = end
    }
    return places
  }
}
