internal import ArgumentParser
internal import Briefs
internal import Git
internal import History
internal import Reports

/// Looks for words in the items and summaries of a history.
struct Search: ParsableCommand {
  private static let limit = SearchAnswer.leadingCount

  static let configuration = CommandConfiguration(
    abstract: "Look for words in items and summaries, what is gone included.",
    discussion: """
      handoff search weekly report
      handoff search dashb            finds Dashboards

      Finds the items and the sections of summaries that hold all of the words, of all commits that \
      lead to HEAD: those that are gone and earlier wordings too. Ids, single fields such as the \
      goal, evidence files and other branches are not searched. A word is found by its beginning; \
      capital letters make no difference. handoff log BRIEF/ITEM then tells an item's life.

      What stands in an accepted handoff comes first, then what stands in another, then what is \
      withdrawn, then what is gone; of each the newest. The counts are of all that hold the words. \
      Where more than \(limit) items and sections do, the first \(limit) are told; --all tells every \
      one. JSON always has every one. What was changed without the approvals that it needed is said \
      of the first \(limit): handoff promised BRIEF has the words that were accepted.

      Exit 1 where nothing is found; 2 where a part of history cannot be read, unless \
      --incomplete-ok is given.
      """)

  @Argument(help: "The words; all of them must stand in the text.")
  var words: [String]

  @Flag(help: "Tell every item and section that holds the words.")
  var all = false

  @OptionGroup var completeness: CompletenessOptions

  @Option(help: DifferenceFormat.help)
  var format: DifferenceFormat = .text

  func validate() throws {
    guard SearchWords(words.joined(separator: " ")).words.isEmpty else { return }
    throw ValidationError("give a word with letters or digits to look for")
  }

  func run() throws {
    try CommandFailure.catching { () throws(GitError) in try ReadingMemory.keepSmall() }
    let repository = try Environment.openRepository()
    HistoryWords.sayWhatIsIgnored(in: repository)
    let answer = try CommandFailure.catching { () throws(GitError) -> SearchAnswer? in
      guard let tip = try repository.head().commit else { return nil }
      let index = CertainIndex(of: repository)
      return try index.certain { () throws(GitError) in
        try self.answer(from: tip, by: index, in: repository)
      }
    }
    guard let answer else {
      throw CommandFailure(
        "nothing is committed yet", hints: ["see what waits for you: handoff"])
    }
    try SearchReport(answer).write(as: format, isColored: Console.usesColour()) { portion in
      try Console.give(Array(portion.utf8))
    }
    try completeness.check(answer.gaps)
    if answer.places.isEmpty { throw ExitCode(1) }
  }

  private func answer(
    from tip: ObjectID, by index: CertainIndex, in repository: Repository
  ) throws(GitError) -> SearchAnswer {
    let found = try index.answer(.search(tip: tip, words: words))
    let answer = try SearchAnswer(
      found, to: words, from: tip, in: repository,
      telling: all || format == .json ? .max : Self.limit)
    // Where a part of history cannot be read, who ended what cannot be told for certain.
    return found.cuts.isEmpty ? try looked(up: answer, by: index, in: repository) : answer
  }

  /// The answer with what was accepted, and who withdrew, reworded or lost what it tells first.
  private func looked(
    up answer: SearchAnswer, by index: CertainIndex, in repository: Repository
  ) throws(GitError) -> SearchAnswer {
    let briefs = answer.leadingBriefs
    if briefs.isEmpty { return answer }
    // Who could approve is asked of every brief.
    let traces = try index.answer(
      .trace(tip: answer.tip, briefs: briefs + [Policy.fileName]))
    let moment = try Moment(nil, asked: 0, in: repository)
    return try answer.looked(
      up: Ledger(
        in: repository, at: moment,
        guide: IndexGuide(to: moment, of: repository, knowing: traces)))
  }
}
