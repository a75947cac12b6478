import Briefs
import Diagnostics
import Testing

/// Comparing takes time in proportion to the number of items.
struct LargeComparisonTests {
  private let numbers = 1...4_900

  @Test(.timeLimit(.minutes(5)))
  func `thousands of one-line promises give way to others`() throws {
    let old = try brief("promises:\n" + numbers.map { "- one \($0)\n" }.joined())
    let new = try brief("promises:\n" + numbers.map { "- two \($0)\n" }.joined())
    let difference = BriefDifference(from: old, to: new)
    #expect(difference.items.count == 2 * numbers.count)
    #expect(difference.dropped.count == numbers.count)
  }

  @Test(.timeLimit(.minutes(5)))
  func `thousands of inferred promises are gone beside thousands of expectations`() throws {
    let expectations = "expectations:\n" + numbers.map { "- two \($0)\n" }.joined()
    let promises = numbers.map { "- id: P\($0)\n  text: one \($0)\n  confidence: inferred\n" }
    let old = try brief("promises:\n" + promises.joined() + expectations)
    let new = try brief(expectations)
    let difference = BriefDifference(from: old, to: new)
    #expect(difference.dropped.count == numbers.count)
    #expect(difference.dropped.allSatisfy { $0.drop?.lookalike == nil })
  }

  @Test(.timeLimit(.minutes(5)))
  func `thousands of items with the same words move to another list`() throws {
    let promises = numbers.map { "- id: P\($0)\n  text: the same\n" }.joined()
    let risks = numbers.map { "- id: R\($0)\n  text: the same\n" }.joined()
    let difference = BriefDifference(
      from: try brief("promises:\n" + promises), to: try brief("risks:\n" + risks))
    #expect(difference.dropped.count == numbers.count)
    #expect(difference.dropped.first?.drop?.lookalike?.id == "R1")
  }

  private func brief(_ lists: String) throws -> Brief {
    try #require(Brief(reading: SourceText("---\nstatus: draft\n\(lists)---\n")))
  }
}
