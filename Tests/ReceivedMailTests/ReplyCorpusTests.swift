import Git
import ReceivedMail
import TestSupport
import Testing

/// Messages as real programs write them, with the words that are the client's.
@Suite struct ReplyCorpusTests {
  static let folder = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  static let replies = folder + "/Tests/Corpora/replies"

  static let names: [String] = {
    let listing = try? run("/bin/ls", [replies], in: "/").text
    return (listing ?? "").split(separator: "\n").filter { $0.hasSuffix(".eml") }
      .map { String($0.dropLast(4)) }
  }()

  @Test func `there is a corpus`() {
    #expect(Self.names.count >= 30)
  }

  @Test(arguments: names) func `the client's own words are told from the rest`(
    _ name: String
  ) throws {
    let message = try MailProgram.message(of: "\(Self.replies)/\(name).eml")
    let reply = ReplyText(of: message)
    let found = reply.doubts.map { "doubt: \($0)\n" }.joined() + reply.ownWords + "\n"
    let expected = try #require(readFile("\(Self.replies)/\(name).txt"))
    #expect(found == String(decoding: expected, as: UTF8.self))
  }

  @Test(arguments: [
    ("out-of-office", AutomaticReply.outOfOffice), ("bounce", .deliveryReport), ("gmail", nil),
    ("outlook-german", nil),
  ])
  func `what a program wrote is no answer`(_ name: String, _ kind: AutomaticReply?) throws {
    let message = try MailProgram.message(of: "\(Self.replies)/\(name).eml")
    #expect(AutomaticReply(message) == kind)
  }

  @Test(arguments: [
    ("Automatic reply: Your summary", "ana@acme.example", AutomaticReply.outOfOffice),
    ("RÉPONSE AUTOMATIQUE : absent", "ana@acme.example", .outOfOffice),
    ("Abwesenheitsnotiz", "ana@acme.example", .outOfOffice),
    ("Undelivered Mail Returned to Sender", "MAILER-DAEMON@mx.example", .deliveryReport),
    ("Your summary", "Postmaster@mx.example", .deliveryReport),
    ("Re: Automatic reply", "ana@acme.example", nil), ("Re: summary", "ana@acme.example", nil),
    ("We are out of office space", "ana@acme.example", nil),
  ])
  func `what looks like a program's is suspected, and no more`(
    _ subject: String, _ from: String, _ kind: AutomaticReply?
  ) {
    let message = ReceivedMessage(
      from: [ReceivedMessage.Address(name: "", address: from)], subject: subject)
    #expect(AutomaticSubject.suspicion(of: message) == kind)
    #expect(AutomaticReply(message) == nil)
  }

  @Test(arguments: names) func `no answer of a person is suspected`(_ name: String) throws {
    let message = try MailProgram.message(of: "\(Self.replies)/\(name).eml")
    guard AutomaticReply(message) == nil else { return }
    #expect(AutomaticSubject.suspicion(of: message) == nil)
  }

  @Test func `the names of attachments are claims, and nothing is written`() throws {
    let message = try MailProgram.message(of: Self.replies + "/apple-mail-attachment.eml")
    #expect(message.parts.map(\.name) == ["", "../../plan.pdf", ""])
    #expect(message.parts[1].text.isEmpty)
    #expect(message.parts[1].size == 9)
  }
}

/// The program that reads messages, as it was built beside the tests.
enum MailProgram {
  static var path: String { HandoffProgram.directory + "/handoff-mail" }

  static func read(_ bytes: [UInt8]) throws -> ChildProcess.Output {
    try ChildProcess.run(path, [], in: "/", environment: [:], input: bytes, secondsAllowed: 20)
  }

  static func message(of file: String) throws -> ReceivedMessage {
    let bytes = try #require(readFile(file))
    let output = try read(bytes)
    #expect(output.status == 0, "\(output.errorText)")
    return try ReceivedMessage(json: output.output)
  }
}
