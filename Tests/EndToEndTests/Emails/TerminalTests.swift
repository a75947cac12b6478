import Foundation
import Git
import TestSupport
import Testing

/// What is asked on a terminal, through a real one.
@Suite struct TerminalTests {
  private struct Screen: Decodable {
    let status: Int
    let screen: String
  }

  private static let question = "confirmed, corrected, or neither (Enter)?"

  @Test(arguments: [
    ("confirmed\n", 0, "    reply: confirmed\n"), ("Corrected\n", 0, "    reply: corrected\n"),
    ("\n", 0, nil), ("neither\n", 0, nil), ("\u{4}", 0, nil), ("perhaps\n", 2, nil),
    ("yes\n", 2, nil),
  ])
  func `whether the client confirmed or corrected is asked`(
    _ answer: String, _ status: Int, _ recorded: String?
  ) throws {
    let deal = try EmailReplyTests().deal
    let before = try deal.state()
    let screen = try type(
      deal, [(Self.question, answer)], "email", "reply", EmailReplyTests.corpus + "gmail.eml")
    #expect(screen.status == status, "\(screen.screen)")
    #expect(screen.screen.contains("  | Yes, all correct."))
    if let recorded {
      #expect(deal.acme.text().contains(recorded))
    } else {
      #expect(try deal.state() == before)
    }
  }

  @Test(arguments: [("y\n", 0), ("\n", 1), ("no\n", 1)])
  func `whether the client wrote what looks automatic is asked`(
    _ answer: String, _ status: Int
  ) throws {
    let deal = try EmailReplyTests().deal
    let file = deal.acme.repository.beside("automatic.eml")
    try writeFile(file, Array(AutomaticReplyCommandTests.message.utf8))
    let screen = try type(
      deal, [("did the client write it (y/N)?", answer)], "email", "reply", file, "--confirmed")
    #expect(screen.status == status, "\(screen.screen)")
    #expect(deal.acme.text().contains("    reply: confirmed\n") == (status == 0))
  }

  @Test(arguments: [
    ("2\n", "joe@acme.example\n"), ("\n", "ana@acme.example joe@acme.example\n"),
    ("1,2\n", "ana@acme.example joe@acme.example\n"), ("3\n", ""), ("x\n", ""),
  ])
  func `whom a summary goes to is asked where there are several`(
    _ answer: String, _ recipients: String
  ) throws {
    let box = try MailBox()
    try box.steps.edit(
      "dana", "    email: ana@acme.example\n",
      "    email: ana@acme.example\n  - id: S9\n    name: Joe Kim\n    role: IT\n"
        + "    email: joe@acme.example\n")
    let screen = try type(
      box.steps, [("To whom (such as 1,2; Enter for all)?", answer)], "email", "send",
      "acme-onboarding")
    #expect(screen.status == (recipients.isEmpty ? 2 : 0), "\(screen.screen)")
    #expect(box.read("arguments").hasSuffix(recipients.isEmpty ? "" : "-- " + recipients))
  }

  @Test func `the mail program may ask on the terminal too`() throws {
    let box = try MailBox(
      "cat > /dev/null; printf 'Password: ' > /dev/tty; read word < /dev/tty; test \"$word\" = secret"
    )
    let screen = try type(
      box.steps, [("Password: ", "secret\n")], "email", "send", "acme-onboarding")
    #expect(screen.status == 0, "\(screen.screen)")
    #expect(screen.screen.contains("is on its way to Ana Ruiz"))
  }

  @Test func `the mail program ended by Ctrl-C leaves word of the message`() throws {
    let box = try MailBox("cat > /dev/null; echo ready > /dev/tty; exec sleep 60")
    let screen = try type(
      box.steps, [("ready", "\u{3}")], "email", "send", "acme-onboarding")
    #expect(screen.status == 2, "\(screen.screen)")
    #expect(screen.screen.contains("the message may have gone out, and is not on record"))
  }

  private func type(
    _ deal: StepRepository, _ answers: [(String, String)], _ arguments: String...
  ) throws -> Screen {
    let git = deal.acme.repository
    let typed = try JSONEncoder().encode(answers.map { [$0.0, $0.1] })
    let output = try run(
      MailBox.python,
      [
        CommandRepository.top + "/Tests/Python/terminal.py",
        String(decoding: typed, as: UTF8.self), HandoffProgram.path,
      ] + arguments, in: git.path,
      environment: git.variables.merging(deal.identity(of: "dana")) { $1 })
    #expect(output.status == 0, "\(output.errorText)")
    return try JSONDecoder().decode(Screen.self, from: Data(output.output))
  }
}
