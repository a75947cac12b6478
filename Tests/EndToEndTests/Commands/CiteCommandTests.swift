import Git
import TestSupport
import Testing

@Suite struct CiteCommandTests {
  let acme: CommandRepository
  let call: String
  let notes: String

  init() throws {
    acme = try CommandRepository()
    let add = ["add", "acme-onboarding", "evidence", "--kind", "call-notes", "--file"]
    call = try acme.answer(add[0], add[1], add[2], add[3], add[4], add[5], "evidence/acme/call.vtt")
      .split(separator: "\n").joined()
    notes = try acme.answer(
      add[0], add[1], add[2], add[3], add[4], add[5], "evidence/acme/notes.txt"
    ).split(separator: "\n").joined()
    try acme.repository.commit("add evidence")
  }

  @Test func `cite writes the time of a transcript and the words as they were said`() throws {
    try acme.answer(
      "cite", "acme-onboarding/P1", "the weekly  revenue report by the first of september.")
    #expect(
      try acme.changes() == """
        -    source: E1#L14
        -    quote: we will get you the weekly revenue report by the first of September
        +    source: [E1#L14, \(call)@00:14:23]
        +    quote: the Weekly Revenue Report by the first of September
        """)
    #expect(try !acme.handoff("check").text.contains("misquoted-source"))
  }

  @Test func `cite writes the lines of a text`() throws {
    try acme.answer("cite", "acme-onboarding/T1", "the price could go down: 10%")
    #expect(acme.text().contains("source: [E2#L71, \(notes)#L2-L3]\n"))
    #expect(try !acme.handoff("check").text.contains("misquoted-source"))
  }

  @Test func `words at several places need a choice`() throws {
    #expect(
      try acme.refusal("cite", "acme-onboarding/P1", "SSO by May", status: 2) == """
        handoff: the words stand at 2 places; say which with --at
          \(notes)#L4: SSO by May
          \(notes)#L5: SSO by May

        """)
    try acme.answer("cite", "acme-onboarding/P1", "SSO by May", "--at", "\(notes)#L5")
    #expect(acme.text().contains("\(notes)#L5"))
  }

  @Test func `a place in a transcript is named by its lines or its time`() throws {
    let words = "We will get you the Weekly Revenue Report"
    for place in ["\(call)#L9", "\(call)@14:23", call] {
      let said = try acme.handoff("cite", "acme-onboarding/P1", words, "--at", place)
      #expect(said.status == 0, "\(said.errorText)")
      #expect(acme.text().contains("\(call)@00:14:23"))
    }
    #expect(
      try acme.refusal("cite", "acme-onboarding/P1", words, "--at", "\(call)#L5")
        .contains("the words do not stand at \(call)#L5"))
  }

  @Test func `evidence without ids gets them first`() throws {
    let path = "handoffs/tide.md"
    try acme.repository.write(
      path,
      "---\nhandoff: tide\nstatus: draft\npromises:\n  - id: P1\n    text: SSO\nevidence:\n"
        + "  - kind: call-notes\n    file: evidence/acme/notes.txt\n---\n")
    #expect(
      try acme.refusal("cite", "tide/P1", "SSO by May", status: 2)
        .contains("give it some: handoff fmt tide"))
    try acme.answer("fmt", "tide")
    #expect(
      try acme.refusal("cite", "tide/P1", "SSO by May", status: 2).contains("stand at 2 places"))
  }

  @Test func `words that nobody said show the nearest lines`() throws {
    let words = try acme.refusal("cite", "acme-onboarding/P1", "SSO by June was confirmed")
    #expect(words.hasPrefix("handoff: “SSO by June was confirmed” stands nowhere in the evidence"))
    #expect(words.contains("  \(notes)#L4: SSO by May was confirmed.\n"))
    #expect(words.contains("E1 is not in the repository"))
    #expect(
      try acme.refusal("cite", "acme-onboarding/P1", "SSO", "--in", "E9", status: 2)
        .contains("acme-onboarding has no evidence E9"))
  }

  @Test func `evidence outside the repository is not read`() throws {
    try acme.repository.write(".git/secret.txt", "the secret word\n")
    _ = try run(
      "ln", ["-s", "/etc/passwd", "evidence/acme/link.txt"], in: acme.repository.path,
      environment: acme.repository.variables)
    #expect(
      try acme.refusal(
        "add", "acme-onboarding", "evidence", "--kind", "other", "--file",
        "evidence/acme/link.txt", status: 2
      ).contains("there is no file evidence/acme/link.txt in the repository"))
    try acme.repository.write(
      CommandRepository.path,
      acme.text().replacing(
        "    url: https://docs.example/acme-call", with: "    file: evidence/acme/link.txt"))
    let words = try acme.refusal("cite", "acme-onboarding/P1", "root")
    #expect(words.contains("is not in the repository") || words.contains("stands nowhere"))
  }
}
