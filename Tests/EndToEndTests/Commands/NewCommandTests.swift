import Briefs
import Diagnostics
import Git
import TestSupport
import Testing

@Suite struct NewCommandTests {
  let acme: CommandRepository

  init() throws { acme = try CommandRepository() }

  @Test func `new begins a brief that only lacks what nobody knows yet`() throws {
    let path = try acme.answer(
      "new", "owner-change", "--account", "Müller & Söhne AG", "--to", "sam@northwind.example",
      "--goal", "Keep them: happy")
    #expect(path == "handoffs/muller-sohne/muller-sohne-owner-change.md\n")
    let text = acme.text("handoffs/muller-sohne/muller-sohne-owner-change.md")
    #expect(text.contains("from: dana@northwind.example\n"))
    #expect(text.contains("goal: \"Keep them: happy\"\n"))
    #expect(text.contains("\n## Next steps\n\nNot discussed yet\n"))
    let check = try acme.handoff("check", "handoffs/muller-sohne")
    #expect(check.status == 0, "\(check.text)")
    #expect(!check.text.contains("missing-section"))
  }

  @Test func `new carries on what is open in the brief before`() throws {
    let path = try acme.answer(
      "new", "owner-change", "--after", "acme-onboarding", "--to", "sam@northwind.example")
    #expect(path == "handoffs/acme/acme-owner-change.md\n")
    let text = acme.text("handoffs/acme/acme-owner-change.md")
    #expect(text.contains("after: [acme-onboarding]\n"))
    for item in ["P1", "X1", "T1", "R1", "S1"] {
      #expect(text.contains("    carried: acme-onboarding/\(item)\n"), "\(item)")
    }
    for item in ["I1", "E1", "E2"] {
      #expect(text.contains("    carried: acme-onboarding/\(item)\n"), "\(item)")
    }
    #expect(!text.contains("acme-onboarding/A1"), "a settled expectation stays")
    #expect(text.contains("from: sam@northwind.example\n"))
    #expect(text.contains("deal: https://crm.example/opportunity/006Qz00000AbCdE\n"))
    #expect(text.contains("\n## Timeline\n\nKickoff on 10 August 2026"))
    let source = text.split(separator: "\n").first { $0.hasPrefix("    source: ") }
    #expect(source?.hasSuffix("#L14") == true && source?.contains("E1#") == false, "\(text)")
    let check = try acme.handoff("check", "handoffs/acme/acme-owner-change.md")
    #expect(check.status == 0, "\(check.text)")
    #expect(!check.text.contains("lost-in-handoff"), "\(check.text)")
    #expect(!check.text.contains("unresolved-reference"), "\(check.text)")
  }

  @Test func `new says what it leaves, who succeeds already and the account's name`() throws {
    let arguments = [
      "new", "owner-change", "--after", "acme-onboarding", "--to", "sam@northwind.example",
      "--account", "ACME, Ltd.",
    ]
    let first = try acme.handoff(all: arguments)
    #expect(
      first.errorText.contains(
        "not carried on, write what still holds: goal, go_live, kickoff, 1 "),
      "\(first.errorText)")
    #expect(first.errorText.contains("first_milestone"), "\(first.errorText)")
    #expect(first.errorText.contains("the account is called “Acme GmbH”, as in the brief before"))
    #expect(!first.errorText.contains("successor"))
    #expect(acme.text("handoffs/acme/acme-owner-change.md").contains("account: Acme GmbH\n"))
    let second = try acme.handoff(all: arguments)
    #expect(
      second.errorText.contains("acme-onboarding has a successor already, acme-owner-change"),
      "\(second.errorText)")
  }

  @Test func `new carries on the summary that the client confirmed, and says so`() throws {
    let brief = try #require(Brief(reading: SourceText(acme.text())))
    let digest = SummaryContent(of: brief, kind: .final).digest
    let record = """
      emails:
        - kind: final
          body: \(digest)
          sent: 2026-07-21
          to: [ana@acme.example]
          reply: confirmed
          replied: 2026-07-22
          replied_by: ana@acme.example
          how: phone

      evidence:
      """
    try acme.repository.write(
      CommandRepository.path, acme.text().replacing("evidence:", with: record))
    try acme.repository.commit("sent and confirmed")
    let confirmed = try acme.handoff(
      "new", "owner-change", "--after", "acme-onboarding", "--to", "dana@northwind.example")
    #expect(
      confirmed.errorText.contains(
        "the summary is revision 1 of acme-onboarding, which the client confirmed\n"))
    try acme.repository.write(
      CommandRepository.path, acme.text().replacing("Six days", with: "Five days"))
    let later = try acme.handoff(
      "new", "owner-change", "--after", "acme-onboarding", "--to", "dana@northwind.example", "--id",
      "acme-second")
    #expect(later.errorText.contains("confirmed; what was written since is not in it\n"))
    #expect(acme.text("handoffs/acme/acme-second.md").contains("Six days saved"))
  }

  @Test func `what is not carried on is left behind with a reason`() throws {
    let path = try acme.answer(
      "new", "owner-change", "--after", "acme-onboarding", "--to", "dana@northwind.example")
    let file = String(path.dropLast())
    let lines = acme.text(file).split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "risks:"))
    let end = try #require(lines[start...].firstIndex(of: ""))
    let rest = lines[..<start] + ["risks: []"] + lines[end...]
    try acme.repository.write(file, rest.joined(separator: "\n"))
    let lost = try acme.handoff("check", file)
    #expect(lost.text.contains("R1 “Finance lead on leave in August.” of acme-onboarding is not"))
    try acme.answer(
      "add", "acme-owner-change", "left_behind", "acme-onboarding/R1", "--reason", "She is back.")
    #expect(try !acme.handoff("check", file).text.contains("lost-in-handoff"))
  }

  @Test func `new never overwrites`() throws {
    #expect(
      try acme.refusal(
        "new", "sdr-to-ae", "--account", "Acme", "--to", "sam@northwind.example", "--id",
        "acme-onboarding"
      ).contains("there is a brief acme-onboarding already"))
    let second = try acme.handoff(
      "new", "sales-to-onboarding", "--account", "Acme", "--to", "sam@northwind.example")
    #expect(second.text == "handoffs/acme/acme-onboarding-2.md\n")
    #expect(
      second.errorText.contains(
        "there is acme-onboarding already, so this one is acme-onboarding-2"))
  }

  @Test func `new wants a name that an id can be made of, or the id`() throws {
    let to = "sam@northwind.example"
    #expect(
      try acme.refusal("new", "sdr-to-ae", "--account", " ", "--to", to, status: 2)
        .contains("the account has no name"))
    #expect(
      try acme.refusal("new", "sdr-to-ae", "--account", "日本", "--to", to, status: 2)
        .contains("give one: --id ID"))
    let path = try acme.answer(
      "new", "sdr-to-ae", "--account", "日本", "--to", to, "--id", "nihon-ae")
    #expect(path == "handoffs/nihon-ae/nihon-ae.md\n")
  }

  @Test func `new warns of a receiver whom the roster does not know`() throws {
    let output = try acme.handoff(
      "new", "sdr-to-ae", "--account", "Beta", "--to", "zoe@northwind.example")
    #expect(output.errorText.contains("zoe@northwind.example is not on the roster"))
  }

  @Test func `new says what it needs where nobody can be asked`() throws {
    #expect(
      try acme.refusal("new", "sales-to-onbording", status: 2)
        == "handoff: `sales-to-onbording` is no type of handoff\n"
        + "  did you mean sales-to-onboarding?\n")
    #expect(
      try acme.refusal("new", "sales-to-onboarding", "--account", "Acme", status: 2)
        .hasPrefix("handoff: the new brief needs --to\n"))
  }
}
