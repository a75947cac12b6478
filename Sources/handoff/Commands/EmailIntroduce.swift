internal import ArgumentParser
internal import Briefs
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
      introduction gives its words. Until it is on record the sender's job goes on.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @OptionGroup var mailing: MailingOptions
  @OptionGroup var sending: SendingOptions

  @Flag(help: "It was sent with your own program: only record it.")
  var sent = false

  @OptionGroup var record: SentOptions

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .emailIntroduce)
    let letter = try session.letter(
      try session.edition(of: target), of: target, as: .introduction, mailing,
      in: sent ? .showing : .sending)
    guard sent else {
      return try session.send(letter, of: target, as: .emailIntroduce, sending)
    }
    try session.record(
      letter.email.content, as: .introduction, to: letter.recipients, record, of: target,
      for: .emailIntroduce)
  }

  func validate() throws {
    if sent, sending.dryRun || sending.eml != nil {
      throw ValidationError("--sent records only; it goes with neither --dry-run nor --eml")
    }
    if !sent, record.on != nil || record.messageID != nil {
      throw ValidationError("--on and --message-id go with --sent")
    }
  }
}
