internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Mail
internal import ReceivedMail
internal import Workspace

/// Records what the client answered to a summary.
struct EmailReply: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reply",
    abstract: "Record what the client answered to a summary.",
    discussion: """
      handoff email reply answer.eml --confirmed
      handoff email reply acme-onboarding --how phone --by ana@acme.example --confirmed
      handoff email reply acme-onboarding --how chat --by ana@acme.example --kind call --corrected

      A message is matched by In-Reply-To, then References, then [ID] in the subject, and kept \
      byte for byte as evidence. Whether it confirms or corrects is said by you, never read out of \
      it. An out-of-office note is neither; where only the subject or the sender looks like one, \
      you are asked, or say --client-wrote. Without a message, the summary sent last is meant; \
      --kind and --revision say another.
      """)

  @Argument(help: "The message, - for the standard input; with --how PHONE and so on, the brief.")
  var file: String

  @Argument(help: "The brief that it answers, where the message does not say it.")
  var brief: String?

  @Flag(help: "The client says that the summary is right.")
  var confirmed = false

  @Flag(help: "The client says that something is missing or wrong.")
  var corrected = false

  @Flag(help: "The client wrote the message, though it looks like an automatic one.")
  var clientWrote = false

  @Option(
    help: ArgumentHelp(
      "How the client answered, without a message: phone, meeting or chat.", valueName: "way"))
  var how: String?

  @Option(
    help: "Who of the client answered: an address; that of the message where it is left out.")
  var by: String?

  @Option(
    help: "Which it answers: \(EmailKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: EmailKind?

  @Option(help: "Which revision it answers, by its number in handoff email log.")
  var revision: Int?

  @Option(help: "What else is to be known of the answer.")
  var note: String?

  func run() throws {
    guard !(confirmed && corrected) else {
      throw CommandFailure("an answer confirms or corrects: give one of the two")
    }
    let session = try Session()
    let person = try session.member()
    let reply: Reply
    if let how, how != "email" {
      reply = try toldReply(by: how, session)
    } else {
      reply = try writtenReply(session)
    }
    guard reply.sent.kind != .introduction else {
      throw CommandFailure(
        "an introduction asks for no confirmation: nothing was recorded", kind: .refused,
        hints: ["where it is about the final summary in it: \(retyped) --kind final"])
    }
    try session.requireClient(reply, named: by, retyped: retyped)
    try session.record(reply, by: person, saying: answer)
  }

  /// What the person says of it; nil where it is still to be asked.
  private var answer: Reply.Answer? { confirmed ? .confirmed : corrected ? .corrected : nil }

  /// The command as it was typed.
  private var retyped: String {
    var words = ["handoff email reply", file.shellWord]
    if let brief { words.append(brief.shellWord) }
    if let how { words.append("--how \(how.shellWord)") }
    if let kind { words.append("--kind \(kind.rawValue)") }
    if let revision { words.append("--revision \(revision)") }
    if let note { words.append("--note \(note.shellWord)") }
    if clientWrote { words.append("--client-wrote") }
    if let answer { words.append("--\(answer.rawValue)") }
    return words.joined(separator: " ")
  }

  /// What the person says of the summary that is answered.
  private func choice(in brief: String?) -> ReplyMatch.Choice {
    ReplyMatch.Choice(
      brief: brief, kind: kind.flatMap { SentSummary.Kind(rawValue: $0.rawValue) },
      revision: revision)
  }

  /// An answer by phone, in a meeting or in a chat.
  private func toldReply(by how: String, _ session: Session) throws -> Reply {
    let ways = ["phone", "meeting", "chat"]
    guard ways.contains(how) else { throw CommandFailure.unknownName(how, "way", ways) }
    guard let by else {
      throw CommandFailure("say who answered", hints: ["give their address: --by ADDRESS"])
    }
    let (file, brief) = try session.brief(file)
    let target = Session.Target(file: file, brief: brief, item: nil)
    let answerer = try session.answerer(by, of: brief)
    let records = try session.sentSummaries(of: target, areNumbered: true)
    let match = try CommandFailure.catchingMismatch { () throws(ReplyMatch.Failure) in
      try ReplyMatch(told: target.name, among: records, chosen: choice(in: target.name))
    }
    let isSaid = kind != nil || revision != nil
    session.showTold(match.sent, of: target, among: isSaid ? [] : records)
    return Reply(
      target: target, sent: match.sent, how: how, by: answerer, on: Environment.today, note: note)
  }

  /// An answer in a message.
  private func writtenReply(_ session: Session) throws -> Reply {
    let bytes = try Input.file(file, atMost: MessageLimit.size.most)
    try UnreadableMessage.refuse(bytes)
    let message = try MailReader.read(bytes)
    try UnreadableMessage.refuse(message)
    if let automatic = AutomaticReply(message) {
      throw CommandFailure(
        "the message is \(automatic.rawValue), and no answer: nothing was recorded", kind: .refused)
    }
    let named = try brief.map { try session.brief($0) }
    let targets = session.finder.versions.compactMap { file in
      file.brief.map { Session.Target(file: file, brief: $0, item: nil) }
    }
    let sent = try targets.flatMap { target in
      let isNumbered = revision != nil || message.namesRevision(of: target.name)
      return try session.sentSummaries(
        of: target, areNumbered: isNumbered,
        under: message.subject.contains("[\(target.name)]") ? session.subjects(of: target) : [:])
    }
    let match = try CommandFailure.catchingMismatch { () throws(ReplyMatch.Failure) in
      try ReplyMatch(
        of: message, among: sent, briefs: targets.map(\.name),
        chosen: choice(in: named.map { $0.brief.id ?? $0.file.stem }))
    }
    guard let target = targets.first(where: { $0.name == match.sent.brief }) else {
      preconditionFailure("a summary is matched among those of the briefs")
    }
    let record = target.brief.items(in: .emails)[match.sent.position]
    var reply = Reply(
      target: target, sent: match.sent, how: "email",
      by: try by.map { try session.answerer($0, of: target.brief) } ?? message.sender(),
      on: message.day(from: record.fields.date(.sent), to: Environment.today), note: note)
    reply.evidence = try session.evidence(of: bytes, on: reply.on, for: target)
    reply.time = message.date.hasPrefix("\(reply.on)") ? message.date : nil
    let text = ReplyText(of: message)
    reply.text = text
    let ownSubject = OwnSubject.words(
      of: message.subject, besides: Array(try session.subjects(of: target).values))
    if text.doubts.contains(.noText) { throw UnreadableMessage.withoutText }
    session.show(message, reply, match)
    if !ownSubject.isEmpty { Console.say("the subject says: \(ownSubject)") }
    try requireWritten(message)
    return reply
  }

  /// Refuses what looks like a program's, unless the person says that the client wrote it.
  private func requireWritten(_ message: ReceivedMessage) throws {
    guard !clientWrote, let seeming = AutomaticSubject.suspicion(of: message) else { return }
    if Console.canAsk {
      let answer = Console.ask(
        "\nit looks like \(seeming.rawValue); did the client write it (y/N)?")
      if let answer, ["y", "yes"].contains(answer.collapsingWhiteSpace.asciiLowercased) { return }
    }
    throw CommandFailure(
      "the message looks like \(seeming.rawValue): nothing was recorded", kind: .refused,
      hints: ["if the client wrote it, say so: --client-wrote"])
  }
}

extension ReceivedMessage {
  /// The address that the message says it is from; anybody can write it there.
  fileprivate func sender() throws -> String {
    let addresses = from.map { $0.address.asciiLowercased }
    guard let address = addresses.first, Identifiers.isAddress(address, lowerCase: true) else {
      throw CommandFailure(
        "the message does not say whom it is from", hints: ["say who answered: --by ADDRESS"])
    }
    return address
  }

  /// The day that it says it was sent on, where that can be; else today.
  fileprivate func day(from sent: CalendarDate?, to today: CalendarDate) -> CalendarDate {
    guard let day = CalendarDate(String(date.prefix(10))), day <= today,
      sent.map({ $0 <= day }) ?? true
    else { return today }
    return day
  }
}
