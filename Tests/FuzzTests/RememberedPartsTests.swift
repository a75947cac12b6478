import Briefs
import Diagnostics
import Testing

/// What is parsed in parts reads as what is parsed whole.
struct RememberedPartsTests {
  @Test(arguments: FuzzCases.batches(of: 3_000))
  func `a version read from remembered parts is the same to the last span`(
    numbers: Range<Int>
  ) throws {
    let parts = RememberedParts()
    var soundCount = 0
    for original in Corpus.briefs { _ = parts.brief(reading: SourceText(original)) }
    for number in numbers {
      let original = Corpus.briefs[number % Corpus.briefs.count]
      let source = SourceText(Mutator.mutated(original, seed: number))
      let whole = Brief(reading: source)
      let read = parts.brief(reading: source)
      #expect(
        described(read) == described(whole),
        "case \(number): \(String(decoding: source.bytes, as: UTF8.self))")
      if whole?.isSound ?? false { soundCount += 1 }
    }
    #expect(soundCount > numbers.count / 10)
  }

  @Test(arguments: [
    "goal: \"one\nline: two\"\n", "goal: [a,\nb: c]\n", "promises:\n- id: P1\n  text: one\n",
    "goal: one\ngoal: two\n", "goal: |\n  one\n\nto: a@b.example\n", "goal: one\n two\nto: x\n",
    "goal: 'one\nto: two'\nfrom: x\n", "? goal\n: one\n", "goal: one # two\n", "{goal: one}\n",
    "goal:\n\tone\n", "goal: &a one\nto: *a\n",
    "promises:\n  - id: A\n    text: x\nrisks:\n  - id: A\n    text: y\n",
    "goal: >-\n  one\n  two\n# note\nto: x\n", "\r\ngoal: one\r\nto: x\r\n", "goal\nto: x\n",
  ])
  func `front-matter that cannot be taken apart is read whole`(frontMatter: String) {
    let parts = RememberedParts()
    let source = SourceText("---\n\(frontMatter)---\n\nWords.\n")
    for _ in 1...2 {
      #expect(described(parts.brief(reading: source)) == described(Brief(reading: source)))
    }
  }

  /// All that a brief holds, but for the bytes, which are the same.
  private func described(_ brief: Brief?) -> String {
    guard let brief else { return "none" }
    let blocks = brief.blocks.map { "\($0.block) \($0.keySpan) \($0.valueSpan) \($0.fields.all)" }
    let items = brief.items.map { item in
      "\(item.list) \(item.id ?? "") \(item.span) \(item.isOneLine) \(item.fields.all)"
    }
    return "\(brief.frontMatter) \(brief.body) \(brief.fields.all) \(blocks) \(brief.lists) "
      + "\(items) \(brief.findings) \(brief.isSound)"
  }
}
