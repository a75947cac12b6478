internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Ends a handoff that will not happen.
struct Cancel: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "End a handoff that will not happen, with a reason.",
    discussion: """
      The reason stands in the commit. What was agreed stays as it is. For the sender, or anybody \
      with the role sales.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "Why the handoff does not happen.")
  var reason: String?

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .cancel)
    let reason = try Console.reason(
      reason, asking: "Why does \(target.name) not happen?",
      typing: "handoff cancel \(target.name.shellWord) --reason \"…\"")
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in try editor.move(to: .cancelled)
    }
    try session.requireSound(draft, of: target, for: .cancel)
    try session.commit(draft, of: target, as: .cancel, saying: "cancelled", reason: reason)
    Console.say("\(target.name) is cancelled")
  }
}
