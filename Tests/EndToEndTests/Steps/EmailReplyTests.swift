import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

@Suite struct EmailReplyTests {
  let deal: StepRepository
  var git: TestRepository { deal.acme.repository }

  static let corpus = CommandRepository.top + "/Tests/Corpora/replies/"
  static let digest = "sha256:" + String(repeating: "a", count: 64)

  init() throws {
    deal = try StepRepository { _ in
      """
      emails:
        - kind: final
          body: \(Self.digest)
          sent: 2026-07-18
          to: [ana@acme.example]
          message_id: <acme-onboarding.r1.0a0a0a0a@northwind.example>
        - kind: final
          body: \(Self.digest)
          sent: 2026-07-20
          to: [ana@acme.example]
          message_id: <acme-onboarding.r2.9f86d081@northwind.example>

      """
    }
  }

  @Test func `a reply is kept byte for byte and recorded in one commit`() throws {
    let said = try deal.succeed("dana", "email", "reply", Self.corpus + "gmail.eml", "--confirmed")
    #expect(said.contains("an answer to revision 2 of the final summary"))
    #expect(said.contains("as In-Reply-To says"))
    #expect(said.contains("  | Yes, all correct. One addition: the ERP access is with Joe.\n"))
    #expect(!said.contains("| > "))
    let files = try git.git("show", "--name-status", "--format=").split(separator: "\n")
    #expect(
      files == ["A\tevidence/acme/2026-07-21-reply.eml", "M\t\(CommandRepository.path)"])
    let kept = readFile(git.path + "/evidence/acme/2026-07-21-reply.eml")
    #expect(kept == readFile(Self.corpus + "gmail.eml"))
    let blob = try git.attempt(["cat-file", "blob", "HEAD:evidence/acme/2026-07-21-reply.eml"])
    #expect(blob.output == kept)
    let text = deal.acme.text()
    for line in [
      "    reply: confirmed\n", "    replied: 2026-07-21\n", "    replied_by: ana@acme.example\n",
      "    how: email\n", "    kind: email\n", "    file: evidence/acme/2026-07-21-reply.eml\n",
    ] { #expect(text.contains(line), "\(line)") }
    #expect(try deal.message().contains("Handoff-Event: email-reply"))
    #expect(try git.git("status", "--porcelain").isEmpty)
    #expect(
      try deal.refuse("dana", "email", "reply", Self.corpus + "gmail.eml", "--confirmed")
        .contains("has this message already"))
  }

  @Test func `line endings stay whatever git is set to`() throws {
    try git.git("config", "core.autocrlf", "input")
    try deal.succeed("dana", "email", "reply", Self.corpus + "iphone.eml", "--confirmed")
    let blob = try git.attempt(["cat-file", "blob", "HEAD:evidence/acme/2026-07-21-reply.eml"])
    #expect(blob.output == readFile(Self.corpus + "iphone.eml"))
  }

  @Test func `what else is staged or changed stays, and undo takes both files back`() throws {
    try git.write("staged.txt", "staged\n")
    try git.git("add", "staged.txt")
    try git.write(StepRepository.other, "changed and not staged\n")
    try git.write("untracked.txt", "new\n")
    let before = try deal.state()
    try deal.succeed("dana", "email", "reply", Self.corpus + "gmail.eml", "--confirmed")
    #expect(
      try git.git("status", "--porcelain=v1")
        == "M notes/other.txt\nA  staged.txt\n?? untracked.txt"
        || git.git("status", "--porcelain=v1")
          == " M notes/other.txt\nA  staged.txt\n?? untracked.txt"
    )
    try deal.succeed("dana", "undo")
    #expect(try deal.state() == before)
    #expect(readFile(git.path + "/evidence/acme/2026-07-21-reply.eml") == nil)
  }

  @Test func `where a hook refuses, neither file is there`() throws {
    let hook = git.beside("pre-commit")
    try writeFile(hook, Array("#!/bin/sh\necho 'ticket missing' >&2\nexit 1\n".utf8))
    _ = try run(
      "/usr/bin/install", ["-m", "755", hook, git.path + "/.git/hooks/pre-commit"], in: "/")
    let said = try deal.refuse(
      "dana", "email", "reply", Self.corpus + "gmail.eml", "--confirmed")
    #expect(said.contains("ticket missing"))
    #expect(readFile(git.path + "/evidence/acme/2026-07-21-reply.eml") == nil)
    #expect(try git.git("status", "--porcelain").isEmpty)
  }

  @Test func `a correction says what to do next and changes no summary`() throws {
    let body = deal.acme.text().components(behind: "\n---\n")
    let said = try deal.succeed(
      "dana", "email", "reply", Self.corpus + "outlook-multipart.eml", "--corrected", "--note",
      "The go-live is 15 October.")
    #expect(said.contains("| that is right – except the go-live: we said 15 October."))
    #expect(said.contains("The summary:\n  Current situation\n"))
    #expect(said.contains("handoff email send acme-onboarding"))
    #expect(deal.acme.text().contains("    reply: corrected\n"))
    #expect(deal.acme.text().contains("    note: The go-live is 15 October.\n"))
    #expect(deal.acme.text().components(behind: "\n---\n") == body)
  }

  @Test func `without a terminal and without a word of the person nothing is recorded`() throws {
    #expect(
      try deal.refuse("dana", "email", "reply", Self.corpus + "gmail.eml", status: 2)
        .contains("give --confirmed or --corrected"))
  }

  @Test(arguments: ["out-of-office", "bounce"])
  func `what a program wrote is neither answer`(_ name: String) throws {
    #expect(
      try deal.refuse("dana", "email", "reply", Self.corpus + name + ".eml", "--confirmed")
        .contains("no answer: nothing was recorded"))
  }

  @Test func `who the message is from is named as its own claim`() throws {
    let forged = String(
      decoding: try #require(readFile(Self.corpus + "no-quote.eml")), as: UTF8.self)
    try writeFile(
      git.beside("forged.eml"),
      Array(
        forged.utf8.split(separator: UInt8(ascii: "\n")).map { line in
          line.starts(with: "From: ".utf8)
            ? Array("From: =?utf-8?q?Ana=1B=5B2J?= <eve@evil.example>\r".utf8) : Array(line)
        }.joined(separator: [0x0A])))
    let refused = try deal.refuse(
      "dana", "email", "reply", git.beside("forged.eml"), "acme-onboarding", "--corrected")
    #expect(refused.contains("it says it is from Ana"))
    #expect(refused.contains("<eve@evil.example>"))
    #expect(refused.contains("none of those that it was sent to"))
    #expect(refused.contains("acme-onboarding knows nobody of the client's at eve@evil.example"))
    #expect(
      refused.contains(
        "handoff email reply \(git.beside("forged.eml")) acme-onboarding --corrected "
          + "--by eve@evil.example"))
    let said = try deal.succeed(
      "dana", "email", "reply", git.beside("forged.eml"), "acme-onboarding", "--corrected", "--by",
      "Eve@evil.example")
    #expect(said.contains("<eve@evil.example>"))
    #expect(deal.acme.text().contains("    replied_by: eve@evil.example\n"))
    #expect(!(refused + said).utf8.contains(0x1B))
  }

  @Test func `whoever is no stakeholder answers only where somebody says so`() throws {
    let colleague = try reply(from: "joe@acme.example")
    #expect(colleague.status == 1)
    #expect(colleague.errorText.contains("knows nobody of the client's at joe@acme.example"))
    #expect(try reply(from: "joe@acme.example", "--by", "joe@acme.example").status == 0)
  }

  @Test func `a revision that is not on record is never taken for the newest`() throws {
    let older = try reply(
      from: "ana@acme.example", to: "<acme-onboarding.r1.ffffffff@northwind.example>")
    #expect(older.status == 0, "\(older.errorText)")
    #expect(older.errorText.contains("an answer to revision 1 of the final summary"))
    #expect(older.errorText.contains("that message itself is not on record"))
    #expect(older.errorText.contains("it answers an older revision"))
    let unknown = try reply(
      from: "ana@acme.example", to: "<acme-onboarding.r7.ffffffff@northwind.example>")
    #expect(unknown.status == 1)
    #expect(unknown.errorText.contains("answers revision 7 of acme-onboarding, and no email"))
  }

  @Test func `an answer is replaced, and that is said, only where it is recorded`() throws {
    let call = ["email", "reply", "acme-onboarding", "--how", "phone", "--by", "ana@acme.example"]
    let first = try deal.type("dana", call + ["--confirmed"])
    #expect(first.status == 0 && !first.errorText.contains("replaces"))
    try git.write(CommandRepository.path, deal.acme.text() + "\nMore.\n")
    let refused = try deal.type("dana", call + ["--corrected"])
    #expect(refused.status != 0 && !refused.errorText.contains("replaces"))
    try git.git("checkout", "-q", "--", CommandRepository.path)
    let second = try deal.type("dana", call + ["--corrected"])
    #expect(second.errorText.contains("this replaces the answer of 20"))
  }

  @Test func `without a message it is said which summary is answered, and another can be`() throws {
    let call = ["email", "reply", "acme-onboarding", "--how", "phone", "--by", "ana@acme.example"]
    let newest = try deal.type("dana", call + ["--confirmed"])
    #expect(
      newest.errorText.contains(
        "acme-onboarding: an answer to revision 2 of the final summary, sent 2026-07-20"))
    let older = try deal.type("dana", call + ["--revision", "1", "--corrected"])
    #expect(
      older.errorText.contains("an answer to revision 1 of the final summary, sent 2026-07-18"))
    #expect(deal.acme.text().contains("r1.0a0a0a0a@northwind.example>\n    reply: corrected\n"))
    let none = try deal.type("dana", call + ["--kind", "call", "--confirmed"])
    #expect(none.status == 1 && none.errorText.contains("no such summary of acme-onboarding"))
    try deal.succeed("dana", "email", "sent", "acme-onboarding", "--on", "2026-07-19")
    let both = try deal.type("dana", call + ["--confirmed"])
    #expect(both.errorText.contains("an answer to revision 2 of the final summary"))
    #expect(
      both.errorText.contains(
        "of the call summary, sent 2026-07-19, is not answered either: for that one add "
          + "--kind call"), "\(both.errorText)")
  }

  @Test func `a message that another brief has is said to be there`() throws {
    let bytes = try #require(readFile(Self.corpus + "gmail.eml"))
    try git.write(
      "handoffs/beta.md",
      """
      ---
      handoff: beta
      evidence:
        - id: E7
          kind: email
          file: evidence/acme/kept.eml
          sha256: \(SHA256Hex.of(bytes))
      ---

      """)
    let said = try deal.succeed("dana", "email", "reply", Self.corpus + "gmail.eml", "--confirmed")
    #expect(said.contains("the same message is on record in beta, as E7"))
  }

  @Test func `a Message-ID is that of one summary`() throws {
    let id = "<acme-onboarding.r2.9f86d081@northwind.example>"
    let refused = try deal.refuse(
      "dana", "email", "sent", "acme-onboarding", "--message-id", id)
    #expect(refused.contains("with this Message-ID is on record already, in acme-onboarding"))
  }

  /// What comes of an answer in a message.
  private func reply(
    from address: String, to id: String = "<acme-onboarding.r2.9f86d081@northwind.example>",
    _ options: String...
  ) throws -> ChildProcess.Output {
    let message = "From: \(address)\nSubject: Re: [acme-onboarding]\nIn-Reply-To: \(id)\n\nok\n"
    try writeFile(git.beside("reply.eml"), Array(message.utf8))
    return try deal.type(
      "dana", ["email", "reply", git.beside("reply.eml"), "--confirmed"] + options)
  }

  @Test func `an answer to an older revision is said to be one`() throws {
    let message = """
      From: ana@acme.example
      Subject: Re: x
      In-Reply-To: <acme-onboarding.r1.0a0a0a0a@northwind.example>

      ok
      """
    let output = try git.handoff(
      "email", "reply", "-", "--confirmed", setting: deal.identity(of: "dana"),
      input: Array(message.utf8))
    #expect(output.status == 0, "\(output.errorText)")
    #expect(output.errorText.contains("it answers an older revision: revision 2 of the final"))
  }

  @Test func `a message that names no summary needs the brief`() throws {
    try writeFile(git.beside("a.eml"), Array("From: ana@acme.example\n\nok\n".utf8))
    #expect(
      try deal.refuse("dana", "email", "reply", git.beside("a.eml"), "--confirmed")
        .contains("does not say which summary it answers"))
    let said = try deal.succeed(
      "dana", "email", "reply", git.beside("a.eml"), "acme-onboarding", "--confirmed")
    #expect(said.contains("as you says") == false)
    #expect(said.contains("as you say"))
  }

  @Test func `an answer by phone is recorded without a file`() throws {
    #expect(
      try deal.refuse(
        "dana", "email", "reply", "acme-onboarding", "--how", "phone", "--confirmed", status: 2
      ).contains("--by ADDRESS"))
    let said = try deal.succeed(
      "dana", "email", "reply", "acme-onboarding", "--how", "phone", "--by", "ana@acme.example",
      "--confirmed", "--note", "Called back.")
    #expect(said.contains("the client confirmed the summary by phone, as Dana Lee reports"))
    #expect(deal.acme.text().contains("    how: phone\n"))
    #expect(
      try git.git("show", "--name-only", "--format=") == CommandRepository.path)
  }

  @Test func `a hostile message is refused in bounded time`() throws {
    try writeFile(git.beside("big.eml"), [UInt8](repeating: 0x61, count: 30 << 20))
    #expect(
      try deal.refuse("dana", "email", "reply", git.beside("big.eml"), "--confirmed")
        .contains("is larger than 25 MiB"))
    let parts =
      "Content-Type: multipart/mixed; boundary=x\n\n"
      + String(repeating: "--x\n\nhi\n", count: 2_000)
    try writeFile(git.beside("parts.eml"), Array(parts.utf8))
    #expect(
      try deal.refuse("dana", "email", "reply", git.beside("parts.eml"), "--confirmed")
        .contains("the message has more than 1000 parts"))
  }
}

extension String {
  /// What stands behind the last occurrence of some words.
  fileprivate func components(behind words: String) -> String? {
    let bytes = Array(utf8)
    let wanted = Array(words.utf8)
    let start = bytes.indices.last { bytes[$0...].starts(with: wanted) }
    return start.map { String(decoding: bytes[($0 + wanted.count)...], as: UTF8.self) }
  }
}
