internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Begins the work that was handed over.
struct Start: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin the work that was handed over.",
    discussion: """
      Needs the evidence that the brief's type asks for, and no open blocker. For the receiver or \
      a stand-in.
      """)

  @Argument(help: "A brief.")
  var brief: String

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .start)
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in try editor.move(to: .started)
    }
    try session.requireSound(draft, of: target, for: .start)
    try session.requireProof(of: target, for: .start)
    try session.commit(draft, of: target, as: .start, saying: "started")
    Console.say(
      "\(target.name) is started; when its last step is done: handoff finish "
        + target.name.shellWord)
  }
}
