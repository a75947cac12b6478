import Briefs
import Diagnostics
import Foundation
import Git
import Glibc
import TestSupport
import Testing

@Suite struct EmailCommandTests {
  @Test func `a summary is sent and on record in a commit of its own`() throws {
    let box = try MailBox()
    let said = try box.steps.succeed("dana", "email", "send", "acme-onboarding")
    #expect(said.contains("the summary of acme-onboarding is on its way to Ana Ruiz"))
    let words = "--from-config -i -f dana@northwind.example -- ana@acme.example\n"
    #expect(box.read("arguments") == words)
    let message = box.read("message")
    #expect(message.contains("\nTo: Ana Ruiz <ana@acme.example>\n") && !message.contains("\r"))
    let id = try #require(message.split(separator: "\n").first { $0.hasPrefix("Message-ID: ") })
    #expect(box.steps.acme.text().contains(id.dropFirst("Message-ID: ".count)))
    #expect(try box.steps.message().contains("Handoff-Event: email-send"))
    #expect(try box.steps.acme.repository.git("status", "--porcelain") == "")
  }

  @Test func `the same words go out twice only where that is said`() throws {
    let box = try MailBox()
    try box.steps.succeed("dana", "email", "send", "acme-onboarding")
    let first = box.read("message").split(separator: "\n").first { $0.hasPrefix("Message-ID: ") }
    let refused = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(refused.contains("went out in these very words on"))
    #expect(refused.contains("handoff email send acme-onboarding --again"))
    try box.steps.succeed("dana", "email", "send", "acme-onboarding", "--again")
    let second = box.read("message").split(separator: "\n").first { $0.hasPrefix("Message-ID: ") }
    #expect(first != nil && first != second)
    try box.steps.succeed("dana", "email", "send", "acme-onboarding", "--to", "joe@acme.example")
  }

  @Test func `the reminder of a silent client goes out without a question`() throws {
    let box = try MailBox()
    try box.steps.succeed("dana", "email", "send", "acme-onboarding")
    let sent = try #require(
      box.steps.acme.text().split(separator: "\n").last { $0.hasPrefix("    sent: ") })
    try box.steps.edit("dana", String(sent), "    sent: 2026-07-01")
    try box.steps.succeed("dana", "email", "send", "acme-onboarding")
  }

  @Test func `an address that nobody knows is pointed out`() throws {
    let box = try MailBox()
    let typo = try box.steps.succeed(
      "dana", "email", "send", "acme-onboarding", "--to", "ana@amce.example")
    #expect(
      typo.contains(
        "ana@amce.example is no stakeholder's address, nor at the host of one; did you mean "
          + "ana@acme.example?"), "\(typo)")
    let known = try box.steps.succeed(
      "dana", "email", "sent", "acme-onboarding", "--to", "joe@acme.example")
    #expect(!known.contains("no stakeholder's address"))
  }

  @Test func `without a mail program it is said how to go on`() throws {
    let box = try MailBox()
    try box.steps.acme.repository.git("config", "handoff.sendmail", "/no/such/program")
    let words = try box.steps.refuse(
      "dana", "email", "send", "acme-onboarding", "--kind", "final", "--again", status: 2)
    #expect(words.contains("was not found") && !words.contains("handoff: 1:"), "\(words)")
    #expect(
      words.contains("and then record it: handoff email sent acme-onboarding --kind final\n"))
  }

  @Test func `where the program fails nothing is recorded`() throws {
    let box = try MailBox("cat > /dev/null; echo no route >&2; exit 75")
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding", status: 2)
    #expect(words.contains("no route") && words.contains("nothing was sent and nothing recorded"))
  }

  @Test func `where recording fails after sending it is said loudly`() throws {
    let box = try MailBox()
    try box.steps.acme.repository.write(
      ".git/hooks/commit-msg", "#!/bin/sh\necho not today >&2; exit 1\n")
    #expect(chmod(box.steps.acme.repository.path + "/.git/hooks/commit-msg", 0o755) == 0)
    let output = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(output.contains("THE MESSAGE WAS SENT, but it is not on record"))
    #expect(
      output.contains(
        "record it: handoff email sent acme-onboarding --message-id '<acme-onboarding.r"))
  }

  @Test func `a dry run sends and records nothing and keeps a file`() throws {
    let box = try MailBox()
    let before = try box.steps.state()
    let file = box.folder + "/out.eml"
    let words = try box.steps.succeed(
      "dana", "email", "send", "acme-onboarding", "--dry-run", "--eml", file)
    #expect(words.contains("not sent: it would go to ana@acme.example"))
    #expect(box.read("out.eml").contains("\r\nMIME-Version: 1.0\r\n"))
    #expect(try box.steps.state() == before && box.read("message") == "")
    let refused = try box.steps.refuse(
      "dana", "email", "send", "acme-onboarding", "--dry-run", "--eml", file, status: 2)
    #expect(refused.contains("name a file that is not there yet"))
  }

  @Test func `a summary that tells what is internal is not sent`() throws {
    let box = try MailBox()
    try box.steps.edit(
      "dana", "Sam runs the kickoff", "Finance lead on leave in August. Sam runs the kickoff")
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(words.contains("leaked-internal"), "\(words)")
    #expect(box.read("message") == "")
  }

  @Test func `what went out another way is recorded`() throws {
    let box = try MailBox()
    try box.steps.succeed(
      "dana", "email", "sent", "acme-onboarding", "--kind", "final", "--to", "ana@acme.example",
      "--on", "2026-07-20", "--message-id", "<x1@acme.example>")
    let text = box.steps.acme.text()
    #expect(text.contains("  - kind: final\n") && text.contains("    sent: 2026-07-20\n"))
    #expect(text.contains("    via: own-program\n"))
    let late = try box.steps.refuse(
      "dana", "email", "sent", "acme-onboarding", "--on", "9999-01-01")
    #expect(late.contains("9999-01-01 is still to come"))
    let early = try box.steps.refuse(
      "dana", "email", "sent", "acme-onboarding", "--on", "1970-01-01")
    #expect(early.contains("1970-01-01 is before these words were written, on "), "\(early)")
    let stranger = try box.steps.refuse(
      "dana", "email", "sent", "acme-onboarding", "--kind", "final", "--to", "evil@x.example")
    #expect(stranger.contains("add them first: handoff add acme-onboarding stakeholder"))
    let shown = try box.steps.succeed(
      "dana", "email", "show", "acme-onboarding", "--format", "eml")
    #expect(shown.contains("In-Reply-To: <x1@acme.example>"))
  }

  @Test func `a dry run is readable, and a preview says whom it is for`() throws {
    let box = try MailBox()
    let words = "    text: Custom weekly revenue report by 1 September.\n"
    try box.steps.edit("dana", words, words + "    due: 2026-09-01\n")
    let run = ["email", "send", "acme-onboarding", "--kind", "final", "--dry-run"]
    let shown = try box.steps.type("dana", run)
    #expect(
      shown.text.hasPrefix("To: Ana Ruiz <ana@acme.example>\nSubject: Acme GmbH"), "\(shown.text)")
    #expect(!shown.text.contains("MIME-Version"))
    #expect(shown.text.contains("(by 1 September 2026)"), "\(shown.text)")
    #expect(!shown.text.contains("(by 2026-"))
    let raw = try box.steps.type("dana", run + ["--format", "eml"])
    #expect(raw.text.contains("\r\nMIME-Version: 1.0\r\n"))
    let preview = try box.steps.type("dana", ["email", "show", "acme-onboarding"])
    #expect(preview.errorText.contains("To: Ana Ruiz <ana@acme.example>\n"))
    #expect(preview.errorText.contains("Subject: Acme GmbH"))
    #expect(!preview.text.contains("Subject:"))
  }

  @Test func `an introduction before the final summary is refused unless it is meant`() throws {
    let box = try MailBox(client: { _ in "" })
    let said = try box.steps.refuse("dana", "email", "introduce", "acme-onboarding")
    #expect(said.contains("the introduction comes after it"))
    #expect(said.contains("first: handoff email send acme-onboarding --kind final"))
    let rehearsed = try box.steps.succeed(
      "dana", "email", "introduce", "acme-onboarding", "--dry-run")
    #expect(rehearsed.contains("this would be early: no final summary went to the client"))
    #expect(!rehearsed.contains("came early"), "\(rehearsed)")
    try box.steps.succeed("dana", "email", "introduce", "acme-onboarding", "--early")
    #expect(box.read("arguments").hasSuffix("-- ana@acme.example sam@northwind.example\n"))
  }

  @Test func `an introduction brings client and receiver together`() throws {
    let box = try MailBox()
    try box.steps.succeed("dana", "email", "introduce", "acme-onboarding")
    #expect(box.read("arguments").hasSuffix("-- ana@acme.example sam@northwind.example\n"))
    let text = box.steps.acme.text()
    let brief = try #require(Brief(reading: SourceText(text)))
    let digest = SummaryContent(of: brief, kind: .final).digest
    #expect(text.contains("  - kind: introduction\n    body: \(digest)\n"))
    #expect(text.contains("introduction:\n  on: "))
    let log = try box.steps.succeed("dana", "email", "log", "acme-onboarding")
    let parts = log.components(separatedBy: "Introductions\n")
    #expect(parts.count == 2 && !parts[0].contains("introduction"), "\(log)")
    #expect(parts.last?.contains("sam@northwind.example") ?? false, "\(log)")
  }

  @Test func `a broken template is named and never passed over`() throws {
    let box = try MailBox()
    try box.steps.acme.repository.commit(
      "words", ["templates/email/call.mustache": "Subject: {{acount}}\n{{{content}}}\n"])
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(words.contains("templates/email/call.mustache:1:"), "\(words)")
    #expect(words.contains("did you mean {{account}}"))
    #expect(box.read("message") == "")
  }

  @Test(.enabled(if: MailBox.hasMailPath))
  func `msmtp carries the message to a server unchanged`() throws {
    let box = try MailBox()
    let repository = box.steps.acme.repository
    try repository.git("config", "handoff.sendmail", "msmtp -C \(box.folder)/msmtprc")
    let output = try run(
      MailBox.python,
      [
        CommandRepository.top + "/Tests/Python/mail_path.py", box.folder + "/msmtprc",
        HandoffProgram.path, "email", "send", "acme-onboarding", "--cc",
        "Zoë Ünal <zoe@acme.example>", "--eml", box.folder + "/sent.eml",
      ], in: repository.path,
      environment: repository.variables.merging(box.steps.identity(of: "dana")) { $1 })
    let path = try JSONDecoder().decode(MailPath.self, from: Data(output.output))
    #expect(path.status == 0, "\(path.words)\(output.errorText)")
    let received = try #require(path.messages.first)
    #expect(path.messages.count == 1 && received.from == "dana@northwind.example")
    #expect(received.to == ["ana@acme.example", "zoe@acme.example"])
    let bytes = try #require(Data(base64Encoded: received.bytes))
    #expect(String(decoding: bytes, as: UTF8.self) == box.read("sent.eml"))
  }
}

private struct MailPath: Decodable {
  struct Message: Decodable {
    let from: String
    let to: [String]
    let bytes: String
  }

  let status: Int
  let words: String
  let messages: [Message]
}

@Suite struct EmailClientTests {
  @Test func `nobody of the roster stands for the client`() throws {
    let box = try MailBox()
    #expect(
      try box.steps.refuse(
        "dana", "email", "sent", "acme-onboarding", "--kind", "final", "--to",
        "dana@northwind.example"
      ).contains("is on the roster, and the summary is for the client"))
    #expect(
      try box.steps.refuse(
        "dana", "email", "reply", "acme-onboarding", "--how", "phone", "--by",
        "dana@northwind.example", "--confirmed"
      ).contains("only the client answers for the client"))
  }
}
