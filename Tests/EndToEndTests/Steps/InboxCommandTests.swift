import Git
import TestSupport
import Testing

@Suite struct InboxCommandTests {
  let steps: StepRepository

  init() throws { steps = try StepRepository() }

  @Test func `the inbox follows a brief from one to the next`() throws {
    #expect(try mine("dana").contains("→ handoff submit acme-onboarding"))
    #expect(try mine("sam") == ["Waiting for you", "  nothing"])
    try steps.succeed("dana", "submit", "acme-onboarding")
    #expect(try mine("dana").contains("→ handoff approve acme-onboarding --role sales"))
    #expect(try mine("lee").contains("→ handoff approve acme-onboarding --role pricing"))
    #expect(try mine("sam").contains("→ handoff review acme-onboarding"))
    #expect(try mine("noor").joined().contains("you stand in for Sam Park"))
    try steps.succeed("sam", "return", "acme-onboarding", "--reason", "missing-exclusion")
    #expect(try mine("dana").contains { $0.hasPrefix("→ handoff answer acme-onboarding/B") })
    #expect(try mine("sam") == ["Waiting for you", "  nothing"])
  }

  @Test func `the name of the command does the same, and takes options`() throws {
    #expect(try steps.succeed("dana") == steps.succeed("dana", "inbox"))
    #expect(
      try steps.succeed("lee", "--all", "--format", "json")
        == steps.succeed("lee", "inbox", "--all", "--format", "json"))
    #expect(try steps.succeed("dana", "--help").hasPrefix("OVERVIEW: Sales handoffs"))
  }

  @Test func `an accepted brief waits for its start, with what holds it up`() throws {
    try steps.accept()
    #expect(try mine("sam").joined().contains("accepted"))
  }

  @Test func `whoever is not on the roster sees all, and is told so`() throws {
    let text = try steps.succeed("eve")
    #expect(text.hasPrefix("You (eve@northwind.example) are not on the roster"))
    #expect(text.contains("Acme GmbH · Dana Lee · "))
  }

  @Test func `without a repository the help comes, with a hint`() throws {
    let repository = steps.acme.repository
    let outside = try run(HandoffProgram.path, [], in: "/", environment: repository.variables)
    #expect(outside.status == 0 && outside.text.hasPrefix("OVERVIEW: "))
    #expect(outside.errorText.contains("To begin one: handoff init FOLDER"))
    try repository.git("rm", "-q", "handoff.yaml")
    let bare = try run(
      HandoffProgram.path, [], in: repository.path, environment: repository.variables)
    #expect(bare.status == 0 && bare.errorText.contains("To make the repository ready"))
    let named = try run(
      HandoffProgram.path, ["inbox"], in: repository.path, environment: repository.variables)
    #expect(named.status == 2)
  }

  @Test func `a card says first what to say first`() throws {
    let card = try steps.succeed("sam", "card", "acme-onboarding")
    #expect(card.contains("Say first: “I have read what Dana Lee passed on"))
    #expect(card.contains("  P1     Custom weekly revenue report by 1 September.\n"))
    #expect(card.contains("         but not X1: Dashboards beyond the weekly revenue report.\n"))
    #expect(
      try steps.refuse("sam", "card", "zzz", status: 2).contains("there is no brief zzz"))
  }

  @Test func `whoever approves is told each red flag`() throws {
    try steps.succeed("dana", "submit", "acme-onboarding")
    let words = try steps.succeed("dana", "approve", "acme-onboarding")
    #expect(words.contains("red flags\n"))
    #expect(words.contains("  ! the risk R1 “Finance lead on leave in August.” is high and open\n"))
    #expect(words.contains("is a custom term (pricing)"))
  }

  /// The lines of what waits for somebody.
  private func mine(_ person: String) throws -> [String] {
    let lines = try steps.succeed(person).split(separator: "\n", omittingEmptySubsequences: false)
    return lines.prefix { !$0.isEmpty }.map { line in
      line.contains("→") ? String(line.drop { $0 != "→" }) : String(line)
    }
  }
}
