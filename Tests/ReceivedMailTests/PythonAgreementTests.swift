import Foundation
import Git
import TestSupport
import Testing

/// What `handoff-mail` reads against Python's email package, over CPython's own test messages and
/// ours.
@Suite struct PythonAgreementTests {
  private static let messages = "/usr/lib/python3.11/test/test_email/data"

  /// Where Python says otherwise, and why ours stands.
  private static let known = [
    // RFC 2046 §5.2.3: the body of an external-body part is not its content. Python reads the
    // headers of what is elsewhere as an empty part of its own.
    "msg_36.txt: parts: ['text/plain', 'text/plain', 'text/plain'] here "
      + "['text/plain', 'message/external-body', 'message/external-body']"
  ]

  /// Messages that Python itself finds defective, so that there is nothing to agree with.
  private static let defective = [
    "msg_15", "msg_17", "msg_19", "msg_25", "msg_31", "msg_35", "msg_38", "msg_39", "msg_41",
    "msg_42",
  ]

  @Test(.enabled(if: FileManager.default.fileExists(atPath: messages)))
  func `text and headers are what Python decodes, in its own test messages`() throws {
    let lines = try compare(folder: Self.messages, ending: ".txt")
    let skipped = lines.filter { $0.contains(": not compared, defective: ") }
    #expect(skipped.map { String($0.prefix { $0 != "." }) } == Self.defective)
    let differences = lines.filter { !skipped.contains($0) }.dropLast()
    #expect(Array(differences) == Self.known)
    #expect(lines.last == "37 compared, 10 defective")
  }

  @Test func `text and headers are what Python decodes, in the corpus of replies`() throws {
    let lines = try compare(folder: ReplyCorpusTests.replies, ending: ".eml")
    #expect(Array(lines.dropLast()) == [])
  }

  private func compare(folder: String, ending: String) throws -> [String] {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(ending) }.sorted().map { "\(folder)/\($0)" }
    let script = ReplyCorpusTests.folder + "/Tests/Python/message_agreement.py"
    let output = try run(
      "python3", [script, MailProgram.path] + files, in: "/",
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"])
    #expect(output.status == 0, "\(output.errorText)")
    return output.text.split(separator: "\n").map(String.init)
  }
}
