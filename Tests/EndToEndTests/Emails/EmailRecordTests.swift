import Git
import TestSupport
import Testing

/// What stands on record can be checked by others, with the repository and the message alone.
@Suite struct EmailRecordTests {
  @Test(arguments: ["call", "final"])
  func `a record agrees with its commit and with the bytes that were sent`(kind: String) throws {
    let box = try MailBox()
    let file = box.folder + "/out.eml"
    try box.steps.succeed(
      "dana", "email", "send", "acme-onboarding", "--kind", kind, "--again", "--eml", file)
    let lines = box.steps.acme.text().split(separator: "\n")
    let record = try #require(lines.lastIndex(of: "  - kind: \(kind)"))
    let digest = try #require(
      lines[record...].first { $0.hasPrefix("    body: ") }?.dropFirst("    body: ".count))
    let git = box.steps.acme.repository
    for commit in ["HEAD", "HEAD~1"] {
      let output = try run(
        MailBox.python,
        [
          CommandRepository.top + "/Tests/Python/email_record.py", git.path, commit,
          CommandRepository.path, kind, String(digest), file,
        ], in: "/", environment: git.variables.merging(["PYTHONDONTWRITEBYTECODE": "1"]) { $1 })
      #expect(output.status == 0, "\(output.errorText)")
      #expect(output.text == "the record, the commit and the message agree\n")
    }
  }

  @Test func `a sent message opens in the parser of a mail program`() throws {
    let box = try MailBox()
    let file = box.folder + "/out.eml"
    try box.steps.succeed(
      "dana", "email", "send", "acme-onboarding", "--kind", "final", "--again", "--eml", file)
    let output = try run(
      HandoffProgram.directory + "/handoff-mail", [], in: "/",
      environment: box.steps.acme.repository.variables, input: try #require(readFile(file)))
    #expect(output.status == 0, "\(output.errorText)")
    for part in [
      "\"address\":\"ana@acme.example\"", "\"defects\":[]", "text/plain", "text/html",
      "What is not included",
    ] {
      #expect(output.text.contains(part), "\(part) is not in \(output.text)")
    }
  }
}
