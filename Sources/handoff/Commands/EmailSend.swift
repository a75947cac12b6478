internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Mail

/// Sends a summary to the client and records it.
struct EmailSend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "send",
    abstract: "Send the summary to the client, and record it.",
    discussion: """
      handoff email send acme-onboarding
      handoff email send acme-onboarding --kind final --to S1 --cc sam@northwind.example
      handoff email send acme-onboarding --dry-run --eml summary.eml

      Hands the message to the command in git config handoff.sendmail, else \
      sendemail.sendmailCmd, else /usr/sbin/sendmail. Where that fails nothing is recorded. A \
      summary that repeats what is internal is not sent.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "Which summary: call, final.", transform: EmailKind.init(ofSummary:))
  var kind: EmailKind = .call

  @Flag(help: "Send the same words to the same people once more.")
  var again = false

  @OptionGroup var mailing: MailingOptions
  @OptionGroup var sending: SendingOptions

  func run() throws {
    let session = try Session()
    let target = try session.target(brief, for: .emailSend)
    let chosen = mailing.to.isEmpty ? try session.askedRecipients(of: target) : nil
    let letter = try session.letter(
      try session.edition(of: target), of: target, as: kind, mailing, to: chosen, in: .sending)
    if !again, !sending.dryRun { try session.requireUnsent(letter, of: target) }
    try session.send(letter, of: target, as: .emailSend, sending)
  }
}

extension EmailKind {
  /// A kind that this command sends.
  fileprivate init(ofSummary word: String) throws {
    guard let kind = EmailKind(rawValue: word) else {
      throw ValidationError("`\(word)` is no summary; there are: call, final")
    }
    if kind == .introduction {
      throw ValidationError("an introduction is sent by: handoff email introduce")
    }
    self = kind
  }
}

/// Whether a message really goes out, and where a copy is kept.
struct SendingOptions: ParsableArguments {
  /// The forms in which a message is shown that does not go out.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case eml
  }

  @Flag(help: "Show the message as it would go out; send and record nothing.")
  var dryRun = false

  @Option(help: "How --dry-run shows it: text, eml.")
  var format: Format = .text

  @Option(help: ArgumentHelp("Also write the message to a new file.", valueName: "file"))
  var eml: String?
}

extension Session {
  /// Sends a letter, or shows it; a file with it is written before.
  func send(
    _ letter: Letter, of target: Target, as step: Step, _ options: SendingOptions
  ) throws {
    guard !letter.message.to.isEmpty else { throw CommandFailure.nobodyToWriteTo(target) }
    try requireNoLeaks(in: letter, of: target)
    if options.dryRun {
      _ = try recording(NewEmail(letter, via: MailVia.sendmail), of: target, for: step)
    }
    if let file = options.eml { try CommandFailure.keep(letter.message.bytes, as: file) }
    guard options.dryRun else { return try send(letter, of: target, as: step) }
    switch options.format {
    case .text:
      let head = letter.envelope.map { $0.escapingControls + "\n" }.joined()
      try Console.give(head + "\n" + letter.email.text)
    case .eml: try Console.give(letter.message.bytes)
    }
    Console.say(
      "not sent: it would go to \(letter.recipients.map(\.address).joined(separator: ", "))")
  }

  /// Asks before the same words go to the same people once more; the one reminder of a silent client
  /// is no such thing.
  fileprivate func requireUnsent(_ letter: Letter, of target: Target) throws {
    let (content, today) = (letter.email.content, Environment.today)
    let answer = ClientAnswer(to: content.kind, of: target.brief, policy: policy, on: today)
    if answer.state == .silent, !answer.isReminded { return }
    let sent = target.brief.emailRecords.last { record in
      record.kind.rawValue == letter.kind.rawValue && record.isOut && record.carries(content)
        && letter.recipients.contains { person in
          !policy.isColleague(person.address) && record.to.contains { person.isSame(as: $0) }
        }
    }
    guard let sent else { return }
    let day = sent.sent.map { " on \($0)" } ?? ""
    let words = "\(letter.kind.inWords) of \(target.name) went out in these very words\(day)"
    if Console.canAsk {
      let typed = Console.ask("\(words): send it once more (y/N)?".escapingControls)
      if let typed, ["y", "yes"].contains(typed.collapsingWhiteSpace.asciiLowercased) { return }
    }
    throw CommandFailure(
      "\(words): nothing was sent", kind: .refused,
      hints: ["to send it once more all the same: handoff \(Arguments.retyped) --again"])
  }

  /// The clients whom a person at the terminal picks; nil where there is nobody to ask or nothing
  /// to choose.
  fileprivate func askedRecipients(of target: Target) throws -> [MailAddress]? {
    let clients = try clients(of: target.brief)
    guard Console.canAsk, clients.count > 1 else { return nil }
    for (index, client) in clients.enumerated() {
      Console.say("  \(index + 1)  \(client.name) <\(client.address)>")
    }
    guard let answer = Console.ask("To whom (such as 1,2; Enter for all)?"), !answer.isWhiteSpace
    else { return nil }
    let numbers = answer.split { $0 == "," || $0 == " " }.map { Int($0) ?? 0 }
    guard numbers.allSatisfy({ (1...clients.count).contains($0) }) else {
      throw CommandFailure("“\(answer)” names none of them", hints: ["type numbers, such as 1,2"])
    }
    return clients.indices.filter { numbers.contains($0 + 1) }.map { clients[$0] }
  }
}
