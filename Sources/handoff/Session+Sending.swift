internal import Briefs
internal import Diagnostics
internal import Git
internal import Mail
internal import Workspace

// How a message goes out: judged first, handed over, and on record only where that worked.
extension Session {
  /// The brief with a message on record, not written anywhere; refused where the summary tells what
  /// is internal, or where the record could not be committed.
  func recording(_ email: NewEmail, of target: Target, for step: Step) throws -> Brief {
    let person = try member().email
    let draft = try draft(of: target.brief, named: target.name) { editor throws(EditingError) in
      try editor.record(email)
      if email.kind == EmailKind.introduction.rawValue {
        let day = Instant(email.sent)?.date ?? CalendarDate(email.sent) ?? Environment.today
        try editor.introduce(to: email.to, by: person, on: day, how: "email")
      }
    }
    let findings = try requireSound(draft, of: target, for: step)
    let leaks = findings.filter { $0.rule == "leaked-internal" }
    guard leaks.isEmpty else { throw CommandFailure.refused(leaks, step, target) }
    // Before a message of ours goes out, `email introduce` says it in its own words.
    for finding in findings
    where finding.rule == "early-introduction" && email.via == MailVia.ownProgram {
      Console.say("\(target.name): \(finding.message)")
    }
    return draft
  }

  /// Sends a letter and puts it on record.
  func send(_ letter: Letter, of target: Target, as step: Step) throws {
    guard !letter.message.to.isEmpty else { throw CommandFailure.nobodyToWriteTo(target) }
    let turn = try turnToSend(target)
    defer { withExtendedLifetime(turn) {} }
    try requireReadyToRecord(target)
    try requireAllRecorded(of: target)
    let email = NewEmail(letter, via: MailVia.sendmail)
    let draft = try recording(email, of: target, for: step)
    let program = try CommandFailure.catching { () throws(GitError) in
      try MailProgram(of: repository)
    }
    let unrecorded = UnrecordedEmail(brief: target.name, email: email)
    try keep(letter.message.bytes, of: unrecorded)
    switch handOver(letter, of: target.commandName(letter), to: program) {
    case .sent: break
    case .unknown: throw CommandFailure.maybeSent(unrecorded, program)
    case .notSent(let failure):
      forget(unrecorded)
      throw failure
    }
    do {
      try commit(draft, of: target, as: step, saying: letter.inWords)
    } catch {
      Console.say("THE MESSAGE WAS SENT, but it is not on record: do not send it again")
      throw CommandFailure(
        "\(target.name): the message was sent, and is not on record", kind: .refused,
        hints: ["once the cause above is mended, record it: \(unrecorded.recordCommand)"])
    }
    forget(unrecorded)
    Console.say(
      "\(letter.kind.inWords) of \(target.name) is on its way to "
        + "\(letter.recipients.map(\.label).joined(separator: ", ")), and on record")
  }

  /// What became of a letter.
  private enum Fate {
    case sent
    case notSent(CommandFailure)

    /// The mail program was ended before it said it.
    case unknown
  }

  private func handOver(_ letter: Letter, of name: String, to program: MailProgram) -> Fate {
    let output: ChildProcess.Output
    do throws(GitError) {
      output = try program.send(
        letter.message.bytes, from: letter.message.from.address,
        to: letter.recipients.map(\.address), environment: Environment.all)
    } catch {
      return .notSent(CommandFailure(error))
    }
    let words = String(decoding: output.errors + output.output, as: UTF8.self)
    // That there is no such program is said in our own words.
    let told = output.status == 127 ? "" : words
    let lines = told.unicodeScalars.prefix(4_000).split(separator: "\n")
    for line in lines { Console.say(String(line)) }
    if output.status == 0 { return .sent }
    return output.status > 128 ? .unknown : .notSent(.notSent(program, output.status, name))
  }
}

/// How a message went out, as records say it.
enum MailVia {
  static let sendmail = "sendmail"
  static let ownProgram = "own-program"
}

extension NewEmail {
  init(_ letter: Letter, via: String) {
    self.init(
      kind: letter.kind.rawValue, body: letter.email.content.digest,
      sent: Instant.text(secondsSince1970: letter.message.date),
      to: letter.recipients.map(\.address), via: via, messageID: letter.message.id.text)
  }
}

extension Session.Target {
  /// The brief, and the kind where it must be said, behind `email show` and `email sent`.
  fileprivate func commandName(_ letter: Letter) -> String {
    name.shellWord + (letter.kind == .call ? "" : " --kind \(letter.kind.rawValue)")
  }
}

extension Letter {
  /// What the commit says of it.
  fileprivate var inWords: String {
    "\(kind.inWords) sent to \(recipients.map(\.address).joined(separator: ", "))"
  }
}

extension CommandFailure {
  /// Nobody is known who could get the message.
  static func nobodyToWriteTo(_ target: Session.Target) -> CommandFailure {
    CommandFailure(
      "\(target.name) names no client with an address", kind: .refused,
      hints: [
        "give a stakeholder one: handoff set \(target.name.shellWord)/S1 email ana@acme.example; "
          + "or say whom: --to ana@acme.example"
      ])
  }

  /// The mail program was ended before it said what became of the message.
  fileprivate static func maybeSent(
    _ unrecorded: UnrecordedEmail, _ program: MailProgram
  ) -> CommandFailure {
    CommandFailure(
      "“\(program.command)” was ended by a signal, or after \(program.secondsAllowed) seconds: "
        + "the message may have gone out, and is not on record",
      hints: unrecorded.commands + [
        "to give the program more time: git config \(MailProgram.timeSetting) SECONDS"
      ])
  }

  fileprivate static func notSent(
    _ program: MailProgram, _ status: Int32, _ brief: String
  ) -> CommandFailure {
    let cause = status == 127 ? "was not found" : "ended with status \(status)"
    return CommandFailure(
      "nothing was sent and nothing recorded: “\(program.command)” \(cause)",
      hints: [
        program.setting.map { "it is what git config \($0) says" }
          ?? "say what sends your mail: git config --global handoff.sendmail msmtp",
        "or send it with your own program: handoff email show \(brief) --format eml --draft",
        "and then record it: handoff email sent \(brief)",
      ])
  }
}
