internal import Briefs
internal import Diagnostics
internal import ReceivedMail
internal import Workspace

/// Where an answer goes, given what is on record as the answer to the same email.
enum AnswerPlace {
  /// Into the record, in place of what is there.
  case record

  /// Into its note, beside the answer that stands.
  case note
}

// Which of several answers to one email stands.
extension Session {
  /// Where an answer goes: a correction stands until another summary is sent, unless whoever made it
  /// takes it back, and an answer that was written earlier replaces no later one.
  func place(
    of reply: Reply, _ answer: Reply.Answer, over item: Item, in target: Target
  ) -> AnswerPlace {
    guard let standing = item.string(.reply).flatMap({ Reply.Answer(rawValue: $0) }) else {
      return .record
    }
    let isSamePerson =
      item.string(.repliedBy).map {
        $0.asciiLowercased.utf8.elementsEqual(reply.by.asciiLowercased.utf8)
      } ?? false
    let isEarlier = reply.isEarlier(than: item.fields.date(.replied)) {
      messageTime(of: item, in: target)
    }
    switch (standing, answer, isSamePerson) {
    case (.corrected, .confirmed, true):
      return isEarlier || item.tellsOfCorrection ? .note : .record
    case (.corrected, _, false): return .note
    case (.confirmed, .corrected, false): return .record
    case (_, _, _): return isEarlier ? .note : .record
    }
  }

  /// When the message was written that a record has as its answer; nil where none can be read.
  private func messageTime(of item: Item, in target: Target) -> String? {
    let kept = target.brief.items(in: .evidence).first { $0.id == item.string(.evidence) }
    guard let path = kept?.string(.file), let bytes = tree.bytes(of: path),
      // A kept message that cannot be read any more still has its day on record.
      let message = try? MailReader.read(bytes), !message.date.isEmpty
    else { return nil }
    return message.date
  }

  /// Says what stands, and that another answer is kept beside it.
  func tellBeside(_ reply: Reply, _ answer: Reply.Answer, _ record: Item) {
    let standing = record.string(.reply) ?? ""
    let who = record.string(.repliedBy) ?? "the client"
    let day = record.string(.replied).map { " of \($0)" } ?? ""
    Console.say(
      "\(reply.target.name): the answer\(day) by \(who) stands: \(standing); that of \(reply.by), "
        + "\(answer.rawValue), is kept beside it, in its note")
    if standing == Reply.Answer.corrected.rawValue {
      Console.say("a correction stays open until a new revision is sent, whoever else confirms")
    }
  }
}

extension Reply {
  /// The answer in a few words, for the note of the record in which another one stands.
  func words(_ answer: Answer) -> String {
    let source = evidence.map { "\($0.id)" } ?? how
    return "\(by) \(answer.rawValue) on \(on) (\(source))" + (note.map { ": \($0)" } ?? "")
  }

  /// Whether it was written before an answer of a day; on one day the messages' own times tell.
  fileprivate func isEarlier(than day: CalendarDate?, at time: () -> String?) -> Bool {
    guard let day, on == day else { return day.map { on < $0 } ?? false }
    guard let written = self.time, let other = time() else { return false }
    return written.utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension Item {
  /// Whether the note tells of a correction by somebody else, as ``Reply/words(_:)`` has it.
  fileprivate var tellsOfCorrection: Bool {
    string(.note)?.contains(" \(Reply.Answer.corrected.rawValue) on ") ?? false
  }
}

extension BriefEditor {
  /// Notes an answer beside the one that stands.
  mutating func note(_ reply: Reply, _ answer: Reply.Answer, beside record: Item)
    throws(EditingError)
  {
    let place = FieldPlace.item(.position(reply.sent.position), in: .emails)
    let words = [record.string(.note), reply.words(answer)].compactMap { $0 }
    try set(.note, to: .text(words.joined(separator: "; ")), in: place)
    try keep(reply)
  }

  /// Enters the message as evidence, where there is one.
  mutating func keep(_ reply: Reply) throws(EditingError) {
    guard let evidence = reply.evidence else { return }
    try add(
      [
        (.id, .text(evidence.id)), (.kind, "email"), (.file, .text(evidence.path)),
        (.sha256, .text(SHA256Hex.of(evidence.file.bytes))), (.date, .text("\(reply.on)")),
      ], to: .evidence)
  }
}
