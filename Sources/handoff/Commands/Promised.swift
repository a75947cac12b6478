internal import ArgumentParser
internal import Diagnostics
internal import Git
internal import History
internal import Reports

/// Says what was promised, by a brief or in all handoffs of an account.
struct Promised: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what we promised a customer, to the word, on any day.",
    discussion: """
      handoff promised acme-onboarding                one handoff
      handoff promised "Acme GmbH"                    all handoffs of the account
      handoff promised "Acme GmbH" --on 2026-03-15    as it was at the end of that day, in UTC
      handoff promised acme-onboarding --on v1        as it was at a commit, tag or branch

      Each promise with what bounds it, its source, who added and approved it, the email that the \
      client has it in, and what changed. What was withdrawn is named; --all tells it as fully, \
      with every earlier wording. Who and when are the author and the author's day in \
      UTC.

      Exit 2 where a part of history cannot be read, unless --incomplete-ok is given.
      """)

  @Argument(help: "A brief, by id or file, or the name of an account.")
  var name: String

  @Option(help: "A day in UTC, an instant such as 2026-03-15T10:00:00Z, or a revision.")
  var on: String?

  @Flag(help: "Tell what was withdrawn or lost as fully as what holds, with earlier wordings.")
  var all = false

  @Flag(help: "Take the name for that of an account, though a brief is called so.")
  var account = false

  @OptionGroup var completeness: CompletenessOptions

  @Option(help: DifferenceFormat.help)
  var format: DifferenceFormat = .text

  func run() throws {
    let question = try HistoryQuestion(on: on)
    let answer = try CommandFailure.catching { () throws(GitError) in
      try self.answer(to: question)
    }
    guard let answer else { throw try unknown(to: question) }
    try Console.give(
      PromisedReport(answer, showsAll: all)
        .rendered(as: format, isColored: Console.usesColour()))
    try completeness.check(answer.gaps)
  }

  private func answer(to question: HistoryQuestion) throws(GitError) -> PromisedAnswer? {
    let ledger = question.ledger
    if account { return try ledger.promises(ofAccount: name) }
    if let (id, path) = try BriefNamed(name, in: question).brief,
      let answer = try ledger.promises(ofBrief: id, near: path)
    {
      return answer
    }
    return try ledger.promises(ofAccount: name)
  }

  private func unknown(to question: HistoryQuestion) throws -> CommandFailure {
    let isComplete = try question.moment.head == nil || question.isComplete
    if isComplete, question.moment.head == nil || !account,
      let failure = HistoryWords.uncommitted(name, at: question.moment)
    {
      return failure
    }
    if isComplete, let failure = HistoryWords.uncommitted(account: name) { return failure }
    let (near, isBrief) = try CommandFailure.catching { () throws(GitError) in
      (
        try question.ledger.nearestName(to: name),
        account ? try !question.ledger.paths(of: name).isEmpty : false
      )
    }
    let searched = try question.searched()
    if isBrief {
      return CommandFailure(
        "no brief in \(searched) names an account \(name)",
        hints: ["it is a brief: handoff promised \(name.shellWord)"])
    }
    return CommandFailure(
      account
        ? "no brief in \(searched) names an account \(name)"
        : "there is no brief and no account \(name) in \(searched)",
      hints: try question.hints(nearest: near.map(\.shellWord)))
  }
}
