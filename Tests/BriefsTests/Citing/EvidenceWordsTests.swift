import Briefs
import Testing

@Suite struct EvidenceWordsTests {
  @Test func `white space, case, quotation marks and dashes do not matter`() throws {
    let words = try words(of: "Intro\r\nShe said:  “It’s a\r\nmust – by May”.\r\n")
    #expect(
      words.occurrences(of: "it's A must - by may!")
        == [.init(lines: 2...3, time: nil, words: "It’s a must – by May")])
  }

  @Test func `only whole words are found, and every time`() throws {
    let words = try words(of: "Report. The report, reported.\nreport report")
    #expect(words.occurrences(of: "report").map(\.lines) == [1...1, 1...1, 2...2, 2...2])
    #expect(words.occurrences(of: "port") == [])
    #expect(words.occurrences(of: " . ") == [])
  }

  @Test func `a transcript says when, and its marks are no words`() throws {
    let words = try words(
      of: """
        1
        00:00:01,000 --> 00:00:02,500
        Ana Ruiz: We want it

        2
        01:02:03,000 --> 01:02:04,500
        Dana Lee: by May, and
        12 seats.
        """)
    #expect(
      words.occurrences(of: "we want it by may, and 12 seats")
        == [.init(lines: 3...8, time: 1, words: "We want it by May, and 12 seats")])
    #expect(
      words.occurrences(of: "Dana Lee: by May").map { $0.source(in: "E1") } == ["E1@01:02:03"])
    #expect(words.occurrences(of: "00:00:01,000") == [])
  }

  @Test func `lines are named as sources name them`() {
    #expect(
      EvidenceWords.Occurrence(lines: 14...14, time: nil, words: "").source(in: "E1") == "E1#L14")
    #expect(
      EvidenceWords.Occurrence(lines: 14...16, time: nil, words: "").source(in: "E1")
        == "E1#L14-L16")
  }

  @Test func `the nearest lines share most words`() throws {
    let words = try words(of: "nothing here\nthe weekly revenue report\nthe weekly call\n")
    #expect(words.nearest(to: "a weekly revenue dashboard").map(\.lines) == [2...2, 3...3])
    #expect(words.nearest(to: "quite other things").isEmpty)
  }

  @Test func `what is no text is not searched`() {
    #expect(EvidenceWords(Array("%PDF-1.7".utf8)) == nil)
    #expect(EvidenceWords([0x61, 0, 0x62]) == nil)
    #expect(EvidenceWords([0x61, 0xFF]) == nil)
  }

  private func words(of text: String) throws -> EvidenceWords {
    try #require(EvidenceWords(Array(text.utf8)))
  }
}
