/// Which summary a reply answers, and how that is known; never by likeness.
package struct ReplyMatch: Sendable, Equatable {
  /// What told it.
  package enum Way: String, Sendable, Equatable {
    case inReplyTo = "In-Reply-To"
    case references = "References"
    case subject = "the subject"
    case named = "the person"
  }

  /// What a person says of the summary that is answered.
  package struct Choice: Sendable, Equatable {
    /// The brief, where it is named.
    package let brief: String?

    /// What was sent, where it is said.
    package let kind: SentSummary.Kind?

    /// The number of the revision, where it is said.
    package let revision: Int?

    package init(
      brief: String? = nil, kind: SentSummary.Kind? = nil, revision: Int? = nil
    ) {
      self.brief = brief
      self.kind = kind
      self.revision = revision
    }
  }

  /// Why no summary was found.
  package enum Failure: Error, Sendable, Equatable {
    /// Neither header nor subject names a summary on record.
    case unknown

    /// Several briefs are meant.
    case several([String])

    /// The brief is known, and no summary of it is on record as sent, or none that is meant.
    case nothingSent(String)

    /// The message names a revision of the brief of which nothing is on record as sent.
    case unrecorded(String, revision: Int)

    /// Several kinds of summary were sent of the revision that the message names.
    case undecided(String, revision: Int)

    /// The message was written before any summary of the brief was sent that it could answer.
    case early(String)

    /// The message answers one that is on record, and the person says another.
    case contradicted(SentSummary)
  }

  /// The summary that is answered.
  package let sent: SentSummary

  /// How that is known.
  package let way: Way

  /// Whether only the number in the id told it: that message itself is not on record.
  package let isByNumber: Bool

  /// Whether it was answered as part of the introduction, which carried it.
  package let isOfIntroduction: Bool

  /// The newest summary of the brief, where the reply answers an older one.
  package let newer: SentSummary?

  /// Finds the summary that a message answers among those of a repository, each brief's from the
  /// oldest to the newest.
  ///
  /// A brief that the person names rules out the others, and stands in where nothing else tells. An
  /// id of ours that is not on record counts for its revision, and never for a newer one. Where only
  /// the brief is known it is the newest one that was sent before the message was written, of the kind
  /// whose subject the message has. An answer to an introduction counts for the final summary in it
  /// where the person says that it is about that.
  package init(
    of message: ReceivedMessage, among sent: [SentSummary], briefs: [String],
    chosen choice: Choice = Choice()
  ) throws(Failure) {
    let sent = choice.brief.map { name in sent.filter { $0.brief.isSame(as: name) } } ?? sent
    let briefs = choice.brief.map { [$0] } ?? briefs
    let told = message.references.reversed().map(\.withoutBrackets)
    for (ids, way) in [
      (message.inReplyTo.map(\.withoutBrackets), Way.inReplyTo), (told, .references),
    ] {
      for id in ids where !id.isEmpty {
        let found = sent.filter { $0.messageID.isSame(as: id) }
        if let last = found.last {
          if last.kind == .introduction, choice.kind == .final,
            let carried = last.carried(among: sent), choice.admits(carried)
          {
            try ReplyMatch.requireOne(found)
            self.init(carried, by: way, isOfIntroduction: true, among: sent)
            return
          }
          guard choice.admits(last) else { throw .contradicted(last) }
          try ReplyMatch.requireOne(found)
          self.init(last, by: way, among: sent)
          return
        }
        for brief in briefs {
          guard let number = id.revision(of: brief) else { continue }
          self = try ReplyMatch(number, of: brief, by: way, among: sent, choice)
          return
        }
      }
    }
    // Providers that give messages an id of their own leave the key of the thread.
    let keyed = briefs.filter { brief in told.contains { $0.isKey(of: brief, among: sent) } }
    if !keyed.isEmpty {
      self = try ReplyMatch(newestOf: keyed, for: message, by: .references, among: sent, choice)
      return
    }
    let tokens = message.subject.bracketedWords
    let tokened = briefs.filter { brief in tokens.contains { $0.isSame(as: brief) } }
    if !tokened.isEmpty {
      self = try ReplyMatch(newestOf: tokened, for: message, by: .subject, among: sent, choice)
      return
    }
    guard let name = choice.brief else { throw .unknown }
    self = try ReplyMatch(newestOf: [name], for: message, by: .named, among: sent, choice)
  }

  /// The summary of a brief that a person answers for: the newest that they may mean.
  package init(
    told brief: String, among sent: [SentSummary], chosen choice: Choice
  ) throws(Failure) {
    try self.init(newestOf: [brief], for: nil, by: .named, among: sent, choice)
  }

  private init(
    newestOf briefs: [String], for message: ReceivedMessage?, by way: Way,
    among sent: [SentSummary], _ choice: Choice
  ) throws(Failure) {
    guard briefs.count == 1 else { throw .several(briefs) }
    let own = sent.filter { $0.brief.isSame(as: briefs[0]) && choice.means($0) }
    guard let last = own.last else { throw .nothingSent(briefs[0]) }
    if let answered = own.last(where: { message?.mayAnswer($0, of: own) ?? true }) {
      self.init(answered, by: way, among: sent)
      return
    }
    // What the person says outweighs a clock that may be wrong.
    guard choice.kind != nil || choice.revision != nil else { throw .early(briefs[0]) }
    self.init(last, by: way, among: sent)
  }

  private init(
    _ number: Int, of brief: String, by way: Way, among sent: [SentSummary], _ choice: Choice
  ) throws(Failure) {
    // The numbers in ids stay what they were, even where history was written anew.
    let own = sent.filter { record in
      record.brief.isSame(as: brief) && choice.means(record)
        && (record.messageID.revision(of: brief) ?? record.number) == number
    }
    guard let last = own.last else { throw .unrecorded(brief, revision: number) }
    guard own.allSatisfy({ $0.kind == last.kind }) else {
      throw .undecided(brief, revision: number)
    }
    self.init(last, by: way, isByNumber: true, among: sent)
  }

  private init(
    _ sent: SentSummary, by way: Way, isByNumber: Bool = false, isOfIntroduction: Bool = false,
    among all: [SentSummary]
  ) {
    self.isOfIntroduction = isOfIntroduction
    let newest = all.last { $0.brief.isSame(as: sent.brief) && $0.kind != .introduction }
    self.sent = sent
    self.way = way
    self.isByNumber = isByNumber
    newer = newest.flatMap { $0.isLater(than: sent, in: all) ? $0 : nil }
  }

  private static func requireOne(_ found: [SentSummary]) throws(Failure) {
    let names = found.map(\.brief).reduce(into: [String]()) { names, name in
      if !names.contains(where: { $0.isSame(as: name) }) { names.append(name) }
    }
    guard names.count == 1 else { throw .several(names) }
  }
}

extension ReplyMatch.Choice {
  /// Whether a summary can be meant by what the person says.
  fileprivate func admits(_ sent: SentSummary) -> Bool {
    (kind.map { $0 == sent.kind } ?? true) && (revision.map { $0 == sent.revision } ?? true)
  }

  /// Whether a summary is one that is meant where nothing names a message; an introduction is not,
  /// unless it is said.
  fileprivate func means(_ sent: SentSummary) -> Bool {
    admits(sent) && sent.isDated && (sent.kind != .introduction || kind == .introduction)
  }
}

extension ReceivedMessage {
  /// Whether it was written after a summary was sent, and has no other kind's subject.
  fileprivate func mayAnswer(_ summary: SentSummary, of all: [SentSummary]) -> Bool {
    let words = Array(subject.utf8)
    let kinds = all.filter { !$0.subject.isEmpty && words.contains(Array($0.subject.utf8)) }
      .map(\.kind)
    let isOfKind = Set(kinds).count != 1 || kinds.first == summary.kind
    return isOfKind && (date.isEmpty || summary.isSent(by: date))
  }
}

extension SentSummary {
  /// The final summary whose words an introduction had.
  fileprivate func carried(among all: [SentSummary]) -> SentSummary? {
    all.last { other in
      other.kind == .final && other.isDated && other.brief.isSame(as: brief)
        && other.body.isSame(as: body)
    }
  }

  /// Whether it was sent after another, in other words: a reminder is no newer summary.
  fileprivate func isLater(than other: SentSummary, in all: [SentSummary]) -> Bool {
    if revision != nil, revision == other.revision, kind == other.kind { return false }
    guard let place = all.firstIndex(of: self), let before = all.firstIndex(of: other) else {
      return false
    }
    return before < place
  }
}

extension String {
  fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  /// Whether an id is `ID@domain`, at the domain that the brief's own messages came from.
  fileprivate func isKey(of brief: String, among sent: [SentSummary]) -> Bool {
    guard utf8.starts(with: (brief + "@").utf8) else { return false }
    let domain = utf8.dropFirst(brief.utf8.count)
    return sent.contains { record in
      record.brief.isSame(as: brief)
        && record.messageID.utf8.suffix(domain.count).elementsEqual(domain)
    }
  }

  /// What stands in square brackets: `[acme-onboarding]`.
  fileprivate var bracketedWords: [String] {
    let pieces = utf8.split(separator: UInt8(ascii: "["), omittingEmptySubsequences: false)
    return pieces.dropFirst().compactMap { piece in
      guard let end = piece.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      return String(decoding: Array(piece[..<end]), as: UTF8.self)
    }
  }
}
