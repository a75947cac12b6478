internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Mail

/// Brings the client and whoever takes over together, and records it.
struct EmailIntroduce: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "introduce",
    abstract: "Introduce the receiver to the client, and record it.",
    discussion: """
      handoff email introduce acme-onboarding
      handoff email introduce acme-onboarding --sent --on 2026-08-03

      One message to the client's stakeholders and the receiver together, with the final summary. \
      --sent records one that you sent with your own program; handoff email show --kind \
      introduction gives its words. Until it is on record the sender's job goes on. It comes after \
      the final summary: before that was sent, it takes --early.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @OptionGroup var mailing: MailingOptions
  @OptionGroup var sending: SendingOptions

  @Flag(help: "It was sent with your own program: only record it.")
  var sent = false

  @Flag(help: "Introduce them though no final summary was sent.")
  var early = false

  @OptionGroup var record: SentOptions

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .emailIntroduce)
    let edition = try session.edition(of: target)
    let letter = try session.letter(
      edition, of: target, as: .introduction, mailing,
      in: sent ? .showing : .sending)
    guard sent else {
      try requireItsTurn(target, session)
      return try session.send(letter, of: target, as: .emailIntroduce, sending)
    }
    try session.record(
      letter.email.content, as: .introduction, to: letter.recipients, record, of: target,
      for: .emailIntroduce, since: edition.written)
  }

  /// Refuses, or asks on a terminal, where the final summary has not gone out; says where the client
  /// has not confirmed it.
  private func requireItsTurn(_ target: Session.Target, _ session: Session) throws {
    let (brief, policy, name) = (target.brief, session.policy, target.name)
    let isAwaited = brief.type.flatMap { policy.types[$0] }?.needsClientAnswer ?? false
    guard isAwaited, policy.clientConfirmation != .optional else { return }
    let answer = ClientAnswer(to: .final, of: brief, policy: policy, on: Environment.today)
    switch answer.state {
    case .confirmed, .unconfirmed: return
    case .unsent where !early && !sending.dryRun:
      let question = "No final summary of \(name) went to the client. Introduce all the same (y/N)?"
      let typed = Console.canAsk ? Console.ask(question.escapingControls) : nil
      if typed.map({ ["y", "yes"].contains($0.lowercased()) }) ?? false { return }
      throw CommandFailure(
        "no final summary of \(name) went to the client, and the introduction comes after it",
        kind: .refused,
        hints: [
          "first: handoff email send \(name.shellWord) --kind final",
          "or all the same: handoff email introduce \(name.shellWord) --early",
        ])
    case .unsent:
      Console.say("\(name): this would be early: no final summary went to the client")
    case .changed, .waiting, .silent, .corrected:
      if answer.wasSilent(by: Environment.today) { return }
      Console.say("\(name): this would be early: the client has not confirmed the final summary")
    }
  }

  func validate() throws {
    if early, sent { throw ValidationError("--early is for sending; --sent records all the same") }
    if sent, sending.dryRun || sending.eml != nil {
      throw ValidationError("--sent records only; it goes with neither --dry-run nor --eml")
    }
    if !sent, record.on != nil || record.messageID != nil {
      throw ValidationError("--on and --message-id go with --sent")
    }
  }
}
