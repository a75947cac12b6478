internal import Diagnostics

/// A line of evidence that holds words.
struct EvidenceLine {
  /// The line's number in the file, from 1.
  let number: Int

  /// The start of its cue, in seconds, where the evidence is a transcript.
  let time: Int?

  /// The words, without a transcript's tags.
  let words: String

  /// The words without a speaker's name at the beginning, in a transcript.
  let spoken: String

  /// The lines of a file; nil where it is not UTF-8.
  static func lines(of bytes: [UInt8]) -> [EvidenceLine]? {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    let source = SourceText(bytes)
    let texts = (1...source.lineStarts.count).map { source[source.range(ofLine: $0)] }
    let times = texts.map { Transcript.times(in: $0)?.lowerBound }
    guard times.contains(where: { $0 != nil }) else {
      return texts.enumerated().map { index, text in
        EvidenceLine(number: index + 1, time: nil, words: text, spoken: text)
      }
    }
    var lines: [EvidenceLine] = []
    var time: Int?
    for (index, text) in texts.enumerated() {
      if let start = times[index] {
        time = start
      } else if let time, !isCueNumber(index, texts, times) {
        let words = text.withoutTags
        lines.append(
          EvidenceLine(
            number: index + 1, time: time, words: words, spoken: words.withoutSpeaker))
      }
    }
    return lines
  }

  /// Whether a line only names the cue whose times stand on the next line.
  private static func isCueNumber(_ index: Int, _ texts: [String], _ times: [Int?]) -> Bool {
    guard index + 1 < times.count, times[index + 1] != nil else { return false }
    return index == 0 || texts[index - 1].isWhiteSpace
  }
}
