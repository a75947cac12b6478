internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Mail
internal import Workspace

/// Records a message that a person sent with a program of their own.
struct EmailSent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sent",
    abstract: "Record a summary that you sent with your own program.",
    discussion: """
      handoff email sent acme-onboarding --to ana@acme.example --on 2026-07-20
      handoff email sent acme-onboarding --kind final --revision 2
      handoff email sent acme-onboarding --message-id ID --not-sent

      The record holds the digest of the words as they are now, or as --revision says. With \
      --message-id an answer finds its way back by itself. A message of handoff email send's that \
      was interrupted is recorded by its id alone, or forgotten with --not-sent.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @OptionGroup var record: SentOptions

  @Option(help: "Which: \(EmailKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: EmailKind = .call

  @Option(
    help: ArgumentHelp(
      "Who got it (can be repeated); without it: the client's stakeholders with an address.",
      valueName: "address"))
  var to: [String] = []

  @Option(help: "Which revision was sent, by its number; without it: the summary as it is now.")
  var revision: Int?

  @Flag(help: "It told the custom terms too.")
  var terms = false

  @Flag(help: "The message with that id did not go out: forget it and record nothing.")
  var notSent = false

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .emailSent)
    let unrecorded = session.unrecordedEmail(try record.id()?.text, of: target)
    if notSent { return try session.drop(unrecorded, of: target) }
    if let unrecorded { return try session.record(unrecorded, of: target) }
    let people = try session.recipients(of: target.brief, kind, named: to)
    let edition = try session.edition(of: target, number: revision)
    let content = try session.content(
      of: edition.brief, as: kind, includesTerms: terms, name: target.name)
    try session.record(
      content, as: kind, to: people, record, of: target, for: .emailSent, since: edition.written)
  }
}

/// When a message was sent that is only to be recorded.
struct SentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The day it was sent; today where it is left out.", valueName: "date"))
  var on: String?

  @Option(help: ArgumentHelp("Its Message-ID, where you can see it.", valueName: "id"))
  var messageID: String?
}

extension Session {
  /// Puts on record what went out by another way.
  func record(
    _ content: SummaryContent, as kind: EmailKind, to people: [MailAddress],
    _ options: SentOptions, of target: Target, for step: Step, since written: CalendarDate?
  ) throws {
    guard !people.isEmpty else { throw CommandFailure.nobodyToWriteTo(target) }
    let day = try options.day()
    if let written, day < written {
      throw CommandFailure(
        "\(day) is before these words were written, on \(written)", kind: .refused,
        hints: [
          "record the revision that was sent: --revision NUMBER, as numbered by: handoff email log "
            + target.name.shellWord
        ])
    }
    let id = try options.id()
    if let id { try requireNew(id) }
    let email = NewEmail(
      kind: kind.rawValue, body: content.digest, sent: day.description,
      to: people.map(\.address), via: MailVia.ownProgram, messageID: id?.text)
    let draft = try recording(email, of: target, for: step)
    let names = email.to.joined(separator: ", ")
    try commit(
      draft, of: target, as: step,
      saying: "\(kind.inWords) sent to \(names) on \(email.sent), as reported")
    Console.say("\(kind.inWords) of \(target.name) is on record as sent to \(names)")
  }

  /// Refuses the id of a message that is on record: an answer to it must find one summary.
  private func requireNew(_ id: MessageID) throws {
    for version in finder.versions {
      let isKnown = version.brief?.items(in: .emails).contains { record in
        record.string(.messageID).flatMap { MessageID($0) } == id
      }
      guard isKnown ?? false else { continue }
      let name = version.brief?.id ?? version.stem
      throw CommandFailure(
        "a message with this Message-ID is on record already, in \(name)", kind: .refused,
        hints: ["see it: handoff email log \(name.shellWord)"])
    }
  }
}

extension Session {
  /// Puts a message on record as it was handed over.
  fileprivate func record(_ unrecorded: UnrecordedEmail, of target: Target) throws {
    let email = unrecorded.email
    let step: Step =
      email.kind == EmailKind.introduction.rawValue ? .emailIntroduce : .emailSend
    let draft = try recording(email, of: target, for: step)
    let names = email.to.joined(separator: ", ")
    try commit(
      draft, of: target, as: step, saying: "sent to \(names) on \(email.sent), recorded later")
    forget(unrecorded)
    Console.say("the message of \(email.sent) to \(names) is on record")
  }

  /// Forgets a message that did not go out.
  fileprivate func drop(_ unrecorded: UnrecordedEmail?, of target: Target) throws {
    guard let unrecorded else {
      throw CommandFailure(
        "no message with that id waits to be recorded",
        hints: ["see what does: handoff email log \(target.name.shellWord)"])
    }
    forget(unrecorded)
    Console.say("forgotten: the message of \(unrecorded.email.sent) did not go out")
  }
}

extension SentOptions {
  fileprivate func day() throws -> CalendarDate {
    guard let on else { return Environment.today }
    guard let day = CalendarDate(on) else {
      throw CommandFailure("“\(on)” is no date", hints: ["write it as 2026-07-20"])
    }
    guard day <= Environment.today else {
      throw CommandFailure(
        "\(day) is still to come", kind: .refused, hints: ["record it once it was sent"])
    }
    return day
  }

  fileprivate func id() throws -> MessageID? {
    guard let messageID else { return nil }
    guard let id = MessageID(messageID) else {
      throw CommandFailure(
        "“\(messageID)” is no Message-ID", hints: ["it looks like <name@host>, without spaces"])
    }
    return id
  }
}
