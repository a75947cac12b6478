internal import ArgumentParser
internal import Git
internal import History
internal import Reports

/// Looks for words in the items and summaries of a history.
struct Search: ParsableCommand {
  /// How many items and sections a person is told of.
  private static let limit = 20

  static let configuration = CommandConfiguration(
    abstract: "Look for words in items and summaries, what is gone included.",
    discussion: """
      handoff search weekly report
      handoff search dashb            finds Dashboards

      Finds the items and the sections of summaries that hold all of the words, of all commits that \
      lead to HEAD: those that are gone and earlier wordings too. Ids, single fields such as the \
      goal, evidence files and other branches are not searched. A word is found by its beginning; \
      capital letters make no difference. handoff log BRIEF/ITEM then tells an item's life.

      What stands comes first, then what is withdrawn, then what is gone; of each the newest. Where \
      more than \(limit) items and sections hold the words, the first \(limit) are told and the others \
      counted; --all tells every one. JSON always has every one.

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
    guard format != .json, found.cuts.isEmpty else { return answer }
    return try tellingEndings(of: answer, by: index, in: repository)
  }

  /// The answer with who withdrew, reworded or lost what it tells.
  private func tellingEndings(
    of answer: SearchAnswer, by index: CertainIndex, in repository: Repository
  ) throws(GitError) -> SearchAnswer {
    let briefs = answer.endedBriefs(of: Self.limit)
    if briefs.isEmpty { return answer }
    let traces = try index.answer(.trace(tip: answer.tip, briefs: briefs))
    let moment = try Moment(nil, asked: 0, in: repository)
    return try answer.tellingEndings(
      of: Self.limit,
      by: Ledger(
        in: repository, at: moment,
        guide: IndexGuide(to: moment, of: repository, knowing: traces)))
  }
}
