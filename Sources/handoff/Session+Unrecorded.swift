internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

// Messages that may have gone out without being on record: what is said of them, and what is done.
extension Session {
  /// The messages of a brief that may have gone out; those that its records name by now are
  /// forgotten.
  func unrecordedEmails(of target: Target) -> [UnrecordedEmail] {
    let recorded = target.brief.items(in: .emails).compactMap { $0.string(.messageID) }
    return UnrecordedEmail.all(of: target.name, in: repository).filter { unrecorded in
      let id = unrecorded.email.messageID ?? ""
      guard recorded.contains(where: { $0.utf8.elementsEqual(id.utf8) }) else { return true }
      forget(unrecorded)
      return false
    }
  }

  /// Says of each what may have happened, and what to type.
  func tellUnrecorded(of target: Target) {
    for unrecorded in unrecordedEmails(of: target) {
      Console.say(unrecorded.sentence)
      for command in unrecorded.commands { Console.say("  \(command)") }
    }
  }

  /// Refuses to send while nobody has said what became of the message before.
  func requireAllRecorded(of target: Target) throws {
    guard let unrecorded = unrecordedEmails(of: target).first else { return }
    throw CommandFailure(unrecorded.sentence, kind: .refused, hints: unrecorded.commands)
  }

  /// The message with an id that may have gone out; nil where none is kept.
  func unrecordedEmail(_ id: String?, of target: Target) -> UnrecordedEmail? {
    guard let id else { return nil }
    return unrecordedEmails(of: target).first {
      ($0.email.messageID ?? "").utf8.elementsEqual(id.utf8)
    }
  }

  /// Keeps a message before it is handed over; where that fails nothing is sent.
  func keep(_ message: [UInt8], of unrecorded: UnrecordedEmail) throws {
    do {
      try unrecorded.keep(message, in: repository)
    } catch {
      throw CommandFailure(
        "nothing was sent: \(error.path) could not be written: \(error.reason)")
    }
  }

  /// Forgets a message that is on record or did not go out; what stays is said and harmless.
  func forget(_ unrecorded: UnrecordedEmail) {
    do {
      try unrecorded.forget(in: repository)
    } catch {
      Console.say("\(error.path) could not be removed: \(error.reason)")
    }
  }
}

extension UnrecordedEmail {
  /// What may have happened.
  fileprivate var sentence: String {
    "\(brief): a message of \(email.sent) to \(email.to.joined(separator: ", ")) "
      + "may have gone out without being recorded"
  }

  /// What to type in either case.
  var commands: [String] {
    ["it went out: \(recordCommand)", "it did not: \(recordCommand) --not-sent"]
  }

  /// The command that puts it on record as it was handed over.
  var recordCommand: String {
    "handoff email sent \(brief.shellWord) --message-id \((email.messageID ?? "").shellWord)"
  }
}
