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
    #expect(lists == [.promises, .exclusions, .stakeholders, .requirements, .evidence])
    let promise = carried.entries[0].fields
    let exclusion = carried.entries[1].fields
    #expect(promise.map(\.0) == [.id, .text, .source, .boundedBy, .quote, .carried])
    guard case .words(let bounds) = promise[3].1, case .text(let id) = exclusion[0].1,
      case .text(let source) = promise[2].1,
      case .text(let evidence) = carried.entries[4].fields[0].1
    else {
      Issue.record("the bound is a list of ids, and the source names the evidence")
      return
    }
    #expect(bounds == [id])
    #expect(source == evidence + "#L3")
  }

  @Test func `what one earlier brief has from another is carried once`() throws {
    let later = try #require(
      Brief(
        reading: SourceText(
          """
          ---
          handoff: acme-ae
          after: [acme-sdr]
          promises:
            - id: P3
              text: A call
              carried: acme-sdr/P1
          left_behind:
            - item: acme-sdr/X7
              reason: They drive.
          ---

          """)))
    var generator = SeededGenerator(seed: 1)
    let carried = CarriedItems(from: [try earlier(), later], using: &generator)
    #expect(carried.entries.map(\.list) == [.stakeholders, .requirements, .promises])
  }

  @Test func `the summary is carried on below the headings of the new type`() throws {
    let before = try #require(
      Brief(
        reading: SourceText(
          """
          ---
          handoff: acme-sdr
          ---
          Thanks for the call.

          ## Next steps
          Ana <!-- not Bo --> decides.

          ## Timeline
          Not discussed yet

          ## Prices \\& [more](x)
          Ten.

          """)))
    let type = try #require(BriefType.builtIn["ae-to-support"])
    var generator = SeededGenerator(seed: 1)
    let brief = try NewBrief(
      id: "acme-new", type: type, fields: [],
      carried: CarriedItems(from: [], using: &generator),
      summary: SummaryContent(of: before, kind: .call)
    ).brief()
    #expect(
      String(decoding: brief.source.bytes[brief.body], as: UTF8.self) == """

        Thanks for the call.

        ## Current situation

        Not discussed yet

        ## Business priorities

        Not discussed yet

        ## Next steps

        Ana  decides.

        ## Prices \\& more

        Ten.

        """)
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
          requirements:
            - id: I1
              text: Access
            - id: I2
              text: A desk
              status: done
          evidence:
            - id: E1
              kind: call-notes
              url: https://docs.example/call
            - id: E2
              kind: other
              url: https://docs.example/uncited
          ---

          """)))
  }
}
