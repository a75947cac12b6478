internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// Reads the texts of one brief after the other, each file once.
struct PlaceReading {
  private let cuts: [ObjectID: Bool]
  private let store: BlobStore
  private let all: SearchWords
  private let single: [SearchWords]
  private var present: PresentTexts
  private var deeds: DeedReader

  /// The texts of the file that was read last.
  private var file: (id: ObjectID, texts: PlacedTexts)?

  init(
    words: [String], cuts: [ObjectID: Bool], store: BlobStore, present: PresentTexts,
    deeds: DeedReader
  ) {
    self.cuts = cuts
    self.store = store
    self.present = present
    self.deeds = deeds
    all = SearchWords(words.joined(separator: " "))
    single = all.words.map { SearchWords(String(decoding: $0, as: UTF8.self)) }
  }

  /// What stands of some items and sections of one brief, in their order.
  mutating func read(_ places: [FoundPlace]) throws(GitError) -> [SearchAnswer.Place] {
    // Briefs have few commits in common.
    if deeds.count > 4_096 { deeds = DeedReader(deeds.repository) }
    var texts = places.map { [SearchAnswer.Text?](repeating: nil, count: $0.hits.count) }
    for (place, number, hit, origin) in places.hitsByFile {
      texts[place][number] = try text(of: hit, origin, near: places[place].path)
    }
    guard let first = places.first else { return [] }
    let state = try present.state(of: first.brief, near: first.path)
    return texts.map { SearchAnswer.Place($0.compactMap { $0 }, of: state) }
  }

  /// What some items and sections of one brief are counted as, in their order; nil where nothing
  /// stands of one.
  mutating func outcomes(
    of places: [FoundPlace]
  ) throws(GitError) -> [SearchAnswer.Outcome?] {
    try places.map { (place) throws(GitError) in
      if let known = try present.outcome(of: place) { return known }
      return try read([place]).first { !$0.texts.isEmpty }?.outcome
    }
  }

  /// What an index found, as git's objects have it; nil where they do not, or where it is a record
  /// that was added to since, and so is found as it is now.
  private mutating func text(
    of hit: HistoryIndex.Hit, _ origin: HistoryIndex.Hit.Origin, near path: [UInt8]
  ) throws(GitError) -> SearchAnswer.Text? {
    try open(origin.blob)
    guard let text = file?.texts.text(at: hit.place, spelt: hit.spelling),
      all.match(SearchWords(text.words).joined[...])
    else { return nil }
    let lines = text.lines.filter { line in
      let words = SearchWords(line).joined
      return single.contains { $0.match(words[...]) }
    }
    guard
      let now = try present.end(
        of: text, at: hit.place, holding: lines, in: hit.brief, near: path)
    else { return nil }
    let cut = hit.origins.last.flatMap { cuts[$0.commit] }
    return SearchAnswer.Text(
      brief: hit.brief, place: hit.place, title: text.shownTitle, lines: lines, words: text.words,
      origins: hit.origins.map { deeds.deed($0.commit) },
      isCutShort: cut != nil, isBehindUnread: cut ?? false,
      fate: now.fate, withdrawn: now.withdrawn, fields: text.fields)
  }

  private mutating func open(_ blob: ObjectID) throws(GitError) {
    guard file?.id != blob else { return }
    let brief = try store.brief(TreeEntry(name: [], mode: .regular, id: blob))
    file = (blob, PlacedTexts(of: brief))
  }
}

extension [FoundPlace] {
  /// All hits with the place that each is of and its number there, those of one file together.
  fileprivate var hitsByFile:
    [(place: Int, number: Int, hit: HistoryIndex.Hit, origin: HistoryIndex.Hit.Origin)]
  {
    let hits = enumerated().flatMap { place, found in
      found.hits.enumerated().compactMap { number, hit in
        hit.origins.first.map { (place: place, number: number, hit: hit, origin: $0) }
      }
    }
    return hits.sorted { left, right in
      if left.origin.blob != right.origin.blob { return left.origin.blob < right.origin.blob }
      return (left.place, left.number) < (right.place, right.number)
    }
  }
}
