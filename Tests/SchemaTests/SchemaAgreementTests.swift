import Briefs
import Diagnostics
import Git
import Reports
import TestSupport
import Testing

/// What other programs make of the schemas.
@Suite struct SchemaAgreementTests {
  @Test func `every schema is a valid schema`() throws {
    let files = RecordedSchema.all.map { "schema/" + $0.fileName }
    try runPython("schema_validity.py", files)
  }

  @Test func `the schema of briefs and the reader agree on every form of value`() throws {
    try checkAgreement(OneFieldCases.all)
  }

  @Test func `the schema of briefs and the reader agree on whole front-matter`() throws {
    var cases = [try sample()]
    for seed in 1...2000 {
      var front = GeneratedFrontMatter(seed: UInt64(seed), faultsInAThousand: seed % 3 * 15)
      cases.append(front.text())
    }
    try checkAgreement(cases)
  }

  private func checkAgreement(_ frontMatter: [String]) throws {
    let cases = try frontMatter.map { try AgreementCase(frontMatter: $0) }
    let share = Double(cases.count(where: \.isRefused)) / Double(cases.count)
    #expect((0.2...0.8).contains(share), "both verdicts are to be common, and \(share) are refused")
    let directory = try TemporaryDirectory()
    let file = directory.path + "/cases.jsonl"
    try writeFile(file, cases.flatMap { Array($0.line.utf8) })
    try runPython("schema_agreement.py", ["schema/brief.schema.json", file])
  }

  private func runPython(_ script: String, _ arguments: [String]) throws {
    let result = try run(
      Checkout.python, ["Tests/Python/" + script] + arguments, in: Checkout.top,
      environment: [
        "PATH": Checkout.searchPath, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1",
      ])
    #expect(result.status == 0, "\(result.text)\(result.errorText)")
  }

  private func sample() throws -> String {
    let bytes = try #require(readFile(Checkout.top + "/Tests/Samples/acme-onboarding.md"))
    let brief = try #require(Brief(reading: SourceText(bytes)))
    return brief.source[brief.frontMatter]
  }
}
