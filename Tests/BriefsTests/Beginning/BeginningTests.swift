import Briefs
import Diagnostics
import TestSupport
import Testing

@Suite struct BeginningTests {
  @Test(arguments: [
    ("Acme GmbH", "acme"), ("Müller & Söhne AG", "muller-sohne"), ("GmbH", "gmbh"),
    ("O’Brien, Ltd.", "obrien"), ("日本", "account"), ("../../etc", "etc"),
    ("Straße 7", "strasse-7"),
  ])
  func `an account becomes a part of ids`(account: String, slug: String) {
    #expect(BriefName.slug(ofAccount: account) == slug)
  }

  @Test func `an id names account and receiver, and is taken by nobody`() {
    #expect(id("sales-to-onboarding", taken: []) == "acme-onboarding")
    #expect(id("owner-change", taken: []) == "acme-owner-change")
    #expect(id("sdr-to-ae", taken: ["acme-ae", "acme-ae-2"]) == "acme-ae-3")
  }

  @Test(arguments: [1, 10, 14, 40, 100])
  func `an id is never too long`(length: Int) {
    let account = String(repeating: "ab ", count: length)
    let id = BriefName.id(ofAccount: account, type: account + " to " + account) { _ in false }
    #expect(Identifiers.isBriefID(id), "\(id)")
  }

  @Test(arguments: BriefType.builtIn.keys.sorted())
  func `a new brief of every type can be read and has its keys`(name: String) throws {
    let type = try #require(BriefType.builtIn[name])
    var generator = SeededGenerator(seed: 1)
    let brief = try NewBrief(
      id: "acme-new", type: type, fields: [(.account, "Acme: the first"), (.goal, "Grow")],
      carried: CarriedItems(from: [try earlier()], using: &generator)
    ).brief()
    #expect(brief.findings.isEmpty, "\(brief.findings)")
    #expect(brief.fields.string(.account) == "Acme: the first")
    for requirement in type.requires {
      let isThere =
        ItemList(rawValue: requirement.key).map { brief.entry(of: $0) != nil }
        ?? Block(rawValue: requirement.key).map { brief.block($0) != nil }
        ?? FieldName(rawValue: requirement.key).map { brief.fields.field($0) != nil }
      #expect(isThere == true, "\(requirement.key)")
    }
  }

  @Test func `what is open is carried on in its words, under new ids`() throws {
    var generator = SeededGenerator(seed: 1)
    let carried = CarriedItems(from: [try earlier()], using: &generator)
    #expect(carried.nameless == ["acme-sdr"])
    let lists = carried.entries.map(\.list)
    #expect(lists == [.promises, .exclusions, .stakeholders])
    let promise = carried.entries[0].fields
    let exclusion = carried.entries[1].fields
    #expect(promise.map(\.0) == [.id, .text, .boundedBy, .quote, .carried])
    guard case .words(let bounds) = promise[2].1, case .text(let id) = exclusion[0].1 else {
      Issue.record("the bound is a list of ids")
      return
    }
    #expect(bounds == [id])
  }

  private func id(_ type: String, taken: [String]) -> String {
    BriefName.id(ofAccount: "Acme GmbH", type: type) { taken.contains($0) }
  }

  private func earlier() throws -> Brief {
    try #require(
      Brief(
        reading: SourceText(
          """
          ---
          handoff: acme-sdr
          promises:
            - id: P1
              text: A call
              source: E1#L3
              bounded_by: [X7]
              quote: a call
            - id: P2
              text: Kept already
              state: kept
          exclusions:
            - id: X7
              text: Travel
            - id: X8
              text: Food
              withdrawn: They bring it.
            - one line
          risks:
            - id: R1
              text: Over
              status: closed
          stakeholders:
            - id: S1
              name: Ana
              role: buyer
          ---

          """)))
  }
}
