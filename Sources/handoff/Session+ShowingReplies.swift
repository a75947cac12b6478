internal import Briefs
internal import Diagnostics
internal import ReceivedMail

// What a person sees of an answer before they say what it is.
extension Session {
  /// Shows who wrote, what it answers, and the client's own words with the summary beside them.
  func show(_ message: ReceivedMessage, _ reply: Reply, _ match: ReplyMatch) {
    let record = reply.target.brief.items(in: .emails)[match.sent.position]
    let source = match.way == .named ? "as you say" : "as \(match.way.rawValue) says"
    Console.say("\(reply.target.name): an answer to \(match.sent.words(record)), \(source)")
    if let newer = match.newer {
      let later = reply.target.brief.items(in: .emails)[newer.position]
      Console.say(
        "  it answers an older revision: \(newer.words(later)) was sent since")
    }
    if match.isOfIntroduction {
      Console.say("  it came as an answer to the introduction, which carried that summary")
    }
    if match.isByNumber {
      Console.say("  that message itself is not on record: the number of its revision tells")
    }
    tellSender(of: message, reply)
    for defect in message.defects { Console.say("  the message is not as it should be: \(defect)") }
    let attachments = message.parts.filter { !$0.name.isEmpty }
    for part in attachments { Console.say("  attached: \(part.name) (\(part.size) bytes)") }
    guard let text = reply.text else { return }
    for doubt in text.doubts { Console.say("  not sure: \(doubt.rawValue)") }
    let signature = text.lines(of: .signature)
    if signature > 0 {
      Console.say("  left out as a signature: \(signature) line\(signature == 1 ? "" : "s")")
    }
    var passedOn = ""
    if text.doubts.contains(.forwarded), text.lines(of: .quoted) > 0 {
      Console.say("  the message holds more below: it passes another one on, which is shown too")
      passedOn = "\nThe message that it passes on:\n\(text.words(of: .quoted).quotedForTerminal)"
    }
    _ = Console.print(
      "\nThe client's own words:\n\(text.ownWords.quotedForTerminal)\(passedOn)\nThe summary:\n"
        + summary(of: reply.target.brief))
  }

  /// Nothing proves who wrote a message, so what it says of that is named as its own word.
  private func tellSender(of message: ReceivedMessage, _ reply: Reply) {
    let writer = message.from.first
    let (name, address) = (writer?.name ?? "", writer?.address ?? "nobody")
    Console.say("  it says it is from \(name.isEmpty ? address : "\(name) <\(address)>")")
    if !isKnown(address, with: reply) {
      Console.say("  this address is none of those that it was sent to, and no stakeholder's")
    }
  }

  /// Says which summary an answer without a message is taken for, and what else waits for one.
  func showTold(_ sent: SentSummary, of target: Target, among records: [SentSummary]) {
    let items = target.brief.items(in: .emails)
    Console.say("\(target.name): an answer to \(sent.words(items[sent.position]))")
    let bodies = [items[sent.position].string(.body)]
    let others = records.filter { other in
      other.kind != .introduction && !bodies.contains(items[other.position].string(.body))
        && EmailRecord(items[other.position])?
          .answer(by: KnownClient(of: target.brief, by: policy)) == nil
    }
    for other in others {
      let option = other.revision.map { " --revision \($0)" } ?? ""
      Console.say(
        "  \(other.words(items[other.position])), is not answered either: for that one add "
          + "--kind \(other.kind.rawValue)\(option)")
    }
  }

  private func summary(of brief: Brief) -> String {
    brief.summaryTopics.map { topic in
      let words = topic.isFilled ? topic.words : ["(not answered yet)"]
      return "  \(topic.title.escapingControls)\n"
        + words.map { "    \($0.shortened(to: 400).escapingControls)\n" }.joined()
    }.joined()
  }
}

extension SentSummary {
  /// The summary in a sentence.
  func words(_ record: Item) -> String {
    let number = revision.map { "revision \($0) of " } ?? ""
    let day = record.string(.sent).map { ", sent \($0)" } ?? ""
    return "\(number)the \(noun)\(day)"
  }

  /// What sentences call it.
  var noun: String {
    kind == .introduction ? "introduction" : "\(kind.rawValue) summary"
  }
}

extension String {
  /// The lines, each safe to print and marked as somebody else's.
  fileprivate var quotedForTerminal: String {
    let lines = unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { line in
      line.isEmpty ? "  |\n" : "  | \(String(line).escapingControls)\n"
    }.joined()
  }
}
