import Briefs
import Testing

/// The words of a text as they are searched.
struct SearchedWordsTests {
  struct Row {
    let text: String
    let words: String
  }

  @Test(arguments: [
    Row(text: "Weekly – report, “now”!", words: "weekly report now"),
    Row(text: "Zu\u{308}rich", words: "zürich"),
    Row(text: "ZU\u{308}RICH", words: "zürich"),
    Row(text: "straße STRASSE", words: "strasse strasse"),
    Row(text: "ＡＢＣ－１", words: "abc 1"),
    Row(text: "ﬁnal ΟΔΟΣ ſo", words: "final οδοσ so"),
    Row(text: "\u{1112}\u{1161}\u{11AB}", words: "\u{D55C}"),
    Row(text: "q\u{307}\u{323}", words: "q\u{323}\u{307}"),
    Row(text: "🚀launch❤\u{FE0F}€500", words: "🚀 launch ❤ € 500"),
    Row(text: "¿kickoff? a·b «c»", words: "kickoff a b c"),
    Row(text: "हिन्दी", words: "हिन्दी"),
  ])
  func `case, encoding and what stands beside a word make no difference`(row: Row) {
    #expect(FoldedWords.words(of: row.text) == Array(row.words.utf8))
  }

  @Test func `an account is one, however its letters are encoded`() {
    #expect(FoldedWords.folded("ZU\u{308}RICH  & Co.") == FoldedWords.folded("Zürich & co."))
  }
}
