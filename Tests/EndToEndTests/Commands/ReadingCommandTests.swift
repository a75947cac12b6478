import Git
import TestSupport
import Testing

@Suite struct ReadingCommandTests {
  let acme: CommandRepository

  init() throws { acme = try CommandRepository() }

  @Test func `show puts the exclusion beside the promise that it bounds`() throws {
    #expect(
      try acme.answer("show", "acme-onboarding/P1") == """
        Promised
          P1  Custom weekly revenue report by 1 September.
              but not X1: Dashboards beyond the weekly revenue report.
              source E1#L14 · confidence confirmed
              “we will get you the weekly revenue report by the first of September”

        """)
  }

  @Test func `show finds a brief by its file too`() throws {
    let byID = try acme.answer("show", "acme-onboarding")
    #expect(byID.hasPrefix("Acme GmbH · acme-onboarding\nstatus     draft\n"))
    #expect(byID.contains("\nNext steps\n  Sam runs the kickoff workshop on 10 August.\n"))
    #expect(try acme.answer("show", CommandRepository.path) == byID)
  }

  @Test func `show names the nearest brief and the nearest item`() throws {
    #expect(
      try acme.refusal("show", "acme-onbording", status: 2)
        == "handoff: there is no brief acme-onbording\n  did you mean acme-onboarding?\n")
    #expect(
      try acme.refusal("show", "acme-onboarding/P2", status: 2)
        == "handoff: acme-onboarding has no item P2\n  did you mean P1?\n")
  }

  @Test func `list counts what the rules find`() throws {
    try acme.repository.write("handoffs/other.md", "---\nhandoff: other\n---\n")
    let mine = try acme.answer("list", "--mine")
    #expect(
      mine.hasPrefix(
        "acme-onboarding  draft  Acme GmbH  dana@northwind.example → sam@northwind.example  "))
    #expect(mine.split(separator: "\n").count == 1)
    #expect(try acme.answer("list").contains("\nother            ?      ?          ? → ?"))
    #expect(mine.contains("  Dana Lee: "))
    #expect(try acme.answer("list", "--json") == acme.answer("list", "--format", "json"))
    #expect(try acme.answer("list", "--status", "done") == "")
    #expect(try acme.answer("list", "--account", "acme gmbh").hasPrefix("acme-onboarding"))
  }

  @Test func `list wants a status that there is`() throws {
    let words = try acme.refusal("list", "--status", "open", status: 2)
    #expect(words.contains("'open' is invalid for '--status <status>'"))
  }

  @Test func `a checklist ends with what is missing and the next command`() throws {
    try acme.answer("add", "acme-onboarding", "promise", "SSO by May")
    let text = try acme.answer("checklist", "acme-onboarding")
    #expect(text.contains("names no source"))
    #expect(text.contains("→ `handoff cite acme-onboarding/P-"))
    let page = try acme.answer("checklist", "acme-onboarding", "--format", "markdown")
    #expect(page.contains("- [ ] P\\-"))
  }

  @Test func `a checklist is of a brief`() throws {
    #expect(try acme.refusal("checklist", "zzz", status: 2).contains("there is no brief zzz"))
  }

  @Test func `explain tells a rule from its examples`() throws {
    let text = try acme.answer("explain", "dropped-exclusion")
    #expect(text.contains("How much it matters: always an error; it cannot be waived."))
    #expect(text.contains("    »exclusions«:\n"))
    #expect(try acme.answer("explain").contains("\nChange\n"))
    let page = try acme.answer("explain", "missing-section", "--format", "markdown")
    #expect(page.contains("## It stops at\n"))
  }

  @Test func `explain names the nearest rule`() throws {
    #expect(
      try acme.refusal("explain", "droped-exclusion", status: 2)
        == "handoff: there is no rule droped-exclusion\n  did you mean dropped-exclusion?\n")
  }

  @Test func `a command that there is not is named with the nearest`() throws {
    for arguments in [["lst"], ["help", "lst"]] {
      let output = try run(
        HandoffProgram.path, arguments, in: acme.repository.path,
        environment: acme.repository.variables)
      #expect(output.status == 2)
      #expect(
        output.errorText == "handoff: `lst` is no command of handoff\n  did you mean list?\n")
    }
    #expect(
      try acme.refusal("hooks", "instal", status: 2).contains("did you mean install?"))
    #expect(try acme.answer("help", "hooks", "install").contains("handoff hooks install"))
  }

  @Test func `JSON is what the schemas say`() throws {
    try acme.answer("add", "acme-onboarding", "promise", "SSO by May")
    try acme.repository.write("handoffs/other.md", "---\nhandoff: other\n---\nHello\n")
    for name in ["acme-onboarding", "acme-onboarding/P1", "other"] {
      try acme.expectValid(try acme.answer("show", name, "--format", "json"), by: "show")
    }
    try acme.expectValid(try acme.answer("list", "--format", "json"), by: "list")
    for name in ["acme-onboarding", "other"] {
      try acme.expectValid(try acme.answer("card", name, "--format", "json"), by: "card")
    }
    try acme.expectValid(try acme.answer("inbox", "--all", "--format", "json"), by: "inbox")
    try acme.expectValid(
      try acme.answer("checklist", "acme-onboarding", "--format", "json"), by: "checklist")
    try acme.expectValid(try acme.answer("explain", "--format", "json"), by: "rules")
    try acme.expectValid(
      try acme.answer("explain", "dropped-brief", "--format", "json"), by: "rules")
  }
}
