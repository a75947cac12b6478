internal import Briefs

/// A part of the summary with the lines that changed in it.
struct SummaryChange {
  /// The heading above the lines; nil before the first.
  let title: String?

  /// Only the lines in which a word was struck or added.
  let lines: [MarkedWords]

  /// The parts of a summary in which anything changed.
  static func all(in body: BriefDifference.BodyChange?) -> [SummaryChange] {
    guard let body else { return [] }
    var parts: [SummaryChange] = []
    var title: String?
    var lines: [MarkedWords] = []
    for line in Self.lines(of: body.words.runs) where !line.isEmpty {
      if let heading = heading(line) {
        if !lines.isEmpty { parts.append(SummaryChange(title: title, lines: lines)) }
        (title, lines) = (heading, [])
      }
      if line.isChanged { lines.append(line) }
    }
    if !lines.isEmpty { parts.append(SummaryChange(title: title, lines: lines)) }
    return parts
  }

  /// The part as a difference of a whole brief calls it.
  var inBrief: SummaryChange {
    SummaryChange(title: title.map { "Summary: \($0)" }, lines: lines)
  }

  /// The lines of two texts in which a word was struck or added.
  static func changedLines(from old: String, to new: String) -> [MarkedWords] {
    lines(of: WordDifference(old: old, new: new).runs).filter { !$0.isEmpty && $0.isChanged }
  }

  /// The runs cut at the ends of lines; a line that was struck ends as one that stays.
  private static func lines(of runs: [WordDifference.Run]) -> [MarkedWords] {
    var lines: [MarkedWords] = []
    var line: [WordDifference.Run] = []
    for run in runs {
      let pieces = run.text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          lines.append(MarkedWords(line))
          line = []
        }
        if !piece.isEmpty { line.append(run.with(String(piece))) }
      }
    }
    return lines + [MarkedWords(line)]
  }

  /// The words of a heading, with the words that stay or came.
  private static func heading(_ line: MarkedWords) -> String? {
    var words = ""
    for run in line.runs {
      if case .removed = run { continue }
      words += run.text
    }
    guard words.utf8.first == UInt8(ascii: "#") else { return nil }
    let text = words.unicodeScalars.drop { $0 == "#" }
    guard text.first == " " else { return nil }
    return String(text).collapsingWhiteSpace
  }
}
