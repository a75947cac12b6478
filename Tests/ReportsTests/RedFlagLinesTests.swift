import Briefs
import Diagnostics
import Reports
import Testing

@Suite struct RedFlagLinesTests {
  @Test func `a terminal shows a heading and a line for each`() throws {
    #expect(
      try lines().text(isColored: false) == """
        2 red flags
          ! the risk R1 “Leave in August” is high and open, and nobody owns it
          ! T1 “10% off” is a custom term (pricing)

        """)
  }

  @Test func `a page shows a section`() throws {
    #expect(
      try lines().markdown == """
        ## 2 red flags

        - the risk R1 “Leave in August” is high and open, and nobody owns it
        - T1 “10% off” is a custom term \\(pricing\\)

        """)
  }

  @Test func `a program reads the kind and the item`() throws {
    #expect(
      try lines().json.text.hasPrefix(
        #"[{"kind":"high-risk","item":"R1","sentence":"the risk R1 “Leave in August” is high"#))
  }

  @Test func `no red flag, no words`() {
    #expect(RedFlagLines([]).text(isColored: true) + RedFlagLines([]).markdown == "")
  }

  private func lines() throws -> RedFlagLines {
    let brief = try #require(Brief(reading: SourceText(text)))
    return RedFlagLines(
      RedFlag.flags(
        of: brief, policy: Policy(source: SourceText([])), on: CalendarDate(dayNumber: 20_655)))
  }

  private let text = """
    ---
    handoff: acme
    custom_terms:
      - id: T1
        kind: pricing
        text: 10% off
    risks:
      - id: R1
        text: Leave in August
        severity: high
        status: open
    ---

    """
}
