internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Opens a finished or cancelled handoff again.
struct Reopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a finished or cancelled handoff again, with a reason.",
    discussion: """
      A finished brief is started again, a cancelled one is a draft again. The reason stays in the \
      brief, under `returns`.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "Why it is opened again.")
  var reason: String?

  func run() throws {
    let session = try Session()
    let person = try session.member()
    let target = try session.target(brief, for: .reopen)
    let reason = try Console.reason(
      reason, asking: "Why is \(target.name) opened again?",
      typing: "handoff reopen \(target.name.shellWord) --reason \"…\"")
    let status: Status = target.brief.status == .done ? .started : .draft
    let record = session.newReturn(of: target, by: person, ["reopened"], note: reason)
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in try editor.sendBack(record, to: status)
    }
    try session.requireSound(draft, of: target, for: .reopen)
    try session.commit(draft, of: target, as: .reopen, saying: "reopened", reason: reason)
    Console.say("\(target.name) is \(status.inSentence) again")
  }
}
