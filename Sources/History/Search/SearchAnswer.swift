internal import Briefs
internal import Diagnostics
package import Git
internal import Workspace

/// The items and sections of summaries, of a history, in which some words stand.
package struct SearchAnswer: Sendable {
  /// An item or a section that was found, in one wording of what holds the words.
  package struct Text: Sendable {
    /// The brief's id; nil where its file never said one.
    package let brief: String?

    /// What it belongs to.
    package let place: WordingPlace

    /// What an item is known by; empty for a section.
    package let title: String

    /// The lines of it that hold the words looked for.
    package let lines: [String]

    /// The whole text to the word: an item's words, or those of a section.
    package let words: String

    /// Where those lines were brought in, the newest first.
    package let origins: [Deed]

    /// Whether they may be older than that: what was before it cannot be read.
    package let isCutShort: Bool

    /// Whether the lines stand in the brief now.
    package let stands: Bool

    /// Why the item was withdrawn that has them now; nil where it was not.
    package let withdrawn: String?
  }

  /// What was looked for.
  package let words: [String]

  /// The commit whose history was searched.
  package let tip: ObjectID

  /// The texts, brief by brief; of one place what stands first, and then the newest.
  package let texts: [Text]

  /// What could not be searched.
  package let gaps: [HistoryGap]
}

extension SearchAnswer {
  /// Reads what an index found in git's objects; what does not stand there is left out.
  package init(
    _ found: IndexAnswer, to words: [String], from tip: ObjectID, in repository: Repository
  ) throws(GitError) {
    var reading = SearchReading(
      repository: repository, tip: tip, words: words, cuts: Set(found.cuts.map(\.commit)))
    var places: [[Text]] = []
    for hit in found.hits {
      guard let text = try reading.text(of: hit) else { continue }
      if let last = places.last?.last, last.brief == text.brief, last.place == text.place {
        places[places.count - 1].add(text)
      } else {
        places.append([text])
      }
    }
    self.init(
      words: words, tip: tip, texts: places.flatMap { $0.sorted { $0.comes(before: $1) } },
      gaps: (found.cuts.map { HistoryGap($0, affecting: "what was written there") }
        + reading.gaps).merged())
  }
}

extension [SearchAnswer.Text] {
  /// Adds a text; one that differs from another only in what was not looked for is put to that.
  fileprivate mutating func add(_ text: SearchAnswer.Text) {
    let other = firstIndex { other in
      other.lines.map { [UInt8]($0.utf8) } == text.lines.map { [UInt8]($0.utf8) }
    }
    guard let other else { return append(text) }
    self[other] = self[other].joined(with: text)
  }
}

extension SearchAnswer.Text {
  /// The same lines with the rest of the text as it was last.
  fileprivate func joined(with other: Self) -> Self {
    let newer = other.newest > newest ? other : self
    let older = other.oldest < oldest ? other : self
    return Self(
      brief: brief, place: place, title: newer.title, lines: lines, words: newer.words,
      origins: (origins + other.origins).sorted { $0.committed > $1.committed },
      isCutShort: older.isCutShort, stands: stands, withdrawn: withdrawn)
  }

  fileprivate func comes(before other: Self) -> Bool {
    stands == other.stands ? oldest > other.oldest : stands
  }

  private var newest: Int64 { origins.first?.committed ?? .min }
  private var oldest: Int64 { origins.last?.committed ?? .min }
}

extension Deed {
  fileprivate var committed: Int64 { committer?.seconds ?? .min }
}

/// Reads the texts that were found, each file once.
private struct SearchReading {
  let repository: Repository
  let tip: ObjectID
  let words: [String]

  /// The commits before which history cannot be read.
  let cuts: Set<ObjectID>

  private let store: BlobStore
  private var deeds: DeedReader
  private var present: [String: Brief?] = [:]

  init(repository: Repository, tip: ObjectID, words: [String], cuts: Set<ObjectID>) {
    self.repository = repository
    self.tip = tip
    self.words = words
    self.cuts = cuts
    store = BlobStore(repository: repository)
    deeds = DeedReader(repository)
  }

  var gaps: [HistoryGap] { deeds.gaps }

  mutating func text(of hit: HistoryIndex.Hit) throws(GitError) -> SearchAnswer.Text? {
    guard let origin = hit.origins.first,
      let brief = try store.brief(
        TreeEntry(name: [], mode: .regular, id: origin.blob)),
      let text = brief.texts(of: hit.place).first(where: { $0.words.holdsAll(words) })
    else { return nil }
    let lines = text.lines.filter { $0.holdsOne(of: words) }
    let now = try hit.brief.flatMap { (id) throws(GitError) in try self.brief(id, near: origin.path)
    }
    let standing = now?.texts(of: hit.place).first { $0.holds(lines) }
    return SearchAnswer.Text(
      brief: hit.brief, place: hit.place, title: text.title, lines: lines, words: text.words,
      origins: hit.origins.map { deeds.deed($0.commit) },
      isCutShort: hit.origins.last.map { cuts.contains($0.commit) } ?? false,
      stands: standing != nil, withdrawn: standing?.withdrawn)
  }

  /// The brief as the tip has it.
  private mutating func brief(_ id: String, near path: [UInt8]) throws(GitError) -> Brief? {
    if let known = present[id] { return known }
    var trace = BriefTrace(of: id, in: repository, store)
    let isThere = try trace.begin(at: tip, near: path)
    let brief =
      try isThere
      ? trace.nextStep().map { (step) throws(GitError) in
        try trace.brief(of: step)
      } : nil
    present[id] = .some(brief)
    return brief
  }
}

/// The text of an item or of a section.
private struct PlacedText {
  var title = ""
  let words: String
  var withdrawn: String?

  var lines: [String] { words.split(separator: "\n").map { String($0) } }

  /// Whether some lines are all among its own.
  func holds(_ lines: [String]) -> Bool {
    Set(self.lines.map { Array($0.utf8) }).isSuperset(of: lines.map { Array($0.utf8) })
  }
}

extension Brief {
  /// All texts at a place.
  fileprivate func texts(of place: WordingPlace) -> [PlacedText] {
    switch place {
    case .account: [fields.string(.account)].compactMap { $0 }.map { PlacedText(words: $0) }
    case .predecessor: fields.list(.after).map { PlacedText(words: $0.string) }
    case .item(let list, let id):
      items.filter { $0.list == list && $0.id == id }.map { item in
        PlacedText(
          title: item.telling?.string ?? "", words: item.searchText,
          withdrawn: item.string(.withdrawn))
      }
    case .section(let heading):
      SummaryText.sections(of: source.bytes[body]).filter { $0.heading == heading }
        .map { PlacedText(words: $0.text) }
    }
  }
}

extension String {
  /// Whether each of some words begins a word of the text.
  fileprivate func holdsAll(_ words: [String]) -> Bool {
    let folded = SearchWords(self).joined
    return SearchWords(words.joined(separator: " ")).match(folded[...])
  }

  /// Whether any of them does.
  fileprivate func holdsOne(of words: [String]) -> Bool {
    SearchWords(words.joined(separator: " ")).words.contains { word in
      holdsAll([String(decoding: word, as: UTF8.self)])
    }
  }
}
