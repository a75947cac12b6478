internal import Diagnostics

/// The words of a piece of evidence, without what a transcript's format adds, ready to be searched.
///
/// White space, letter case, quotation marks and dashes are evened out for finding; what is found
/// is given back as it was said.
package struct EvidenceWords: Sendable {
  /// Where some words stand.
  package struct Occurrence: Sendable, Equatable {
    /// The lines of the file that they stand on.
    package let lines: ClosedRange<Int>

    /// The start of their cue, in seconds, where the evidence is a transcript.
    package let time: Int?

    /// The words as the evidence has them, on one line.
    package let words: String

    package init(lines: ClosedRange<Int>, time: Int?, words: String) {
      self.lines = lines
      self.time = time
      self.words = words
    }

    /// The place as `source` names it: a time of a transcript, else lines.
    package func source(in evidence: String) -> String {
      if let time {
        let parts = [time / 3600, time / 60 % 60, time % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(evidence)@\(parts.joined(separator: ":"))"
      }
      let end = lines.count > 1 ? "-L\(lines.upperBound)" : ""
      return "\(evidence)#L\(lines.lowerBound)\(end)"
    }
  }

  private let lines: [EvidenceLine]

  /// Nil where the bytes are no text.
  package init?(_ bytes: [UInt8]) {
    guard !bytes.contains(0), !bytes.starts(with: "%PDF".utf8),
      let lines = EvidenceLine.lines(of: bytes)
    else { return nil }
    self.lines = lines
  }

  /// The places of some words, in the order of the file; none for words without letters.
  package func occurrences(of words: String) -> [Occurrence] {
    let wanted = FoldedWords([words]).bytes.withoutEndMarks
    guard !wanted.isEmpty else { return [] }
    let found = occurrences(of: wanted, in: lines.map(\.words))
    // Words that go from one speaker's line to the next are not interrupted by a name.
    return found.isEmpty ? occurrences(of: wanted, in: lines.map(\.spoken)) : found
  }

  /// The lines that share most words with what was looked for, best first.
  package func nearest(to words: String, atMost limit: Int = 3) -> [Occurrence] {
    let wanted = FoldedWords([words]).longWords
    let ranked = lines.map { line in
      (line, FoldedWords([line.words]).longWords.intersection(wanted).count)
    }
    return ranked.filter { $0.1 > 0 && $0.1 * 3 >= wanted.count }
      .sorted { ($1.1, $0.0.number) < ($0.1, $1.0.number) }
      .prefix(limit).map { line, _ in
        Occurrence(
          lines: line.number...line.number, time: line.time, words: line.words.collapsingWhiteSpace)
      }
  }

  private func occurrences(of wanted: [UInt8], in texts: [String]) -> [Occurrence] {
    let folded = FoldedWords(texts)
    return folded.places(of: wanted).map { range in
      let first = folded.origins[range.lowerBound]
      let last = folded.origins[range.upperBound - 1]
      return Occurrence(
        lines: lines[first.line].number...lines[last.line].number, time: lines[first.line].time,
        words: EvidenceWords.text(from: first, to: last, in: texts))
    }
  }

  /// The words between two places, as they are written, on one line.
  private static func text(
    from first: FoldedWords.Origin, to last: FoldedWords.Origin, in texts: [String]
  ) -> String {
    let pieces = (first.line...last.line).map { line in
      let bytes = Array(texts[line].utf8)
      let start = line == first.line ? first.range.lowerBound : 0
      let end = line == last.line ? last.range.upperBound : bytes.count
      return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }
    return pieces.joined(separator: " ").collapsingWhiteSpace
  }
}

extension [UInt8] {
  /// The folded words without punctuation around them, which a quotation often changes.
  fileprivate var withoutEndMarks: [UInt8] {
    let marks = Array(" .,;:!?'".utf8)
    var rest = drop { marks.contains($0) }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    return Array(rest)
  }
}
