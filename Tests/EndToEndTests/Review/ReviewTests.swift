import Git
import TestSupport
import Testing

@Suite struct ReviewTests {
  let deal: StepRepository
  var git: TestRepository { deal.acme.repository }

  init() throws {
    deal = try StepRepository()
    try deal.succeed("dana", "submit", "acme-onboarding")
  }

  private func review(_ person: String, _ options: String...) throws -> String {
    let output = try run(
      HandoffProgram.path, ["review", "acme-onboarding"] + options, in: git.path,
      environment: git.variables.merging(deal.identity(of: person)) { $1 })
    #expect(output.status == 0, "\(output.errorText)")
    return output.text
  }

  @Test func `a first look shows red flags, then the brief whole, then an approval to paste`()
    throws
  {
    let text = try review("sam")
    #expect(text.hasPrefix("2 red flags\n  ! the risk R1 “Finance lead on leave in August.”"))
    #expect(text.contains("\n\nAcme GmbH · acme-onboarding\nstatus     review\n"))
    #expect(text.contains("\nPromised\n  P1  Custom weekly revenue report by 1 September.\n"))
    #expect(text.contains("\nApprovals\n  sales      missing\n"))
    #expect(text.contains("\nStill missing\n"))
    let paste =
      "To approve: handoff approve acme-onboarding. Without this program, add to `approvals:` of "
      + CommandRepository.path
    #expect(text.contains(paste))
    #expect(text.contains("\n  - role: receiving\n    by: sam@northwind.example\n    at: 20"))
  }

  @Test func `a pasted approval is one that the gates take`() throws {
    let lines = try review("sam").split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: "  - role: receiving"))
    let block = lines[start...].prefix(4).joined(separator: "\n")
    try deal.edit("sam", "\n---\n\n## Current", "\napprovals:\n\(block)\n---\n\n## Current")
    let list = try deal.succeed("sam", "checklist", "acme-onboarding")
    #expect(list.contains("  receiving  given by sam@northwind.example"), "\(list)")
  }

  @Test func `a second look shows what changed since the first`() throws {
    _ = try review("sam")
    #expect(
      try review("sam").contains("\n  nothing; the whole brief: handoff show acme-onboarding"))
    try deal.edit("dana", "three days instead", "four days instead")
    let text = try review("sam")
    #expect(
      text.hasPrefix("Acme GmbH · acme-onboarding\n\(CommandRepository.path) · review\n\n2 red"))
    #expect(text.contains("\nWhat changed since you last looked (2026-0"))
    #expect(
      text.contains("\n  goal  Close the month in [-three-] {+four+} days instead of nine.\n"))
    #expect(!text.contains("\nPromised\n"))
  }

  @Test func `a look that is damaged or of an unknown commit is as good as none`() throws {
    let first = try review("sam").split(separator: "\n").prefix(8)
    for words in ["", "nonsense\n", String(repeating: "1", count: 40) + "\n"] {
      try git.write(".git/handoff/seen/acme-onboarding", words)
      #expect(try review("sam").split(separator: "\n").prefix(8) == first)
    }
  }

  @Test func `what was returned is shown with its answer`() throws {
    try deal.succeed(
      "sam", "return", "acme-onboarding", "--reason", "missing-exclusion", "--item", "P1", "--note",
      "Is training included?")
    let id = try #require(
      deal.acme.text().split(separator: "\n").first { $0.contains("- id: B-") }?
        .split(separator: " ").last)
    try deal.edit(
      "dana", "\nexpectations:", "  - id: X2\n    text: On-site training.\n\nexpectations:")
    try deal.succeed("dana", "answer", "acme-onboarding/\(id)", "No: it is now X2.")
    try deal.succeed("dana", "submit", "acme-onboarding")
    let text = try review("sam")
    #expect(
      text.contains(
        """
        What was answered
          \(id)  missing-exclusion: Is training included?
        """), "\(text)")
    #expect(text.contains("answer: No: it is now X2.\n"))
    #expect(text.contains("\nWhat changed since you returned it (2026-"))
    #expect(text.contains("\n  X2  “On-site training.” is new\n"))
  }

  @Test func `an approval is where the next review begins, unless a look was later`() throws {
    try deal.succeed("dana", "approve", "acme-onboarding")
    try deal.edit("dana", "three days instead", "four days instead")
    let text = try review("dana")
    #expect(text.contains("What changed since you approved it as sales ("), "\(text)")
    #expect(text.contains("[-three-] {+four+}"))
    #expect(try review("dana").contains("What changed since you last looked ("))
    #expect(try review("dana", "--since", "HEAD~1").contains("What changed since HEAD~1 ("))
  }

  @Test func `JSON is what its schema says, and Markdown a page`() throws {
    try deal.acme.expectValid(try review("sam", "--format", "json"), by: "review")
    try deal.edit("dana", "three days instead", "four days instead")
    let second = try review("sam", "--format", "json")
    try deal.acme.expectValid(second, by: "review")
    #expect(second.contains(#""since":{"occasion":"you last looked""#))
    let page = try review("sam", "--format", "markdown", "--since", "HEAD~1")
    #expect(page.hasPrefix("# Review of acme\\-onboarding\n\n## 2 red flags\n"))
    #expect(page.contains("\n### The handoff\n\n- **goal** Close the month in <del>three</del>"))
    #expect(
      page.contains("\n    - role: receiving\n") || page.contains("      - role: receiving\n"))
  }

  @Test func `a brief that there is not is named`() throws {
    #expect(
      try deal.refuse("sam", "review", "acme-onbording", status: 2)
        == "handoff: there is no brief acme-onbording\n  did you mean acme-onboarding?\n")
    #expect(
      try deal.refuse("sam", "review", "acme-onboarding", "--since", "x", status: 2)
        .contains("x"))
  }

  @Test func `on a terminal the next step is offered and taken`() throws {
    func answer(_ person: String, _ words: String) throws -> String {
      let output = try run(
        "script", ["-qec", "handoff review acme-onboarding", "/dev/null"], in: git.path,
        environment: git.variables.merging(deal.identity(of: person)) { $1 },
        input: Array(words.utf8))
      return output.text
    }
    let asked = try answer("sam", "ask\nWho owns the ERP?\n")
    #expect(asked.contains("accept, return, ask, or later (Enter)?"), "\(asked)")
    #expect(deal.acme.text().contains("text: Who owns the ERP?"), "\(asked)")
    #expect(!asked.contains("Without this program"))
    _ = try answer("sam", "later\n")
    #expect(try deal.status() == "review")
    let returned = try answer("sam", "maybe\nr\nno idea\nmissing-exclusion\nTraining?\n")
    #expect(try deal.status() == "returned", "\(returned)")
    #expect(deal.acme.text().contains("note: Training?"))
  }
}
