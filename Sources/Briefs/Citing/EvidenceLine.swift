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
    let times = texts.map { startOfCue($0) }
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

  /// The seconds at which a cue such as `00:14:20.000 --> 00:14:23.500` starts.
  private static func startOfCue(_ line: String) -> Int? {
    guard line.utf8.contains(UInt8(ascii: ">")) else { return nil }
    let words = line.utf8.split(separator: 0x20, maxSplits: 3)
    guard words.count >= 3, words[1].elementsEqual("-->".utf8), seconds(words[2]) != nil else {
      return nil
    }
    return seconds(words[0])
  }

  private static func seconds(_ time: Substring.UTF8View) -> Int? {
    let whole = time.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
    let parts = whole.split(separator: UInt8(ascii: ":")).map { $0.count > 4 ? nil : $0.decimal }
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
