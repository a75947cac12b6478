import Git
import TestSupport
import Testing

/// `handoff proof` of an item of each list that has ids.
struct ProvenListsTests {
  struct Entry: CustomTestStringConvertible {
    let id: String
    let list: String
    let words: String
    let fields: String

    var testDescription: String { list }
    var yaml: String { "\(list):\n  - id: \(id)\n\(fields)" }
  }

  static let entries = [
    Entry(
      id: "P1", list: "promises", words: "A weekly report.", fields: "    text: A weekly report.\n"),
    Entry(id: "X1", list: "exclusions", words: "Dashboards.", fields: "    text: Dashboards.\n"),
    Entry(
      id: "A1", list: "expectations", words: "We come monthly.",
      fields: "    text: We come monthly.\n    basis: implied\n"),
    Entry(
      id: "T1", list: "custom_terms", words: "10% off.",
      fields: "    kind: pricing\n    text: 10% off.\n"),
    Entry(
      id: "S1", list: "stakeholders", words: "Ana Ruiz",
      fields: "    name: Ana Ruiz\n    role: buyer\n"),
    Entry(
      id: "M1", list: "success_criteria", words: "days to close",
      fields: "    metric: days to close\n    target: three\n"),
    Entry(
      id: "R1", list: "risks", words: "Finance is away.",
      fields: "    text: Finance is away.\n    severity: low\n    status: open\n"),
    Entry(
      id: "I1", list: "requirements", words: "Access to the ERP.",
      fields: "    text: Access to the ERP.\n"),
    Entry(id: "O1", list: "objections", words: "Too dear.", fields: "    text: Too dear.\n"),
    Entry(
      id: "N1", list: "sensitivities", words: "A dispute.", fields: "    text: A dispute.\n"),
    Entry(
      id: "U1", list: "support", words: "sam@northwind.example",
      fields: "    person: sam@northwind.example\n    kind: engineer\n    role: answers\n"
        + "    needed: the call\n    not_needed: the rest\n"),
    Entry(
      id: "Q1", list: "questions", words: "Who signs?",
      fields: "    text: Who signs?\n    by: sam@northwind.example\n"
        + "    at: 2026-03-01T10:00:00Z\n"),
    Entry(
      id: "E1", list: "evidence", words: "evidence/acme/call.txt",
      fields: "    kind: call-notes\n    file: evidence/acme/call.txt\n    sha256: "
        + "a3173a7f36e2bdc4f15c7fbb92a3c1b2ff7e6dcbe7e6ec4a4b1d3b0e3cf5f9ce\n"),
    Entry(
      id: "B1", list: "returns", words: "missing-context",
      fields: "    by: sam@northwind.example\n    at: 2026-03-01T10:00:00Z\n"
        + "    reasons: [missing-context]\n"),
    Entry(
      id: "C1", list: "incidents", words: "Asked again.",
      fields: "    kind: rework\n    by: sam@northwind.example\n    at: 2026-03-01T10:00:00Z\n"
        + "    text: Asked again.\n"),
    Entry(
      id: "W1", list: "waivers", words: "They said so.",
      fields: "    rule: missing-evidence\n    reason: They said so.\n"
        + "    by: dana@northwind.example\n    until: 2026-12-31\n"),
  ]

  @Test(arguments: entries)
  func `an item of any list is proven while it is there and when it is gone`(entry: Entry) throws {
    let deal = try DealRepository()
    let file = DealRepository.file
    try deal.commit(
      "begin", on: "2026-03-01",
      [file: DealRepository.brief(entry.yaml), "evidence/acme/call.txt": "We talked.\n"])
    try expectProof(of: entry, in: deal)
    try deal.commit("drop", on: "2026-03-02", [file: DealRepository.brief("")])
    let gone = try expectProof(of: entry, in: deal)
    #expect(gone.contains("these were its last words"))
  }

  @Test func `a piece of evidence is proven to be the file that was recorded`() throws {
    let deal = try DealRepository()
    let digest = try run(
      "sha256sum", [], in: "/", environment: ["PATH": "/usr/bin:/bin"],
      input: Array("We talked.\n".utf8)
    ).text.prefix(64)
    let evidence = """
      evidence:
        - id: E1
          kind: call-notes
          file: evidence/acme/call.txt
          sha256: \(digest)

      """
    try deal.commit(
      "begin", on: "2026-03-01",
      [
        DealRepository.file: DealRepository.brief(evidence),
        "evidence/acme/call.txt": "We talked.\n",
      ])
    let checks = try ProofCheck.all(
      of: deal.handoff("proof", "acme-onboarding/E1", "--format", "json").text)
    #expect(checks.contains { $0.prints == "\(digest)  -" })
  }

  @Test(arguments: [("P1", true), ("R1", true), ("R2", false), ("N1", false), ("S1", false)])
  func `an approval proves the words that it covers and no others`(
    id: String, isCovered: Bool
  ) throws {
    let deal = try DealRepository()
    let lists =
      ["promises", "risks", "sensitivities", "stakeholders"].compactMap { list in
        Self.entries.first { $0.list == list }?.yaml
      }.joined().replacing(
        "    status: open\n",
        with: "    status: open\n  - id: R2\n    text: New.\n    severity: low\n"
          + "    status: open\n    raised: 2026-03-01\n")
    try deal.commit("begin", on: "2026-03-01", [DealRepository.file: DealRepository.brief(lists)])
    #expect(try deal.handoff("approve", "acme-onboarding", "--role", "sales").status == 0)
    let page = try deal.handoff("proof", "acme-onboarding/\(id)").text
    #expect(page.contains("The sales approval") == isCovered, "\(page)")
  }

  @discardableResult
  private func expectProof(of entry: Entry, in deal: DealRepository) throws -> String {
    let proof = try deal.handoff("proof", "acme-onboarding/\(entry.id)", "--format", "json")
    #expect(proof.status == 0, "\(proof.errorText)")
    #expect(proof.text.contains(entry.words), "\(proof.text)")
    try deal.expectValid(proof.text, by: "proof")
    let checks = try ProofCheck.all(of: proof.text)
    #expect(checks.count >= 3)
    for check in checks {
      let seen = try run(
        "/bin/sh", ["-c", check.command], in: deal.git.path, environment: deal.git.variables)
      #expect(seen.text == check.prints + "\n", "\(check.command)\n\(seen.errorText)")
    }
    return proof.text
  }
}
