internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Begins the work that was handed over.
struct Start: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin the work that was handed over.",
    discussion: """
      Needs the evidence that the brief's type asks for, no open blocker, the client's answer to \
      the final summary, and the introduction. For the receiver or a stand-in.

      handoff start acme-onboarding --unconfirmed "Ana is on leave; her deputy knows."

      Where a client was reminded and still says nothing, the receiver may say why the work starts \
      all the same. That stands in the record of the email, with your name, and in the report of \
      the month.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "Why the work may start though the client has not answered.")
  var unconfirmed: String?

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .start)
    let exception = try unconfirmed.map { try self.exception($0, target, session) }
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in
      if let exception { try editor.excuse(exception) }
      try editor.move(to: .started)
    }
    try session.requireSound(draft, of: target, for: .start)
    try session.requireProof(session.proofs(of: target), of: target, for: .start)
    try session.commit(
      draft, of: target, as: .start,
      saying: exception == nil ? "started" : "started without the client's answer",
      reason: exception?.reason)
    Console.say(
      "\(target.name) is started; when its last step is done: handoff finish "
        + target.name.shellWord)
  }

  /// What goes into the record of the final summary that the client has not answered.
  private func exception(
    _ reason: String, _ target: Session.Target, _ session: Session
  ) throws -> SilenceExcuse {
    if reason.isBlank {
      throw CommandFailure(
        "this needs a reason", hints: ["say why the work may start: --unconfirmed \"…\""])
    }
    let answer = ClientAnswer(
      to: .final, of: target.brief, policy: session.policy, on: Environment.today)
    guard let record = answer.record, answer.state != .unsent else {
      throw CommandFailure.notSilent(
        "no final summary of \(target.name) went to the client",
        hint: "send it: handoff email send \(target.name.shellWord) --kind final")
    }
    guard answer.state == .silent || answer.state == .waiting else {
      throw CommandFailure.notSilent(
        "the client is not silent: the answer on record is “\(answer.state.rawValue)”",
        hint: "start it without --unconfirmed: handoff start \(target.name.shellWord)")
    }
    return SilenceExcuse(
      of: record, by: try session.author(), on: Environment.today, reason: reason)
  }
}

extension CommandFailure {
  fileprivate static func notSilent(_ message: String, hint: String) -> CommandFailure {
    CommandFailure(message, kind: .refused, hints: [hint])
  }
}
