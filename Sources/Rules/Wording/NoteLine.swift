/// Tells by the form of a line whether a recorder or a mail program wrote it.
enum NoteLine {
  enum Kind {
    /// `00:14:20.000 --> 00:14:25.000`
    case cue

    /// `00:14:20 Ana: …`, `[14:20] …`
    case time

    /// `Ana Ruiz: …`
    case speaker

    /// `On Monday, Ana Ruiz wrote:`, `-----Original Message-----`
    case reply

    /// `> > …`
    case nestedQuote

    /// `From: …`, `Subject: …`
    case header

    /// Whether one such line is enough.
    var isProof: Bool {
      switch self {
      case .cue, .reply, .nestedQuote: true
      case .time, .speaker, .header: false
      }
    }
  }

  static func kind(of line: ArraySlice<UInt8>, _ speakers: Set<String>) -> Kind? {
    guard let first = line.first else { return nil }
    switch first {
    case UInt8(ascii: ">"):
      return line.dropFirst().first { $0 != 0x20 } == first ? .nestedQuote : nil
    case UInt8(ascii: "["), UInt8(ascii: "("), 0x30...0x39: return timeKind(of: line)
    case UInt8(ascii: "-"):
      return line.starts(with: "-----".utf8) && line.count > 8
        && line.contains { (0x61...0x7A).contains($0) } ? .reply : nil
    case 0x41...0x5A:
      if first == UInt8(ascii: "O"), line.starts(with: "On ".utf8),
        line.suffix(6).elementsEqual("wrote:".utf8)
      {
        return .reply
      }
      return labelKind(of: line, speakers)
    default: return nil
    }
  }

  /// A line that begins with hours, minutes and perhaps seconds; minutes alone need a bracket.
  private static func timeKind(of line: ArraySlice<UInt8>) -> Kind? {
    let isBracketed = line.first.map { !(0x30...0x39).contains($0) } ?? false
    let time = line.drop { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "(") }
      .prefix { (0x30...0x39).contains($0) || [0x3A, 0x2E, 0x2C].contains($0) }
    let colons = time.count { $0 == UInt8(ascii: ":") }
    guard colons == 2 || colons == 1 && isBracketed, time.count >= 4 else { return nil }
    return line[time.endIndex...].starts(with: " -->".utf8) ? .cue : .time
  }

  private static func labelKind(of line: ArraySlice<UInt8>, _ speakers: Set<String>) -> Kind? {
    guard let colon = line.prefix(60).firstIndex(of: UInt8(ascii: ":")),
      colon + 1 < line.endIndex, line[colon + 1] == 0x20
    else { return nil }
    let label = Word.words(of: String(decoding: line[..<colon], as: UTF8.self)).map(\.text)
    switch label.joined(separator: " ") {
    case "from", "sent", "to", "cc", "subject": return .header
    case let name where speakers.contains(name): return .speaker
    default: return nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// The bytes without white space at both ends.
  var trimmed: Self {
    var rest = drop { $0 <= 0x20 }
    while let last = rest.last, last <= 0x20 { rest.removeLast() }
    return rest
  }
}
