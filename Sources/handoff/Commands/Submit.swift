internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Hands a brief to its receiver for review.
struct Submit: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hand a brief to its receiver for review.",
    discussion: """
      Checks that all is there that its type requires, gives one-line items their ids, and commits \
      the brief as in review. For the sender, or anybody with the role sales.
      """)

  @Argument(help: "A brief.")
  var brief: String

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .submit)
    var generator = SystemRandomNumberGenerator()
    let edits = Formatting.format(target.brief, using: &generator)
    let identified =
      Brief(reading: SourceText(target.brief.source.bytes.applying(edits))) ?? target.brief
    let draft = try session.draft(of: identified, named: target.name) {
      editor throws(EditingError) in try editor.move(to: .review)
    }
    try session.requireSound(draft, of: target, for: .submit)
    try session.commit(draft, of: target, as: .submit, saying: "submitted for review")
    tellAnswers(to: target.brief.lastReturn)
    let receiver = draft.fields.string(.to).map { session.policy.person($0)?.label ?? $0 }
    Console.say(
      "\(target.name) is in review; next, \(receiver ?? "the receiver") runs: handoff review "
        + "\(target.name.shellWord)")
  }

  /// What was named as missing when the brief came back, and what became of it.
  private func tellAnswers(to record: Item?) {
    guard let record, let answer = record.string(.answer) else { return }
    let reasons = record.fields.list(.reasons).map(\.string).joined(separator: ", ")
    Console.say(
      "answers the return \(record.id ?? "") (\(reasons)): \(answer.collapsingWhiteSpace)")
  }
}
