internal import Briefs
internal import Git
internal import Workspace

/// Puts the proof of one item together from what the ledger says of it.
///
/// Each step is a file: it says nothing that its own commands do not show.
struct ProofReading {
  let life: BriefLife
  let found: LedgerItem
  let record: BriefRecord
  let repository: Repository
  let store: BlobStore
  let guide: any HistoryGuide
  let policies: PolicyPast

  /// The commit that is proven from.
  let head: ObjectID

  /// The version whose words are proven, and the item in it.
  let shown: PinnedBrief
  let item: Item

  /// The last version of the brief.
  let last: PinnedBrief

  /// The other lives of the brief in which there was an item with the id, and what ended them.
  var others: [(life: ItemLog.Life, departure: Departure?)] = []

  /// Where a file of the brief left the tree, up to the commit that is proven from and behind it.
  var departures: [Departure] = []
  var laterDepartures: [Departure] = []

  /// Where later briefs carry the item on.
  var successors: [ItemLog.Successor] = []

  /// The newest commit, up to which is told what came later.
  var newest: ObjectID?

  /// What could not be read for the proof alone.
  var gaps: [HistoryGap] = []

  /// Nil where no version that can be read has the item in these words.
  init?(
    of found: LedgerItem, in life: BriefLife, _ record: BriefRecord, _ policies: PolicyPast,
    upTo head: ObjectID, _ guide: any HistoryGuide, in repository: Repository, _ store: BlobStore
  ) throws(GitError) {
    guard let shown = try PinnedBrief.holding(found.item, of: life, in: record),
      let item = found.item.id.flatMap({ shown.brief.item($0, in: found.item.list) })
    else { return nil }
    (self.life, self.found, self.record, self.head) = (life, found, record, head)
    self.policies = policies
    (self.repository, self.store, self.guide) = (repository, store, guide)
    (self.shown, self.item) = (shown, item)
    last = PinnedBrief(commit: life.tip, path: life.path, brief: life.brief)
  }

  mutating func steps() throws(GitError) -> [ItemProof.Step] {
    var steps = [try words(), try sources(), try changes(), try carrying(), bounds()]
      .compactMap { $0 }
    steps += try approvals()
    steps += try acceptances()
    steps += try emails()
    steps += try otherLives()
    return steps.map { $0.placed(in: head) } + [try later()].compactMap { $0 }
  }

  /// Whether there is older history that cannot be read here.
  var isCutShort: Bool { life.isCutShort || repository.isShallow || !record.gaps.isEmpty }

  /// Who wrote a commit, and when.
  func wrote(_ commit: Commit) -> [ItemProof.Check] { [.author(of: commit)] }

  /// The same of a deed; none where its commit cannot be read.
  func wrote(_ deed: Deed) -> [ItemProof.Check] {
    guard let author = deed.author, let committer = deed.committer else { return [] }
    return [.author(of: deed.commit, author, committer)]
  }
}

extension Deed {
  /// The author's day and name, the committer or their day where that is another, and the commit.
  var proofWords: String {
    guard let author, let committer else { return "commit \(commit.short)" }
    return CommitWords.of(commit, author, committer)
  }

  /// The day by the committer's clock.
  var committedDay: String {
    committer.map { "\($0.day)" } ?? "an unknown day"
  }
}

extension Commit {
  var proofWords: String { CommitWords.of(id, author, committer) }
}

private enum CommitWords {
  static func of(_ id: ObjectID, _ author: Signature, _ committer: Signature) -> String {
    let aside = author.aside(on: committer).map { " (\($0))" } ?? ""
    return "\(author.day), \(author.name.shortened(to: 60))\(aside), commit \(id.short)"
  }
}
