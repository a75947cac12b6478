/// What the formats of transcripts (WebVTT, SRT) add to the words that were spoken.
package enum Transcript {
  /// The seconds of a line such as `00:14:20.000 --> 00:14:23.500`; nil for any other line.
  package static func times(in line: String) -> ClosedRange<Int>? {
    guard line.utf8.contains(UInt8(ascii: ">")) else { return nil }
    let words = line.utf8.split(separator: 0x20, maxSplits: 3)
    guard words.count >= 3, words[1].elementsEqual("-->".utf8), let start = seconds(words[0]),
      let end = seconds(words[2]), start <= end
    else { return nil }
    return start...end
  }

  /// The seconds of `00:14:20.000` or `14:20`.
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
  package var withoutTags: String {
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
  package var withoutSpeaker: String {
    let bytes = Array(utf8)
    guard let colon = bytes.prefix(60).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < bytes.count, bytes[colon + 1] == 0x20
    else { return self }
    return String(decoding: bytes[(colon + 2)...], as: UTF8.self)
  }
}
