internal import ArgumentParser
internal import Git
internal import History
internal import Reports

/// Looks for words in the items and summaries of a history.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for words in items and summaries, what is gone included.",
    discussion: """
      handoff search weekly report
      handoff search dashb            finds Dashboards

      Finds the items and the sections of summaries that hold all of the words, of all commits that \
      lead to HEAD: those that are gone and earlier wordings too. Ids, single fields such as the \
      goal, evidence files and other branches are not searched. A word is found by its beginning; \
      capital letters make no difference. handoff log BRIEF/ITEM then tells an item's life.

      Exit 1 where nothing is found; 2 where a part of history cannot be read, unless \
      --incomplete-ok is given.
      """)

  @Argument(help: "The words; all of them must stand in the text.")
  var words: [String]

  @OptionGroup var completeness: CompletenessOptions

  @Option(help: DifferenceFormat.help)
  var format: DifferenceFormat = .text

  func validate() throws {
    guard SearchWords(words.joined(separator: " ")).words.isEmpty else { return }
    throw ValidationError("give a word with letters or digits to look for")
  }

  func run() throws {
    let repository = try Environment.openRepository()
    HistoryWords.sayWhatIsIgnored(in: repository)
    let answer = try CommandFailure.catching { () throws(GitError) -> SearchAnswer? in
      guard let tip = try repository.head().commit else { return nil }
      let found = try IndexProgram.certainAnswer(.search(tip: tip, words: words), of: repository)
      return try SearchAnswer(found, to: words, from: tip, in: repository)
    }
    guard let answer else {
      throw CommandFailure(
        "nothing is committed yet", hints: ["see what waits for you: handoff"])
    }
    try Console.give(
      SearchReport(answer).rendered(as: format, isColored: Console.usesColour()))
    try completeness.check(answer.gaps)
    if answer.texts.isEmpty { throw ExitCode(1) }
  }
}
