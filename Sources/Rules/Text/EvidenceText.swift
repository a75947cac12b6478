package import Briefs
internal import Diagnostics

/// A piece of evidence as lines of words, without what a transcript's format adds to them.
package struct EvidenceText {
  private let source: SourceText
  private let isTranscript: Bool

  /// How far behind a time in a transcript the words may stand, in seconds.
  private static let window = 60

  /// Nil where the file is no text, or encodes its words so that they cannot be compared.
  package init?(_ bytes: [UInt8]) {
    guard !bytes.starts(with: "%PDF".utf8), !bytes.contains(0),
      String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    source = SourceText(bytes)
    var isTranscript = false
    for line in 1...min(source.lineStarts.count, 200)
    where Transcript.times(in: source[source.range(ofLine: line)]) != nil {
      isTranscript = true
      break
    }
    self.isTranscript = isTranscript
  }

  /// Whether mail software wrote the words in an encoding of their own.
  package var isEncodedMail: Bool {
    for line in 1...min(source.lineStarts.count, 2_000) {
      let text = source[source.range(ofLine: line)].asciiLowercased
      if text.utf8.starts(with: "content-transfer-encoding:".utf8) {
        return text.hasSuffix("quoted-printable") || text.hasSuffix("base64")
      }
    }
    return false
  }

  /// The number of its last line; the break at the end of a file begins no line.
  package var lineCount: Int {
    let isEmpty = source.lineStarts.last == source.bytes.count
    return max(1, source.lineStarts.count - (isEmpty ? 1 : 0))
  }

  /// The second at which a transcript ends; nil where there are no times.
  var lastTime: Int? {
    guard isTranscript else { return nil }
    var last = 0
    for line in 1...source.lineStarts.count {
      if let times = Transcript.times(in: source[source.range(ofLine: line)]) {
        last = max(last, times.upperBound)
      }
    }
    return last
  }

  /// Whether a quote stands at a place.
  package func holds(_ quote: String, at place: SourceReference.Place) -> Bool {
    let wanted = FoldedText.Quote(quote)
    return words(at: place).contains { $0.place(of: wanted) != nil }
  }

  /// The words at a place, with and without the names of speakers.
  func words(at place: SourceReference.Place) -> [FoldedText] {
    isTranscript
      ? [words(at: place, withSpeakers: true), words(at: place, withSpeakers: false)]
      : [words(at: place, withSpeakers: true)]
  }

  private func words(at place: SourceReference.Place, withSpeakers: Bool) -> FoldedText {
    var folded = FoldedText()
    var cue: ClosedRange<Int>?
    for number in lines(at: place) {
      let text = source[source.range(ofLine: number)]
      guard isTranscript else {
        folded.append(line: text, number: number)
        continue
      }
      if let times = Transcript.times(in: text) {
        cue = times
      } else if isWithin(place, cue), !text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
        let spoken = text.withoutTags
        folded.append(line: withSpeakers ? spoken : spoken.withoutSpeaker, number: number)
      }
    }
    return folded
  }

  private func lines(at place: SourceReference.Place) -> Range<Int> {
    let end = source.lineStarts.count + 1
    guard case .lines(let lines) = place else { return 1..<end }
    return min(lines.lowerBound, end)..<min(lines.upperBound + 1, end)
  }

  private func isWithin(_ place: SourceReference.Place, _ cue: ClosedRange<Int>?) -> Bool {
    guard case .time(let start) = place else { return true }
    return cue?.overlaps(start...(start + EvidenceText.window)) ?? false
  }
}
