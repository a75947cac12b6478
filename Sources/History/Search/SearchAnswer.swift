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
    var texts = [Text?](repeating: nil, count: found.hits.count)
    for place in found.hits.indicesByFile {
      texts[place] = try reading.text(of: found.hits[place])
    }
    var places: [FoundPlace] = []
    for text in texts.compactMap({ $0 }) {
      if let last = places.last?.texts.last, last.brief == text.brief, last.place == text.place {
        places[places.count - 1].add(text)
      } else {
        places.append(FoundPlace(text))
      }
    }
    self.init(
      words: words, tip: tip, texts: places.flatMap { $0.texts.sorted { $0.comes(before: $1) } },
      gaps: (found.cuts.map { HistoryGap($0, affecting: "what was written there") }
        + reading.gaps).merged())
  }
}

/// The texts that were found at one place of a brief.
private struct FoundPlace {
  private(set) var texts: [SearchAnswer.Text] = []
  private var known: [[[UInt8]]: Int] = [:]

  init(_ text: SearchAnswer.Text) { add(text) }

  /// Adds a text; one that differs from another only in what was not looked for is put to that.
  mutating func add(_ text: SearchAnswer.Text) {
    let lines = text.lines.map { Array($0.utf8) }
    if let other = known[lines] {
      texts[other] = texts[other].joined(with: text)
    } else {
      known[lines] = texts.count
      texts.append(text)
    }
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

extension [HistoryIndex.Hit] {
  /// The places of the hits, those of one brief together and among them those of one file.
  fileprivate var indicesByFile: [Int] {
    var order: [String?: Int] = [:]
    for hit in self where order[hit.brief] == nil { order[hit.brief] = order.count }
    return indices.sorted { left, right in
      let (first, second) = (self[left], self[right])
      let (brief, other) = (order[first.brief] ?? 0, order[second.brief] ?? 0)
      guard brief == other, let file = first.origins.first?.blob,
        let otherFile = second.origins.first?.blob, file != otherFile
      else { return (brief, left) < (other, right) }
      return file < otherFile
    }
  }
}

/// Reads the texts that were found; where those of one brief and of one file follow each other, each
/// file once.
private struct SearchReading {
  let repository: Repository
  let tip: ObjectID
  let words: [String]

  /// The commits before which history cannot be read.
  let cuts: Set<ObjectID>

  private let store: BlobStore
  private var deeds: DeedReader

  /// The texts of the file that was read last.
  private var file: (id: ObjectID, texts: PlacedTexts)?

  /// The texts of the brief that was asked about last, as the tip has it.
  private var present: (brief: String, texts: PlacedTexts)?

  init(repository: Repository, tip: ObjectID, words: [String], cuts: Set<ObjectID>) {
    self.repository = repository
    self.tip = tip
    self.words = words
    self.cuts = cuts
    store = BlobStore(repository: repository, keeping: 100)
    deeds = DeedReader(repository)
  }

  var gaps: [HistoryGap] { deeds.gaps }

  mutating func text(of hit: HistoryIndex.Hit) throws(GitError) -> SearchAnswer.Text? {
    guard let origin = hit.origins.first,
      let text = try texts(of: origin.blob).text(at: hit.place, spelt: hit.spelling),
      text.words.holdsAll(words)
    else { return nil }
    let lines = text.lines.filter { $0.holdsOne(of: words) }
    let standing = try hit.brief.flatMap { (id) throws(GitError) in
      try presentTexts(of: id, near: origin.path).text(at: hit.place, holding: lines)
    }
    return SearchAnswer.Text(
      brief: hit.brief, place: hit.place, title: text.title, lines: lines, words: text.words,
      origins: hit.origins.map { deeds.deed($0.commit) },
      isCutShort: hit.origins.last.map { cuts.contains($0.commit) } ?? false,
      stands: standing != nil, withdrawn: standing?.withdrawn)
  }

  private mutating func texts(of blob: ObjectID) throws(GitError) -> PlacedTexts {
    if let file, file.id == blob { return file.texts }
    let brief = try store.brief(TreeEntry(name: [], mode: .regular, id: blob))
    let texts = PlacedTexts(of: brief)
    file = (blob, texts)
    return texts
  }

  private mutating func presentTexts(
    of id: String, near path: [UInt8]
  ) throws(GitError) -> PlacedTexts {
    if let present, present.brief == id { return present.texts }
    var trace = BriefTrace(of: id, in: repository, store)
    let isThere = try trace.begin(at: tip, near: path)
    let brief =
      try isThere
      ? trace.nextStep().map { (step) throws(GitError) in
        try trace.brief(of: step)
      } : nil
    let texts = PlacedTexts(of: brief)
    present = (id, texts)
    return texts
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
