import Briefs
import TestSupport
import Testing

@Suite struct WordDifferenceTests {
  @Test(arguments: [
    ("", "", ""), ("a", "a", "a"), ("", "a b", "{+a b+}"), ("a b", "", "[-a b-]"),
    (
      "Dashboards beyond the report", "Dashboards except the report",
      "Dashboards [-beyond-] {+except+} the report"
    ),
    ("one two three", "uno dos three", "[-one two-] {+uno dos+} three"),
    ("a c", "a b c", "a {+b+} c"), ("10% off", "12% off", "[-10%-] {+12%+} off"),
    ("a\r\nb", "a\r\nc", "a [-b-] {+c+}"), ("a  b", "a b", "a b"),
    ("cafe\u{301}", "caf\u{E9}", "[-cafe\u{301}-] {+caf\u{E9}+}"),
  ])
  func `words that went and came are marked`(old: String, new: String, expected: String) {
    #expect(WordDifference(old: old, new: new).description.utf8.elementsEqual(expected.utf8))
  }

  @Test func `runs make both texts again, byte for byte`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let (old, new) = (random.text(), random.text())
      let runs = WordDifference(old: old, new: new).runs
      #expect(runs.old.utf8.elementsEqual(old.utf8) && runs.new.utf8.elementsEqual(new.utf8))
    }
  }

  @Test func `long texts are compared by lines, huge ones as a whole`() {
    let lines = (0..<1_000).map { "line \($0) of the text\n" }
    let ends = WordDifference(
      old: lines.joined(), new: "begin\n" + lines.dropFirst().dropLast().joined() + "end\n")
    #expect(ends.runs.count == 5)
    let huge = (0..<4_000).map { "\($0)\n" }.joined()
    let other = (0..<4_000).map { "x\($0)\n" }.joined()
    #expect(WordDifference(old: huge, new: other).runs == [.removed(huge), .added(other)])
  }
}

extension [WordDifference.Run] {
  fileprivate var old: String {
    map { run in
      switch run {
      case .kept(let text), .removed(let text): text
      case .added: ""
      }
    }.joined()
  }

  fileprivate var new: String {
    map { run in
      switch run {
      case .kept(let text), .added(let text): text
      case .removed: ""
      }
    }.joined()
  }
}

extension SeededGenerator {
  fileprivate mutating func text() -> String {
    let pieces = ["a", "b", "cafe\u{301}", "caf\u{E9}", " ", "  ", "\r\n", "\n", "\u{A0}", "the"]
    return (0..<below(24)).map { _ in pieces[below(pieces.count)] }.joined()
  }
}
