internal import ArgumentParser
internal import Diagnostics
internal import Git
internal import History
internal import Reports

/// Tells one item's life, commit by commit.
struct LogItem: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Tell one item's life, commit by commit, with the words struck and added.",
    discussion: """
      handoff log acme-onboarding/X-ZDBJ              the newest change first, as git log
      handoff log acme-onboarding/X-ZDBJ --reverse    as it happened

      Follows the item through renames, moves and merges, and tells which later handoffs carry it \
      on. Items that are gone have a log too. handoff show acme-onboarding lists the ids.

      Exit 2 where a part of history cannot be read, unless --incomplete-ok is given.
      """)

  @Argument(help: "BRIEF/ITEM, such as acme-onboarding/P-HH1W.")
  var item: String

  @Flag(help: "The oldest change first.")
  var reverse = false

  @OptionGroup var completeness: CompletenessOptions

  @Option(help: DifferenceFormat.help)
  var format: DifferenceFormat = .text

  func run() throws {
    let question = try HistoryQuestion()
    let log = try question.answer(about: item) { (item, brief, path) throws(LedgerFailure) in
      try question.ledger.log(of: item, in: brief, near: path)
    }
    try Console.give(
      ItemLogReport(log, isReversed: reverse)
        .rendered(as: format, isColored: Console.usesColour()))
    try completeness.check(log.gaps)
  }
}
