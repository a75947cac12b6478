package import Briefs
package import Git
internal import Workspace

/// The items and sections of summaries, of a history, in which some words stand.
package struct SearchAnswer: Sendable {
  /// What became of a text.
  package enum Fate: Sendable, Equatable {
    /// Its lines stand in the brief.
    case stands

    /// The item or section is there with other words.
    case reworded

    /// It is there as another item: of another list, or with an id since.
    case moved(ItemList, id: String)

    /// It is not in the brief any more.
    case gone

    /// The file of the brief cannot be read, so that it cannot be told.
    case unknown
  }

  /// A brief as it is now.
  package enum State: Sendable, Equatable {
    /// It is there, with the status that it says.
    case there(status: String?)

    /// It is not in the tree.
    case gone

    /// Its file cannot be read as a brief.
    case unread
  }

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

    /// Whether that is since only a file cannot be read, and history goes on before it.
    package let isBehindUnread: Bool

    /// What became of the lines.
    package let fate: Fate

    /// Why the item is withdrawn now, in these words or others; nil where it is not.
    package let withdrawn: String?

    /// The fields in which the lines stand, but for what an item is known by.
    package let fields: [[UInt8]: FieldName]

    /// Who withdrew, reworded or lost it; nil where nobody looked, or where it cannot be told.
    package internal(set) var ending: Deed?

    /// Whether what made it stand or end was accepted; settled where nobody looked.
    package internal(set) var phase = LedgerChange.Phase.settled

    /// Whether the lines stand in the brief now, be it withdrawn.
    package var stands: Bool { fate == .stands }
  }

  /// An item or a section that was found.
  package struct Place: Sendable {
    /// Its texts, what stands first and then the newest.
    package internal(set) var texts: [Text]

    /// Its brief as it is now.
    package let state: State

    /// Whether it is among the first, of which it is looked up who ended them, and what was accepted.
    package internal(set) var isLeading = false

    /// What was accepted of its brief; nil where nobody looked, or where the brief is not there.
    package internal(set) var agreement: Agreement?
  }

  /// What history knows of a brief's acceptance.
  package struct Agreement: Sendable {
    /// The last time that it was accepted; nil where it never was.
    package let acceptance: Acceptance?

    /// Whether it was accepted and is being worked on again.
    package let isBackInReview: Bool

    /// Whether it was changed since without the approvals that it needed.
    package let isReworded: Bool
  }

  /// How many items and sections a person is told of, and are looked up in the ledger.
  package static let leadingCount = 20

  /// What was looked for.
  package let words: [String]

  /// The commit whose history was searched.
  package let tip: ObjectID

  /// The items and sections, brief by brief.
  ///
  /// First come those that have the words now in an accepted handoff, then those that have them in
  /// another, then those that have them and are withdrawn, then those that had them; of each kind
  /// first the one that got them last. The items of one brief stand together, where its first one
  /// does.
  package internal(set) var places: [Place]

  /// How many there are of each outcome, untold ones included.
  package internal(set) var counts: [Outcome: Int]

  /// How many more items and sections hold the words, or held them.
  package let untoldCount: Int

  /// What could not be searched.
  package let gaps: [HistoryGap]
}

extension SearchAnswer {
  /// Reads what an index found in git's objects, as far as a number of items and sections; what does
  /// not stand there is left out.
  ///
  /// Throws where an object cannot be read of which the index does not say so.
  package init(
    _ found: IndexAnswer, to words: [String], from tip: ObjectID, in repository: Repository,
    telling limit: Int = .max
  ) throws(GitError) {
    let gaps = SearchGaps(found.cuts, in: repository)
    let reading = SearchReading(
      repository: repository, tip: tip, words: words, cuts: gaps.commits)
    let places = found.hits.places
    let outcomes = try reading.outcomes(of: places)
    let ranks = outcomes.map { $0?.rank }
    let order = ranks.indices.filter { ranks[$0] != nil }
      .sorted { (ranks[$0] ?? 0, $0) < (ranks[$1] ?? 0, $1) }
    var told = try reading.read(order.prefix(limit).map { places[$0] })
    for number in told.indices.prefix(SearchAnswer.leadingCount) { told[number].isLeading = true }
    self.init(
      words: words, tip: tip, places: told.filter { !$0.texts.isEmpty }.byBrief,
      counts: outcomes.reduce(into: [:]) { counts, outcome in
        if let outcome { counts[outcome, default: 0] += 1 }
      },
      untoldCount: order.count - told.count,
      gaps: (gaps.all + told.lazy.flatMap(\.texts).flatMap(\.origins).gaps).merged())
  }
}

extension [SearchAnswer.Place] {
  /// Those of one brief together, the briefs in the order of their first.
  fileprivate var byBrief: Self {
    var order: [String?: Int] = [:]
    for place in self where order[place.brief] == nil { order[place.brief] = order.count }
    return indices.sorted { left, right in
      (order[self[left].brief] ?? 0, left) < (order[self[right].brief] ?? 0, right)
    }.map { self[$0] }
  }
}
