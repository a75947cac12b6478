import Briefs
import Diagnostics
import Testing

struct ItemLimitTests {
  @Test(.timeLimit(.minutes(5)))
  func `a brief has ten thousand items, whatever their fields list`() throws {
    let brief = try #require(Brief(reading: source(items: 10_000)))
    #expect(brief.findings.map(\.message) == [])
    #expect(brief.isSound && brief.items.count == 10_000)
    #expect(brief.items.last?.fields.list(.boundedBy).map(\.string) == ["X1", "X2"])
  }

  @Test(.timeLimit(.minutes(5)))
  func `one item more is a finding where it stands`() throws {
    let source = source(items: 10_001)
    let brief = try #require(Brief(reading: source))
    #expect(brief.findings.map(\.rule) == ["invalid-front-matter"])
    #expect(brief.findings.first.map { source.line(at: $0.span.lowerBound) } == 3 + 3 * 10_000)
    #expect(!brief.isSound)
  }

  @Test(.timeLimit(.minutes(5)))
  func `the items of all lists count together`() throws {
    let entries = String(repeating: "- a\n", count: 5_001)
    let source = SourceText("---\nrisks:\n\(entries)promises:\n\(entries)---\n")
    let brief = try #require(Brief(reading: source))
    #expect(!brief.isSound)
    #expect(RememberedParts().brief(reading: source)?.isSound == false)
  }

  private func source(items count: Int) -> SourceText {
    let items = (1...count).map { "- id: P\($0)\n  text: words \($0)\n  bounded_by: [X1, X2]\n" }
    return SourceText("---\npromises:\n\(items.joined())---\n")
  }
}

extension ItemLimitTests {
  @Test(.timeLimit(.minutes(5)))
  func `among many items each is found by its id, of several the first`() throws {
    let items = (0..<5_000).map { "- id: P\($0)\n  text: \($0)\n" }.joined()
    let lists = "promises:\n\(items)- id: P7\n  text: again\nrisks:\n- id: P8\n  text: a risk\n"
    let brief = try #require(Brief(reading: SourceText("---\n\(lists)---\n")))
    for number in 0..<5_000 {
      #expect(brief.item("P\(number)", in: .promises)?.string(.text) == "\(number)")
    }
    #expect(brief.item("P7")?.string(.text) == "7")
    #expect(brief.item("P8", in: .risks)?.string(.text) == "a risk")
    #expect(brief.item("P8")?.list == .promises)
    #expect(brief.item("P7", in: .risks) == nil && brief.item("P5000") == nil)
  }
}
