internal import Briefs
internal import Diagnostics
internal import Git
internal import ReceivedMail
internal import Workspace

/// An answer of the client's that is about to be recorded.
struct Reply {
  enum Answer: String, CaseIterable {
    case confirmed, corrected
  }

  /// A message that is kept.
  struct Evidence {
    let id: String
    let file: NewFile
    let path: String
  }

  let target: Session.Target
  let sent: SentSummary
  let how: String
  let by: String
  let on: CalendarDate
  let note: String?
  var evidence: Evidence?
  var text: ReplyText?

  /// When the message says it was written, as `YYYY-MM-DDTHH:MM:SSZ`; nil without one.
  var time: String?

  init(
    target: Session.Target, sent: SentSummary, how: String, by: String, on: CalendarDate,
    note: String?
  ) {
    self.target = target
    self.sent = sent
    self.how = how
    self.by = by
    self.on = on
    self.note = note
  }
}

// How an answer to a summary gets on record.
extension Session {
  /// The emails on record in a brief, from the oldest to the newest; with the numbers that
  /// `email log` gives their revisions where those are asked for.
  func sentSummaries(
    of target: Target, areNumbered: Bool, under subjects: [SentSummary.Kind: String] = [:]
  ) throws -> [SentSummary] {
    let records = target.brief.emailRecords
    let revisions =
      areNumbered && !records.isEmpty
      ? try summaryRevisions(of: target.brief, in: target.file) : nil
    return records.compactMap { record in
      SentSummary.Kind(rawValue: record.kind.rawValue).map { kind in
        SentSummary(
          brief: target.name, position: record.position, kind: kind,
          messageID: record.messageID ?? "", number: revisions?.revision(of: record.item)?.number,
          isDated: record.isOut, sent: record.item.string(.sent) ?? "", body: record.body,
          subject: subjects[kind] ?? "")
      }
    }
  }

  /// The message as a new file and entry of evidence; refused where it is there already.
  func evidence(
    of bytes: [UInt8], on day: CalendarDate, for target: Target
  ) throws -> Reply.Evidence {
    let digest = SHA256Hex.of(bytes)
    let known = target.brief.items(in: .evidence).first { $0.string(.sha256) == digest }
    if let known {
      throw CommandFailure(
        "\(target.name) has this message already: \(known.name)", kind: .refused)
    }
    let folder = "evidence/" + accountFolder(of: target)
    let names = ["\(day)-reply.eml"] + (2...999).map { "\(day)-reply-\($0).eml" }
    for other in finder.versions where other.path != target.file.path {
      let known = other.brief?.items(in: .evidence).first { $0.string(.sha256) == digest }
      guard let known else { continue }
      Console.say(
        "the same message is on record in \(other.brief?.id ?? other.stem), as \(known.name)")
    }
    let free = names.lazy.map { "\(folder)/\($0)" }.first { tree.bytes(of: $0) == nil }
    guard let path = free else { throw CommandFailure("\(folder) has too many replies of a day") }
    var generator = SystemRandomNumberGenerator()
    let id = ItemID.mint(for: .evidence, unlike: target.brief.itemIDs, using: &generator)
    return Reply.Evidence(
      id: id, file: NewFile(path: Array(path.utf8), bytes: bytes), path: path)
  }

  /// Puts an answer on record and commits it, with the message where there is one.
  func record(_ reply: Reply, by person: Person, saying typed: Reply.Answer?) throws {
    let target = reply.target
    let record = target.brief.items(in: .emails)[reply.sent.position]
    guard reply.sent.isDated else {
      throw CommandFailure(
        "the record of that email does not say when it was sent", kind: .refused,
        hints: ["write `sent:` with the day into it, in \(target.file.displayPath)"])
    }
    try requireCommittable(target)
    guard let answer = try typed ?? askedAnswer() else {
      Console.say("nothing was recorded")
      return
    }
    let place = place(of: reply, answer, over: record, in: target)
    let draft = try draft(of: target.brief, named: target.name) { editor throws(EditingError) in
      switch place {
      case .record: try editor.record(reply, answer, over: record)
      case .note: try editor.note(reply, answer, beside: record)
      }
    }
    try requireSound(draft, of: target, for: .emailReply, adding: reply.evidence?.file)
    let way = reply.how == "email" ? "" : " by \(reply.how)"
    try commit(
      draft, of: target, as: .emailReply, saying: "\(answer.rawValue) by \(reply.by)\(way)",
      reason: reply.note, adding: reply.evidence?.file)
    switch place {
    case .record:
      if let earlier = record.string(.reply), earlier != "none" {
        Console.say(
          "this replaces the answer of \(record.string(.replied) ?? "before"): \(earlier)")
      }
      let witness = reply.evidence == nil ? ", as \(person.label) reports" : ""
      Console.say("\(target.name): the client \(answer.rawValue) the summary\(way)\(witness)")
    case .note: tellBeside(reply, answer, record)
    }
    if let evidence = reply.evidence {
      Console.say("the message is kept as \(evidence.id): \(evidence.path)")
    }
    let isOpen = place == .note && record.string(.reply) == Reply.Answer.corrected.rawValue
    if answer == .corrected || isOpen { tellNext(of: target, reply.sent.kind) }
  }

  /// The folder of a brief's account, as its own path has it; its id where it is in none.
  private func accountFolder(of target: Target) -> String {
    let folders = target.file.displayPath.split(separator: "/").dropLast()
    guard folders.count > 1, let last = folders.last else { return target.name }
    return String(last)
  }

  private func askedAnswer() throws -> Reply.Answer? {
    guard Console.canAsk else {
      throw CommandFailure(
        "say what the client answered", hints: ["give --confirmed or --corrected"])
    }
    let typed = Console.ask("\nconfirmed, corrected, or neither (Enter)?")?.collapsingWhiteSpace
    guard let typed, !typed.isEmpty, typed != "neither" else { return nil }
    let words = Reply.Answer.allCases.map(\.rawValue)
    guard let answer = Reply.Answer(rawValue: typed.asciiLowercased) else {
      throw CommandFailure.unknownName(typed, "answer", words + ["neither"])
    }
    return answer
  }

  /// Says what a correction asks for: the words are the person's to change.
  private func tellNext(of target: Target, _ kind: SentSummary.Kind) {
    let open = target.brief.summaryTopics.filter { !$0.isFilled }.map(\.title)
    if !open.isEmpty { Console.say("not answered yet: \(open.joined(separator: ", "))") }
    for question in target.brief.openQuestions { Console.say("still open: \(question.label)") }
    let (path, name) = (target.file.displayPath.shellWord, target.name.shellWord)
    Console.say("next: put it into \(path) in the client's words, then")
    Console.say("  git commit -m \"\(target.name): what the client corrected\" -- \(path)")
    Console.say("  handoff email send \(name)\(kind == .final ? " --kind final" : "")")
  }
}

extension BriefEditor {
  fileprivate mutating func record(
    _ reply: Reply, _ answer: Reply.Answer, over record: Item
  ) throws(EditingError) {
    let place = FieldPlace.item(.position(reply.sent.position), in: .emails)
    // What an earlier answer left must not be taken for part of this one.
    for stale in [FieldName.note, .evidence] where record.fields.field(stale) != nil {
      try remove(stale, from: place)
    }
    try set(.reply, to: .text(answer.rawValue), in: place)
    try set(.replied, to: .text("\(reply.on)"), in: place)
    try set(.repliedBy, to: .text(reply.by), in: place)
    try set(.how, to: .text(reply.how), in: place)
    if let note = reply.note { try set(.note, to: .text(note), in: place) }
    if let evidence = reply.evidence { try set(.evidence, to: .text(evidence.id), in: place) }
    try keep(reply)
  }
}
