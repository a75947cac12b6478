import Briefs
import Diagnostics
import Rules
import Testing

@Suite struct UnauthorisedPolicyTests {
  private let base = policy("lee", note: "1")

  @Test func `removing the file is refused, whoever does it`() {
    #expect(outcome(before: [base], after: nil, by: "lee") == ["error"])
  }

  @Test func `a policy person may change it and nobody else`() {
    let changed = Self.policy("lee", note: "2")
    #expect(outcome(before: [base], after: changed, by: "lee") == [])
    #expect(outcome(before: [base], after: changed, by: "amy") == ["error"])
    #expect(outcome(before: [base], after: changed, by: nil) == [])
  }

  @Test func `nobody makes themselves a policy person`() {
    #expect(outcome(before: [base], after: Self.policy("amy", note: "1"), by: "amy") == ["error"])
  }

  @Test func `a policy person may hand over to another`() {
    #expect(outcome(before: [base], after: Self.policy("amy", note: "1"), by: "lee") == [])
  }

  @Test func `the first policy is judged by itself`() {
    #expect(outcome(before: [], after: base, by: "lee") == [])
    #expect(outcome(before: [], after: base, by: "amy") == ["warning"])
  }

  @Test func `bringing back the newest version byte for byte needs no role`() {
    #expect(outcome(before: [], earlier: base, after: base, by: "amy") == [])
    let other = Self.policy("lee", note: "2")
    #expect(outcome(before: [], earlier: base, after: other, by: "amy") == ["error"])
  }

  @Test func `a merge holds one parent's file or is a policy person's`() {
    let other = Self.policy("lee", note: "2")
    #expect(outcome(before: [base, other], after: other, by: "amy") == [])
    let mixed = Self.policy("lee", note: "3")
    #expect(outcome(before: [base, other], after: mixed, by: "amy") == ["error"])
    #expect(outcome(before: [base, other], after: mixed, by: "lee") == [])
  }

  @Test func `one policy person must remain`() {
    let empty = Policy(reading: SourceText("version: 1\npeople: []\n"))
    #expect(outcome(before: [base], after: empty, by: "lee") == ["error"])
    let left = Policy(
      reading: SourceText(base.source[0..<base.source.bytes.count] + "    until: 2026-01-01\n"))
    #expect(outcome(before: [base], after: left, by: "lee") == ["error"])
  }

  private func outcome(
    before: [Policy], earlier: Policy? = nil, after: Policy?, by author: String?
  ) -> [String] {
    PolicyChange(
      before: before, earlier: earlier, after: after,
      author: author.map { $0 + "@northwind.example" }, day: RuleCase.day
    ).diagnostics.map(\.severity.rawValue)
  }

  private static func policy(_ keeper: String, note: String) -> Policy {
    Policy(
      reading: SourceText(
        "version: 1\nx-note: \(note)\npeople:\n  - email: \(keeper)@northwind.example\n"
          + "    roles: [policy]\n"))
  }
}
