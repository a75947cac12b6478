/// A summary that was sent, as a brief has it on record.
package struct SentSummary: Sendable, Equatable {
  /// The brief's id.
  package let brief: String

  /// Where the record stands in the brief's list, from 0.
  package let position: Int

  /// The id of the message, with or without its brackets; empty where none is on record.
  package let messageID: String

  /// Whether it is the introduction of the receiver, which asks for no answer.
  package let isIntroduction: Bool

  package init(
    brief: String, position: Int, messageID: String, isIntroduction: Bool = false
  ) {
    self.brief = brief
    self.position = position
    self.isIntroduction = isIntroduction
    self.messageID = messageID.withoutBrackets
  }

  /// The number of the revision, where the message's id is one of ours: `ID.rN.XXXX@domain`.
  package var revision: Int? {
    let own = brief + ".r"
    guard messageID.utf8.starts(with: own.utf8) else { return nil }
    let digits = messageID.utf8.dropFirst(own.utf8.count).prefix { (0x30...0x39).contains($0) }
    return Int(String(decoding: digits, as: UTF8.self))
  }
}

/// Which summary a reply answers, and how that is known; never by likeness.
package struct ReplyMatch: Sendable, Equatable {
  /// What told it.
  package enum Way: String, Sendable, Equatable {
    case inReplyTo = "In-Reply-To"
    case references = "References"
    case subject = "the subject"
    case named = "the person"
  }

  /// Why no summary was found.
  package enum Failure: Error, Sendable, Equatable {
    /// Neither header nor subject names a summary on record.
    case unknown

    /// Several briefs are meant.
    case several([String])

    /// The brief is known, and no summary of it is on record as sent.
    case nothingSent(String)
  }

  /// The summary that is answered.
  package let sent: SentSummary

  /// How that is known.
  package let way: Way

  /// The newest summary of the brief, where the reply answers an older one.
  package let newer: SentSummary?

  /// Finds the summary that a message answers among those of a repository, each brief's in the order
  /// of its list.
  ///
  /// A brief that the person names rules out the others, and stands in where nothing else tells.
  package init(
    of message: ReceivedMessage, among sent: [SentSummary], briefs: [String],
    named name: String? = nil
  ) throws(Failure) {
    let sent = name.map { name in sent.filter { $0.brief.isSame(as: name) } } ?? sent
    let briefs = name.map { [$0] } ?? briefs
    let told = message.references.reversed().map(\.withoutBrackets)
    for (ids, way) in [
      (message.inReplyTo.map(\.withoutBrackets), Way.inReplyTo), (told, .references),
    ] {
      for id in ids {
        let found = sent.filter { $0.messageID.isSame(as: id) && !id.isEmpty }
        guard let last = found.last else { continue }
        self = try ReplyMatch(found, last, by: way, among: sent)
        return
      }
    }
    // Providers that give messages an id of their own leave the key of the thread.
    let keyed = briefs.filter { brief in told.contains { $0.isKey(of: brief, among: sent) } }
    if !keyed.isEmpty {
      self = try ReplyMatch(newestOf: keyed, by: .references, among: sent)
      return
    }
    let tokens = message.subject.bracketedWords
    let tokened = briefs.filter { brief in tokens.contains { $0.isSame(as: brief) } }
    if !tokened.isEmpty {
      self = try ReplyMatch(newestOf: tokened, by: .subject, among: sent)
      return
    }
    guard let name else { throw .unknown }
    self = try ReplyMatch(newestOf: [name], by: .named, among: sent)
  }

  private init(
    newestOf briefs: [String], by way: Way, among sent: [SentSummary]
  ) throws(Failure) {
    guard briefs.count == 1 else { throw .several(briefs) }
    let own = sent.filter { $0.brief.isSame(as: briefs[0]) && !$0.isIntroduction }
    guard let last = own.last else { throw .nothingSent(briefs[0]) }
    try self.init([last], last, by: way, among: sent)
  }

  private init(
    _ found: [SentSummary], _ last: SentSummary, by way: Way, among sent: [SentSummary]
  ) throws(Failure) {
    let names = found.map(\.brief).reduce(into: [String]()) { names, name in
      if !names.contains(where: { $0.isSame(as: name) }) { names.append(name) }
    }
    guard names.count == 1 else { throw .several(names) }
    let newest = sent.last { $0.brief.isSame(as: last.brief) && !$0.isIntroduction }
    self.sent = last
    self.way = way
    newer = newest.flatMap { $0.position > last.position ? $0 : nil }
  }
}

extension String {
  fileprivate func isSame(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }

  fileprivate var withoutBrackets: String {
    var bytes = utf8[...]
    while bytes.first == UInt8(ascii: "<") { bytes.removeFirst() }
    while bytes.last == UInt8(ascii: ">") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

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
