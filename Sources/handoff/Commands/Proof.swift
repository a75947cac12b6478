internal import ArgumentParser
internal import History
internal import Reports

/// Writes the chain from an item's evidence to its acceptance as a page that others can check.
struct Proof: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove an item to somebody who trusts neither side.",
    discussion: """
      handoff proof acme-onboarding/P-HH1W > proof.md
      handoff proof acme-onboarding/P-HH1W --format html > proof.html
      handoff proof acme-onboarding/P-HH1W --on 2026-03-15

      The page goes from the words and the evidence through who wrote, changed and approved them \
      to the acceptance and the email that carried them, and says where one of these is missing, \
      was changed since, or rests on a name that anybody can type. Each step has the commands that \
      check it in any clone, with git, sed, sha256sum and ssh-keygen alone, and what they print.

      Exit 2 where a part of history cannot be read, unless --incomplete-ok is given.
      """)

  @Argument(help: "BRIEF/ITEM, such as acme-onboarding/P-HH1W.")
  var item: String

  @Option(help: "A day, an instant such as 2026-03-15T10:00:00Z, or a revision.")
  var on: String?

  @OptionGroup var completeness: CompletenessOptions

  @Option(help: ArgumentHelp("How the page is written.", valueName: "markdown|text|html|json"))
  var format: ItemProofReport.Format = .markdown

  func run() throws {
    let question = try HistoryQuestion(on: on)
    let proof = try question.answer(about: item) { (item, brief, path) throws(LedgerFailure) in
      try question.ledger.proof(of: item, in: brief, near: path)
    }
    try Console.give(ItemProofReport(proof).rendered(as: format))
    try completeness.check(proof.gaps)
  }
}

extension ItemProofReport.Format: ExpressibleByArgument {}
