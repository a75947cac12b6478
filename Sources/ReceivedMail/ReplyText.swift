/// What of a reply the client wrote: without the message that was answered, and the signature.
///
///     ReplyText(of: message).ownWords   // "Yes, that is right, but we said October."
///
/// Only what is surely not theirs is left out. Where the two cannot be told apart all of it is kept
/// and ``doubts`` says so.
package struct ReplyText: Sendable, Equatable {
  /// What a run of lines is.
  package enum Kind: String, Sendable, Equatable {
    case own, quoted, signature
  }

  /// Lines of one kind that follow on each other.
  package struct Passage: Sendable, Equatable {
    /// What the lines are.
    package let kind: Kind

    /// The lines, without empty ones around them.
    package let text: String

    package init(kind: Kind, text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// Why the client's words may not be just what is given as such.
  package enum Doubt: String, Sendable, Equatable {
    case inlineAnswers = "the answers may stand inside the quoted message, so all of it is shown"
    case onlyQuoted = "there is nothing above or below the quoted message, so all of it is shown"
    case attribution = "a line may begin a quoted message, and nothing is marked as quoted below it"
    case signature = "a line may begin a signature, and what follows is long"
    case noText = "the message has no text that can be read"
    case forwarded = "the message passes another one on"
  }

  /// All lines in their order.
  package let passages: [Passage]

  /// What could not be told for sure.
  package let doubts: [Doubt]

  /// Whether the text was made from HTML, since there was no other.
  package let isFromHTML: Bool

  /// The client's own words, passages apart by an empty line.
  package var ownWords: String { words(of: .own) }

  /// The passages of a kind, apart by an empty line.
  package func words(of kind: Kind) -> String {
    passages.filter { $0.kind == kind }.map(\.text).joined(separator: "\n\n")
  }

  /// How many lines of a kind there are.
  package func lines(of kind: Kind) -> Int {
    passages.filter { $0.kind == kind }.reduce(0) { count, passage in
      count + passage.text.utf8.split(separator: 0x0A).count
    }
  }

  /// Reads the body of a message: its plain text, or its HTML where that is all there is.
  package init(of message: ReceivedMessage) {
    let body = message.parts.filter(\.isBody)
    let plain = body.filter { $0.type == "text/plain" }.map(\.text).joined(separator: "\n")
    let isBlank = plain.unicodeScalars.allSatisfy(\.properties.isWhitespace)
    let html = body.filter { $0.type == "text/html" }
    isFromHTML = isBlank && !html.isEmpty
    let text = isFromHTML ? html.map { HTMLText($0.text).text }.joined(separator: "\n") : plain
    var reading = ReplyLines(text, isForwarded: message.subject.beginsAsForward)
    reading.read()
    passages = reading.passages
    doubts = reading.doubts
  }

  /// Reads plain text.
  package init(plain text: String) {
    self.init(of: ReceivedMessage(parts: [ReceivedMessage.Part(type: "text/plain", text: text)]))
  }
}

extension ReceivedMessage.Part {
  /// Whether the part is what the sender wrote, rather than something sent along.
  fileprivate var isBody: Bool {
    guard disposition != "attachment", name.isEmpty || disposition == "inline" else { return false }
    return !containers.contains { $0.hasPrefix("message/") || $0 == "multipart/report" }
  }
}
