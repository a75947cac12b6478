import Git
import Glibc
import TestSupport
import Testing

@Suite struct EmailLeakTests {
  @Test func `what is shown is shown with a warning of its leaks`() throws {
    let box = try MailBox()
    try box.steps.edit("dana", "Sam runs", "Fin&#97;nce lead on le<!-- -->ave in August. Sam runs")
    let shown = try box.steps.type("dana", "email", "show", "acme-onboarding")
    #expect(shown.status == 0 && shown.text.contains("Finance lead on leave in August."))
    #expect(shown.errorText.contains("leaked-internal"), "\(shown.errorText)")
    #expect(shown.errorText.contains("“Finance lead on leave in August” of risk R1"))
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(words.contains("leaked-internal"), "\(words)")
    #expect(box.read("message") == "")
  }

  @Test func `an older revision is shown with a warning of its leaks`() throws {
    let box = try MailBox()
    try box.steps.edit("dana", "Sam runs", "Finance lead on leave in August. Sam runs")
    try box.steps.edit("dana", "Finance lead on leave in August. Sam runs", "Sam runs")
    let now = try box.steps.type("dana", "email", "show", "acme-onboarding")
    #expect(!now.errorText.contains("repeats"), "\(now.errorText)")
    let older = try box.steps.type("dana", "email", "show", "acme-onboarding", "--revision", "2")
    #expect(
      older.errorText.contains(
        "this revision repeats “Finance lead on leave in August” of risk R1"),
      "\(older.errorText)")
  }

  @Test func `a promise that tells what is internal is not sent`() throws {
    let box = try MailBox()
    try box.steps.edit("dana", "report by 1 September.", "report. Finance lead on leave in August.")
    let words = try box.steps.refuse(
      "dana", "email", "send", "acme-onboarding", "--kind", "final")
    #expect(words.contains("P1 repeats risk R1, which is internal"), "\(words)")
  }

  @Test func `a template that tells what is internal is not used`() throws {
    let box = try MailBox()
    let frame =
      "Subject: Hello\nThe finance lead on leave in August is missed.\n{{{content}}}\nBye\n"
    try box.steps.acme.repository.commit("words", ["templates/email/call.mustache": frame])
    let shown = try box.steps.type("dana", "email", "show", "acme-onboarding")
    #expect(shown.text.contains("is missed."))
    let leak = "words around the summary repeat “finance lead on leave in August” of risk R1"
    #expect(shown.errorText.contains(leak), "\(shown.errorText)")
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(words.contains(leak) && words.contains("take it out of templates/email/call.mustache"))
    #expect(box.read("message") == "")
  }

  @Test func `a summary that cannot be read is said to be nested too deeply`() throws {
    let box = try MailBox()
    let path = CommandRepository.path
    let text = box.steps.acme.text()
    try box.steps.acme.repository.write(
      path, text + "\n" + String(repeating: ">", count: 2_000) + " Hello\n")
    for kind in ["call", "final", "introduction"] {
      let output = try box.steps.type("dana", "email", "show", "acme-onboarding", "--kind", kind)
      #expect(output.status == 1 && output.text == "")
      #expect(output.errorText.contains("is nested too deeply"), "\(output.errorText)")
    }
  }
}

@Suite struct TemplateUseTests {
  private static let path = "templates/email/call.mustache"
  private static let words = "Subject: Hi\nOurs.\n{{{content}}}\nBye\n"

  @Test func `a template that is not committed is shown, and sent by nobody`() throws {
    let box = try MailBox()
    try box.steps.acme.repository.write(Self.path, Self.words)
    try check(box, "\(Self.path) is not committed", shows: "Ours.")
    try box.steps.acme.repository.commit("words", [Self.path: Self.words])
    let clean = try box.steps.type("dana", "email", "show", "acme-onboarding")
    #expect(!clean.errorText.contains("not committed") && clean.text.contains("Ours."))
    try box.steps.acme.repository.write(Self.path, Self.words + "PS\n")
    try check(box, "\(Self.path) has changes that are not committed", shows: "PS")
    #expect(unlink(box.steps.acme.repository.path + "/" + Self.path) == 0)
    try check(box, "\(Self.path) is gone, and that is not committed", shows: "thank you")
    try box.steps.acme.repository.git("restore", "--source=HEAD", "--", Self.path)
    try box.steps.succeed("dana", "email", "send", "acme-onboarding")
    #expect(box.read("message").contains("Ours."))
  }

  @Test(arguments: [
    ("finale.txt", "did you mean final.mustache?"),
    ("Call.mustache", "did you mean call.mustache?"),
    ("offer.mustache", "a template is called one of: call.mustache, final.mustache"),
  ])
  func `a file that is no template is named`(_ file: String, _ help: String) throws {
    let box = try MailBox()
    try box.steps.acme.repository.commit(
      "words", ["templates/email/\(file)": Self.words, "templates/email/README.md": "Ours\n"])
    let shown = try box.steps.type("dana", "email", "show", "acme-onboarding")
    #expect(shown.errorText.contains("templates/email/\(file) is no template"))
    #expect(shown.errorText.contains(help) && !shown.errorText.contains("README"))
  }

  @Test func `our words do not go out in place of a misnamed template`() throws {
    let box = try MailBox()
    try box.steps.acme.repository.commit("words", ["templates/email/call.txt": Self.words])
    let words = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(words.contains("call.txt is no template that anything reads"), "\(words)")
    #expect(words.contains("did you mean call.mustache?"))
    #expect(box.read("message") == "")
  }

  @Test func `each kind has its own words to say`() throws {
    let box = try MailBox()
    let said = try ["call", "final", "introduction"].map { kind in
      try box.steps.type("dana", "email", "show", "acme-onboarding", "--say", "--kind", kind).text
    }
    #expect(said[0].hasPrefix("At the end of the call:\n"), "\(said[0])")
    #expect(said[1].hasPrefix("Before the handover:\n"), "\(said[1])")
    #expect(said[2].hasPrefix("Sam Park, at the start of the first meeting:\n"), "\(said[2])")
    #expect(said[2].contains("“I have read what Dana Lee passed on"), "\(said[2])")
    try box.steps.acme.repository.commit(
      "words", ["templates/email/say-final.mustache": "Ask {{receiver}}.\n"])
    let own = try box.steps.succeed(
      "dana", "email", "show", "acme-onboarding", "--say", "--kind", "final")
    #expect(own == "Ask Sam Park.\n", "\(own)")
  }

  /// The words are shown with a note, and nothing is sent with them.
  private func check(_ box: MailBox, _ fault: String, shows words: String) throws {
    let shown = try box.steps.type("dana", "email", "show", "acme-onboarding")
    #expect(shown.status == 0 && shown.text.contains(words), "\(shown.text)")
    #expect(shown.errorText.contains("\(fault), and used as it is"), "\(shown.errorText)")
    let refused = try box.steps.refuse("dana", "email", "send", "acme-onboarding")
    #expect(refused.contains("\(fault), so nothing is sent"), "\(refused)")
    #expect(refused.contains("git add \(Self.path)") && box.read("message") == "")
  }
}
