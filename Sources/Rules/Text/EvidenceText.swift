internal import Briefs
internal import Diagnostics

/// A piece of evidence as lines of words, without what a transcript's format adds to them.
struct EvidenceText {
  private let source: SourceText
  private let isTranscript: Bool

  /// How far behind a time in a transcript the words may stand, in seconds.
  private static let window = 60

  /// Nil where the file is no text, or encodes its words so that they cannot be compared.
  init?(_ bytes: [UInt8]) {
    guard !bytes.starts(with: "%PDF".utf8), !bytes.contains(0),
      String(validating: bytes, as: UTF8.self) != nil
    else { return nil }
    source = SourceText(bytes)
    var isTranscript = false
    for line in 1...min(source.lineStarts.count, 200)
    where EvidenceText.times(in: source[source.range(ofLine: line)]) != nil {
      isTranscript = true
      break
    }
    self.isTranscript = isTranscript
  }

  /// Whether mail software wrote the words in an encoding of their own.
  var isEncodedMail: Bool {
    for line in 1...min(source.lineStarts.count, 2_000) {
      let text = source[source.range(ofLine: line)].asciiLowercased
      if text.utf8.starts(with: "content-transfer-encoding:".utf8) {
        return text.hasSuffix("quoted-printable") || text.hasSuffix("base64")
      }
    }
    return false
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
      if let times = EvidenceText.times(in: text) {
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

  /// The seconds of a line such as `00:14:20.000 --> 00:14:23.500`.
  private static func times(in line: String) -> ClosedRange<Int>? {
    guard line.utf8.contains(UInt8(ascii: ">")) else { return nil }
    let words = line.split(separator: " ", maxSplits: 3)
    guard words.count >= 3, words[1] == "-->", let start = seconds(words[0]),
      let end = seconds(words[2]), start <= end
    else { return nil }
    return start...end
  }

  private static func seconds(_ time: Substring) -> Int? {
    let whole = time.prefix { $0 != "." && $0 != "," }
    let parts = whole.utf8.split(separator: UInt8(ascii: ":")).map { part in
      part.count > 4 ? nil : part.decimal
    }
    guard (2...3).contains(parts.count) else { return nil }
    var seconds = 0
    for part in parts {
      guard let part else { return nil }
      seconds = seconds * 60 + part
    }
    return seconds
  }
}

extension String {
  /// The text without `<v Ana Ruiz>` and the like.
  fileprivate var withoutTags: String {
    guard utf8.contains(UInt8(ascii: "<")) else { return self }
    var result: [UInt8] = []
    var isTag = false
    for byte in utf8 {
      if byte == UInt8(ascii: "<") { isTag = true }
      if !isTag { result.append(byte) }
      if byte == UInt8(ascii: ">") { isTag = false }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The text without `Ana Ruiz: ` at its beginning.
  fileprivate var withoutSpeaker: String {
    let bytes = Array(utf8)
    guard let colon = bytes.prefix(60).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < bytes.count, bytes[colon + 1] == 0x20
    else { return self }
    return String(decoding: bytes[(colon + 2)...], as: UTF8.self)
  }
}
