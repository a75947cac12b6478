internal import Briefs
internal import Diagnostics
package import Git
internal import Workspace

/// The items and sections of summaries, of all that ever were, in which some words stand.
package struct SearchAnswer: Sendable {
  /// A text that was found.
  package struct Text: Sendable {
    /// The brief's id; nil where its file never said one.
    package let brief: String?

    /// What it belongs to.
    package let place: WordingPlace

    /// The text to the word: an item's words, or those of a section.
    package let words: String

    /// Where it was brought in, the newest first.
    package let origins: [Deed]

    /// Whether it stands in the brief now.
    package let stands: Bool
  }

  /// What was looked for.
  package let words: [String]

  /// The commit whose history was searched.
  package let tip: ObjectID

  /// The texts, brief by brief.
  package let texts: [Text]

  /// What could not be searched.
  package let gaps: [HistoryGap]
}

extension SearchAnswer {
  /// Reads what an index found in git's objects; what does not stand there is left out.
  package init(
    _ found: IndexAnswer, to words: [String], from tip: ObjectID, in repository: Repository
  ) throws(GitError) {
    var reading = SearchReading(repository: repository, tip: tip)
    var texts: [Text] = []
    for hit in found.hits {
      guard let text = try reading.text(of: hit, words) else { continue }
      texts.append(text)
    }
    self.init(
      words: words, tip: tip, texts: texts,
      gaps: (found.cuts.map { HistoryGap($0, affecting: "what was written there") }
        + reading.gaps).merged())
  }
}

/// Reads the texts that were found, each file once.
private struct SearchReading {
  let repository: Repository
  let tip: ObjectID
  private let store: BlobStore
  private var deeds: DeedReader
  private var present: [String: Brief?] = [:]

  init(repository: Repository, tip: ObjectID) {
    self.repository = repository
    self.tip = tip
    store = BlobStore(repository: repository)
    deeds = DeedReader(repository)
  }

  var gaps: [HistoryGap] { deeds.gaps }

  mutating func text(
    of hit: HistoryIndex.Hit, _ words: [String]
  ) throws(GitError) -> SearchAnswer.Text? {
    guard let origin = hit.origins.first,
      let brief = try store.brief(
        TreeEntry(name: [], mode: .regular, id: origin.blob)),
      let text = brief.texts(of: hit.place).first(where: { $0.holds(words) })
    else { return nil }
    let now = try hit.brief.flatMap { (id) throws(GitError) in try self.brief(id, near: origin.path)
    }
    return SearchAnswer.Text(
      brief: hit.brief, place: hit.place, words: text,
      origins: hit.origins.map { deeds.deed($0.commit) },
      stands: now?.texts(of: hit.place).contains { $0.utf8.elementsEqual(text.utf8) } ?? false)
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

extension Brief {
  /// All texts at a place.
  fileprivate func texts(of place: WordingPlace) -> [String] {
    switch place {
    case .account: [fields.string(.account)].compactMap { $0 }
    case .predecessor: fields.list(.after).map(\.string)
    case .item(let list, let id):
      items.filter { $0.list == list && $0.id == id }.map(\.searchText)
    case .section(let heading):
      SummaryText.sections(of: source.bytes[body]).filter { $0.heading == heading }.map(\.text)
    }
  }
}

extension String {
  /// Whether each of some words begins a word of the text.
  fileprivate func holds(_ words: [String]) -> Bool {
    let folded = SearchWords(self).joined
    return SearchWords(words.joined(separator: " ")).match(folded[...])
  }
}
