import Git
import Glibc
import TestSupport
import Testing

/// What went out, or may have, while nobody could record it.
@Suite struct UnrecordedEmailTests {
  @Test func `a mail program that hangs is ended with all that it started`() throws {
    let box = try MailBox(
      "cat > /dev/null; sleep 60 & echo $! > \"$(dirname \"$0\")/child\"; wait")
    let git = box.steps.acme.repository
    try git.git("config", "handoff.sendmailTimeout", "1")
    let clock = ContinuousClock()
    var words = ""
    let time = try clock.measure {
      words = try box.steps.refuse("dana", "email", "send", "acme-onboarding", status: 2)
    }
    #expect(time < .seconds(20))
    #expect(words.contains("after 1 seconds: the message may have gone out, and is not on record"))
    let child = try #require(pid_t(box.read("child").filter { $0 != "\n" }))
    for _ in 0..<50 where isAtWork(child) { usleep(20_000) }
    #expect(!isAtWork(child))
    try expectUnrecorded(box, words)
  }

  @Test func `a killed handoff leaves word of what may have gone out`() throws {
    // Its parent is the shell that the command was given to.
    let box = try MailBox(
      "cat > \"$(dirname \"$0\")/message\"; kill -9 $(cut -d' ' -f4 /proc/$PPID/stat); sleep 1")
    let killed = try box.steps.type("dana", "email", "send", "acme-onboarding")
    #expect(killed.status == 128 + SIGKILL)
    for _ in 0..<50 where box.read("message").isEmpty { usleep(20_000) }
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    try expectUnrecorded(box, words)
  }

  @Test func `of two that send at once one is refused, and one message goes out`() throws {
    let box = try MailBox(
      """
      here=$(dirname "$0")
      echo message >> "$here/sent"
      test -e "$here/second" && exit 0
      cd "$here/../.." && "\(HandoffProgram.path)" email send acme-onboarding 2> "$here/second"
      cat > /dev/null
      """)
    _ = try box.steps.succeed("dana", "email", "send", "acme-onboarding")
    #expect(box.read("sent") == "message\n")
    #expect(box.read("second").contains("another handoff sends mail from this repository now"))
  }

  @Test func `nothing is sent while git could not commit the record`() throws {
    let box = try MailBox()
    try box.steps.acme.repository.write(".git/index.lock", "")
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(words.contains("index.lock"))
    #expect(box.read("message").isEmpty)
  }

  @Test func `a message that did not go out is forgotten`() throws {
    let box = try MailBox("kill -9 $$")
    let id = try #require(
      try box.steps.refuse("dana", "email", "send", "acme-onboarding", status: 2).quotedID)
    let said = try box.steps.succeed(
      "dana", "email", "sent", "acme-onboarding", "--message-id", id, "--not-sent")
    #expect(said.contains("did not go out"))
    #expect(try outbox(box).isEmpty)
    let shown = try box.steps.succeed("dana", "email", "show", "acme-onboarding")
    #expect(!shown.contains("may have gone out"))
    let again = try box.steps.refuse(
      "dana", "email", "sent", "acme-onboarding", "--message-id", id, "--not-sent", status: 2)
    #expect(again.contains("no message with that id waits to be recorded"))
  }

  @Test(arguments: ["exit 75", "cat > /dev/null"])
  func `nothing is kept of what failed or is on record`(_ script: String) throws {
    let box = try MailBox(script)
    _ = try box.steps.type("dana", "email", "send", "acme-onboarding")
    #expect(try outbox(box).isEmpty)
  }

  @Test func `a time that is none is named before anything is sent`() throws {
    let box = try MailBox()
    try box.steps.acme.repository.git("config", "handoff.sendmailTimeout", "soon")
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding", status: 2)
    #expect(words.contains("“soon” is no number of seconds"), "\(words)")
    #expect(box.read("message").isEmpty)
  }

  /// Kept to the byte, told by the commands of the brief, and recorded as it was handed over.
  private func expectUnrecorded(_ box: MailBox, _ words: String) throws {
    let id = try #require(words.quotedID)
    #expect(try outbox(box).count == 2)
    let file = try #require(try outbox(box).first { $0.hasSuffix(".eml") })
    let kept = readFile(box.steps.acme.repository.path + "/.git/handoff/outbox/" + file) ?? []
    #expect(String(decoding: kept, as: UTF8.self).contains("\r\nMessage-ID: \(id)\r\n"))
    for command in ["show", "log"] {
      let said = try box.steps.succeed("dana", "email", command, "acme-onboarding")
      #expect(said.contains(" to ana@acme.example may have gone out without being recorded"))
      #expect(said.contains("it went out: handoff email sent acme-onboarding --message-id '\(id)'"))
      #expect(
        said.contains("it did not: handoff email sent acme-onboarding --message-id '\(id)' -"))
    }
    try box.steps.succeed("dana", "email", "sent", "acme-onboarding", "--message-id", id)
    let text = box.steps.acme.text()
    #expect(text.contains("message_id: \(id)\n") && text.contains("    via: sendmail\n"))
    #expect(try outbox(box).isEmpty)
  }

  /// Whether a process is there, and not only to be asked how it ended.
  private func isAtWork(_ process: pid_t) -> Bool {
    let state = readFile("/proc/\(process)/stat").map { String(decoding: $0, as: UTF8.self) }
    return state.map { !$0.contains(") Z ") } ?? false
  }

  private func outbox(_ box: MailBox) throws -> [Substring] {
    let folder = box.steps.acme.repository.path + "/.git/handoff/outbox"
    return try run("/bin/ls", [folder], in: "/").text.split(separator: "\n")
  }
}

extension String {
  /// The id that a command names in quotes.
  fileprivate var quotedID: String? {
    split(separator: "'").first { $0.hasPrefix("<acme-onboarding.") }.map(String.init)
  }
}
