import Briefs
import Diagnostics
import Rules
import Testing

/// What a verdict on a signature means for an approval.
@Suite struct UnprovenApprovalTests {
  @Test func `a valid signature proves whoever commits, required or not`() throws {
    for required in [true, false] {
      #expect(try findings(.valid, author: "sam", required: required).isEmpty)
      #expect(try findings(.valid, author: "dana", required: required).isEmpty)
    }
  }

  @Test func `an invalid signature is refused whoever commits`() throws {
    for author in ["sam", "dana"] {
      let finding = try #require(findings(.invalid(.otherWords), author: author).first)
      #expect(finding.severity != .warning)
      #expect(finding.message.contains("altered after signing"))
      #expect(finding.help.contains("`handoff approve acme-onboarding --role sales --sign`"))
    }
  }

  @Test func `a signature that nobody can check counts as claimed where that is enough`() throws {
    let verdict = SignatureVerdict.unverifiable("ssh-keygen is not installed")
    #expect(try findings(verdict, author: "dana").map(\.severity) == [.warning])
    #expect(try findings(verdict, author: "sam").map(\.severity) == [nil])
    #expect(try findings(verdict, author: "dana", required: true).map(\.severity) == [nil])
  }

  @Test func `every fault has words that follow its signature`() {
    let faults: [SignatureFault] = [
      .malformed("it is damaged"), .otherPurpose("git"), .unknownKey, .replacedKey,
      .keyOf("Sam Park"), .incompleteRecord, .otherWords,
    ]
    for fault in faults { #expect(!fault.words(about: "Dana Lee").isEmpty) }
  }

  private func findings(
    _ verdict: SignatureVerdict, author: String, required: Bool = false
  ) throws -> [Finding] {
    let record = """
      approvals:
        - role: sales
          by: dana@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: sha256:\(String(repeating: "0", count: 64))
          signature: anything
      """
    let brief = try RuleCase.brief(Array(Scaffold.file(record).utf8))
    let policy = Policy(
      source: SourceText(""), people: RuleCase.policy.people, signaturesAreRequired: required)
    return UnprovenApproval().check(
      Subject(
        brief: brief, path: "handoffs/acme/acme-onboarding.md", policy: policy, day: RuleCase.day,
        author: author + "@northwind.example",
        surroundings: Surroundings(
          brief: { _ in nil }, file: { _ in nil }, namesakes: { _ in [] },
          verification: { _, _ in verdict })))
  }
}
