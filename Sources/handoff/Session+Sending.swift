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
        let how = email.via == MailVia.ownProgram ? "own-program" : "email"
        try editor.introduce(to: email.to, by: person, on: day, how: how)
      }
    }
    let findings = try requireSound(draft, of: target, for: step)
    let leaks = findings.filter { $0.rule == "leaked-internal" }
    guard leaks.isEmpty else { throw CommandFailure.refused(leaks, step, target) }
    for finding in findings where finding.rule == "early-introduction" {
      Console.say("\(target.name): \(finding.message)")
    }
    return draft
  }

  /// Sends a letter and puts it on record.
  func send(_ letter: Letter, of target: Target, as step: Step) throws {
    guard !letter.message.to.isEmpty else { throw CommandFailure.nobodyToWriteTo(target) }
    let email = NewEmail(letter, via: MailVia.sendmail)
    let draft = try recording(email, of: target, for: step)
    try handOver(letter)
    do {
      try commit(draft, of: target, as: step, saying: letter.inWords)
    } catch {
      tellUnrecorded(email, of: target)
      throw CommandFailure(
        "\(target.name): the message was sent, and is not on record", kind: .refused,
        hints: ["do not send it again; record it with the command above"])
    }
    Console.say(
      "\(letter.kind.inWords) of \(target.name) is on its way to "
        + "\(letter.recipients.map(\.label).joined(separator: ", ")), and on record")
  }

  private func handOver(_ letter: Letter) throws {
    let program: MailProgram
    let output: ChildProcess.Output
    do throws(GitError) {
      program = try MailProgram(of: repository)
      output = try program.send(
        letter.message.bytes, from: letter.message.from.address,
        to: letter.recipients.map(\.address), environment: Environment.all)
    } catch {
      throw CommandFailure(error)
    }
    let words = String(decoding: output.errors + output.output, as: UTF8.self)
    for line in words.unicodeScalars.split(separator: "\n") { Console.say(String(line)) }
    guard output.status == 0 else { throw CommandFailure.notSent(program, output.status) }
  }

  /// Says loudly what nobody else knows: the message is out, and the brief does not say so.
  private func tellUnrecorded(_ email: NewEmail, of target: Target) {
    let to = email.to.map { "--to \($0.shellWord)" }.joined(separator: " ")
    let id = email.messageID.map { " --message-id \($0.shellWord)" } ?? ""
    Console.say("THE MESSAGE WAS SENT, but it is not on record: do not send it again")
    Console.say("  what was sent: \(email.kind), \(email.body), at \(email.sent)")
    Console.say(
      "  once the cause below is mended, record it: handoff email sent \(target.name.shellWord) "
        + "--kind \(email.kind) \(to) --on \(email.sent.prefix(10))\(id)")
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

  fileprivate static func notSent(_ program: MailProgram, _ status: Int32) -> CommandFailure {
    let cause = status == 127 ? "was not found" : "ended with status \(status)"
    return CommandFailure(
      "nothing was sent and nothing recorded: “\(program.command)” \(cause)",
      hints: [
        program.setting.map { "it is what git config \($0) says" }
          ?? "say what sends your mail: git config --global handoff.sendmail msmtp",
        "or send it with your own program: handoff email show BRIEF --format eml --draft",
      ])
  }
}
