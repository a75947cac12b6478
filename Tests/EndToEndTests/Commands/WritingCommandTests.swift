import Git
import TestSupport
import Testing

@Suite struct WritingCommandTests {
  let acme: CommandRepository

  init() throws { acme = try CommandRepository() }

  @Test func `add writes an item and prints its id`() throws {
    let id = try acme.answer(
      "add", "acme-onboarding", "promise", "SSO: by May", "--due", "2027-05-01",
      "--bounded-by", "X1"
    ).split(separator: "\n").joined()
    #expect(
      try acme.changes() == """
        +  - id: \(id)
        +    text: "SSO: by May"
        +    due: 2027-05-01
        +    bounded_by: [X1]
        """)
    let risk = try acme.answer("add", "acme-onboarding", "risk", "Budget", "--severity", "low")
    #expect(risk.hasPrefix("R-"))
    #expect(acme.text().contains("    severity: low\n    status: open\n"))
  }

  @Test func `add writes nothing that lacks something`() throws {
    #expect(
      try acme.refusal("add", "acme-onboarding", "term", "10% off", status: 2)
        == "handoff: a custom term needs --kind (pricing, legal, scope, implementation, "
        + "success-metric)\n  nothing was written; type the command again with it\n")
    #expect(
      try acme.refusal(
        "add", "acme-onboarding", "exclusion", "Travel", "--due", "2027-01-01", status: 2
      )
      .hasPrefix("handoff: an exclusion has no field `due`\n  it may have: text, reason,"))
    #expect(
      try acme.refusal("add", "acme-onboarding", "promis", "SSO", status: 2)
        .contains("did you mean promise?"))
  }

  @Test func `add takes a file or a page of evidence for what it is`() throws {
    try acme.answer(
      "add", "acme-onboarding", "evidence", "evidence/acme/notes.txt", "--kind", "other")
    #expect(try acme.changes().contains("+    file: evidence/acme/notes.txt"))
    try acme.answer(
      "add", "acme-onboarding", "evidence", "https://crm.example/1", "--kind", "crm")
    #expect(try acme.changes().contains("+    url: https://crm.example/1"))
    try acme.answer("add", "acme-onboarding", "evidence", "Ana said so.", "--kind", "spoken")
    #expect(try acme.changes().contains("+    text: Ana said so."))
  }

  @Test func `what stands for words in an example is not taken for words`() throws {
    for words in ["…", " ... "] {
      #expect(
        try acme.refusal("withdraw", "acme-onboarding/X1", "--reason", words)
          .contains("is no reason to withdraw X1"))
      #expect(
        try acme.refusal("add", "acme-onboarding", "exclusion", words, status: 2)
          .contains("says nothing"))
      #expect(
        try acme.refusal("set", "acme-onboarding", "no_exclusions", words, status: 2)
          .contains("says nothing"))
    }
    #expect(
      try acme.refusal("add", "acme-onboarding", "exclusion", "", status: 2)
        == "handoff: nothing is said for `text`\n  write what it is to say\n")
  }

  @Test func `add says that the brief comes first`() throws {
    #expect(
      try acme.refusal("add", "promise", "acme-onboarding", "SSO", status: 2)
        .contains("type: handoff add acme-onboarding promise"))
  }

  @Test func `what a killed process left behind is taken away, and nobody else's file`() throws {
    let folder = acme.repository.path + "/handoffs/acme/"
    let left = folder + ".handoff-0123456789abcdef"
    let own = ["acme-onboarding.md.handoff-draft", ".handoff-notes", ".handoff-0123456789abcdeX"]
    try writeFile(left, Array("half of a bri".utf8))
    for name in own { try writeFile(folder + name, Array("mine".utf8)) }
    try acme.answer("set", "acme-onboarding", "goal", "Close the month in two days.")
    #expect(acme.text().contains("two days"))
    #expect(readFile(left) == nil)
    for name in own { #expect(readFile(folder + name) == Array("mine".utf8), "\(name)") }
    _ = try run(
      "ln", [folder + "acme-onboarding.md", left], in: "/",
      environment: acme.repository.variables)
    try acme.answer("set", "acme-onboarding", "goal", "Close the month in one day.")
    #expect(acme.text().contains("one day"))
    #expect(readFile(left) == nil)
  }

  @Test func `set changes one line`() throws {
    try acme.answer("set", "acme-onboarding/P1", "due", "2026-09-01")
    try acme.answer("set", "acme-onboarding", "first-milestone.due", "2026-08-11")
    try acme.answer("set", "acme-onboarding", "to", "SAM@northwind.example")
    #expect(
      try acme.changes() == """
        +    due: 2026-09-01
        -  due: 2026-08-10
        +  due: 2026-08-11
        """)
    try acme.answer("set", "acme-onboarding/P1", "due", "--unset")
    #expect(!acme.text().contains("2026-09-01"))
  }

  @Test func `set refuses a value that the field cannot hold`() throws {
    #expect(
      try acme.refusal("set", "acme-onboarding/P1", "due", "1 September", status: 2)
        == "handoff: “1 September” in `due` is not a day\n"
        + "  write the day as YYYY-MM-DD, such as 2026-10-01\n")
    #expect(
      try acme.refusal("set", "acme-onboarding/P1", "confidence", "confirmd", status: 2)
        .contains("write confirmed, or one of:"))
    #expect(
      try acme.refusal("set", "acme-onboarding/P1", "deu", "2026-09-01", status: 2)
        == "handoff: `deu` is no field of a promise\n  did you mean due?\n")
    #expect(
      try acme.refusal("set", "acme-onboarding/P1", "due", "", status: 2)
        == "handoff: nothing is said for `due`\n"
        + "  to take the field away: handoff set acme-onboarding/P1 due --unset\n")
    #expect(
      try acme.refusal("set", "acme-onboarding/X1", "text", "--unset")
        .contains("handoff withdraw acme-onboarding/X1 --reason"))
    #expect(
      try acme.refusal("set", "acme-onboarding/X1", "id", "X9").contains("an id stays what it is"))
    #expect(
      try acme.refusal("set", "acme-onboarding/X1", "text", "TBD", status: 2)
        .contains("“TBD” says nothing"))
  }

  @Test func `set takes only a type that there is`() throws {
    #expect(
      try acme.refusal("set", "acme-onboarding", "type", "sales-to-implemntation", status: 2)
        .contains("did you mean sales-to-implementation?"))
    try acme.answer("set", "acme-onboarding", "type", "sales-to-implementation")
  }

  @Test func `a change of agreed words brings an accepted brief back to review`() throws {
    try acme.repository.write(
      CommandRepository.path,
      acme.text().split(separator: "\n", omittingEmptySubsequences: false).map {
        $0 == "status: draft" ? "status: accepted" : String($0)
      }.joined(separator: "\n"))
    let silent = try acme.handoff("set", "acme-onboarding/R1", "status", "mitigated")
    #expect(!silent.errorText.contains("review"))
    try acme.answer("add", "acme-onboarding", "risk", "New law", "--severity", "high")
    #expect(acme.text().contains("status: accepted"))
    #expect(acme.text().contains("    raised: 20"))
    let output = try acme.handoff("set", "acme-onboarding/P1", "text", "Two reports")
    #expect(output.errorText.contains("acme-onboarding is back in review"))
    #expect(output.errorText.contains("see: handoff checklist acme-onboarding"))
    #expect(acme.text().contains("status: review"))
  }

  @Test func `what is done is sealed`() throws {
    try acme.answer("set", "acme-onboarding", "status", "done")
    #expect(
      try acme.refusal("set", "acme-onboarding", "goal", "Another")
        .contains("acme-onboarding is done, so what was agreed stays as it is"))
  }

  @Test func `withdraw keeps the item with its reason`() throws {
    try acme.answer("withdraw", "acme-onboarding/X1", "--reason", "They no longer want it.")
    #expect(try acme.changes() == "+    withdrawn: They no longer want it.")
    #expect(
      try acme.refusal("withdraw", "acme-onboarding/X1", "--reason", "Again")
        .contains("is withdrawn already: They no longer want it."))
  }

  @Test func `withdraw wants a reason`() throws {
    #expect(
      try acme.refusal("withdraw", "acme-onboarding/X1", "--reason", " n/a ")
        .contains("is no reason to withdraw X1"))
    #expect(
      try acme.refusal("withdraw", "acme-onboarding/X1", status: 2)
        == "handoff: a withdrawal needs a reason\n  say why it no longer holds: "
        + "handoff withdraw acme-onboarding/X1 --reason \"…\"\n")
  }

  @Test func `fmt gives items their ids and touches nothing else`() throws {
    let text = acme.text()
    try acme.answer("fmt")
    #expect(acme.text() == text)
    let one = text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      $0 == "objections: []" ? ["objections:", "  - Too: dear"] : [String($0)]
    }.joined(separator: "\n")
    try acme.repository.write(CommandRepository.path, one)
    let output = try acme.handoff("fmt", "--check")
    #expect(output.status == 1)
    #expect(output.text == CommandRepository.path + "\n")
    #expect(acme.text() == one)
    try acme.answer("fmt", "acme-onboarding")
    #expect(acme.text().contains("    text: \"Too: dear\"\n"))
  }

  @Test func `fmt names what it cannot read`() throws {
    let text = acme.text()
    try acme.repository.write(
      CommandRepository.path,
      text.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
        $0.hasPrefix("promises:") ? ["<<<<<<< HEAD", String($0)] : [String($0)]
      }.joined(separator: "\n"))
    for arguments in [["fmt"], ["fmt", "--check"], ["fmt", "acme-onboarding"]] {
      let output = try run(
        HandoffProgram.path, arguments, in: acme.repository.path,
        environment: acme.repository.variables)
      #expect(output.status == 2)
      #expect(output.errorText.contains("nothing was formatted in \(CommandRepository.path)"))
    }
  }

  @Test func `check --fix mends what needs no judgement`() throws {
    try acme.repository.write(
      "handoffs/beta.md",
      "---\nhandoff: beta\nstatus: Draft\naccount: Beta: the second\nfrom: Dana@northwind.example\n---\n"
    )
    let output = try acme.handoff("check", "--fix", "handoffs/beta.md")
    #expect(output.errorText.contains("handoffs/beta.md is mended"))
    #expect(
      acme.text("handoffs/beta.md")
        == "---\nhandoff: beta\nstatus: draft\naccount: \"Beta: the second\"\n"
        + "from: dana@northwind.example\n---\n")
    #expect(
      try acme.refusal("check", "--fix", "--range", "HEAD~1..HEAD", status: 2).contains("--fix"))
  }
}
