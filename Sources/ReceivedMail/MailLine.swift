// What a line of a reply looks like, in the languages and programs that clients write with.
extension String {
  /// The lines, whatever ends them, without tabs and no-break spaces.
  var linesOfMail: [String] {
    var lines: [String] = []
    var line = ""
    var isAfterReturn = false
    for scalar in unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: isAfterReturn = false
      case "\n", "\r", "\u{2028}", "\u{2029}", "\u{85}":
        lines.append(line)
        line = ""
        isAfterReturn = scalar == "\r"
      default:
        isAfterReturn = false
        line.unicodeScalars.append(scalar == "\u{A0}" || scalar == "\t" ? " " : scalar)
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  var isBlankLine: Bool {
    unicodeScalars.allSatisfy { $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}" }
  }

  /// `>` at the beginning, as every program marks what it quotes.
  var isMarkedQuote: Bool { utf8.first == UInt8(ascii: ">") || hasPrefix(" >") }

  /// `-- `, or `--` where a program took the space away.
  var isSignatureMark: Bool { utf8.elementsEqual("-- ".utf8) || utf8.elementsEqual("--".utf8) }

  /// A line of nothing but `_`, `-` or `=`, as Outlook puts above what it answers.
  var isRule: Bool {
    let marks = trimmed.utf8
    guard let first = marks.first, marks.count >= 10 else { return false }
    return "_-=".utf8.contains(first) && marks.allSatisfy { $0 == first }
  }

  /// `-----Original Message-----` and the like.
  var isOriginalLine: Bool { isDashed(around: MailWords.originals) }

  /// `---------- Forwarded message ---------` and the like.
  var isForwardLine: Bool {
    isDashed(around: MailWords.forwards)
      || MailWords.forwardSentences.contains { plain.hasPrefix($0) }
  }

  /// `From: Dana Lee`, the first line of the head of a quoted message.
  var startsHeaderBlock: Bool { names(oneOf: MailWords.from) }

  /// A further line of such a head.
  var isHeaderLine: Bool { names(oneOf: MailWords.sent + MailWords.otherHeaders) }

  /// A line of the head of a quoted message, or what stands above it.
  var isHeadLine: Bool { isRule || isOriginalLine || startsHeaderBlock || isHeaderLine }

  /// `On 5 June 2026 Dana Lee wrote:`.
  var isAttribution: Bool {
    let words = plain
    guard words.utf8.last == UInt8(ascii: ":"), words.utf8.count < 400 else { return false }
    return MailWords.attributions.contains { form in
      words.hasPrefix(form.start)
        && form.verbs.contains { words.hasSuffix(" \($0):") || words.contains(" \($0) ") }
    }
      || (words.utf8.contains(UInt8(ascii: "@"))
        && MailWords.verbs.contains { words.hasSuffix($0) })
  }

  /// Whether a line has a number of a year or time, and an address.
  var namesDateAndAddress: Bool {
    utf8.contains(UInt8(ascii: "@")) && utf8.count { (0x30...0x39).contains($0) } >= 4
  }

  /// `PS: …`, `P.S. …` and the like.
  var isPostscript: Bool {
    let words = plain.unicodeScalars.filter { $0 != "." }
    return ["ps", "pps"].contains { mark in
      words.starts(with: mark.unicodeScalars)
        && words.dropFirst(mark.utf8.count).first.map { !$0.properties.isAlphabetic } ?? true
    }
  }

  /// Whether a subject begins as that of a message that is passed on.
  var beginsAsForward: Bool {
    let start = plain.utf8.prefix { $0 != UInt8(ascii: ":") }
    return utf8.contains(UInt8(ascii: ":"))
      && ["wg", "fw", "fwd", "tr", "rv", "i", "doorst"].contains { $0.utf8.elementsEqual(start) }
  }

  /// `Sent from my iPhone` and the like.
  var isPhoneSignature: Bool {
    let words = plain
    return words.utf8.count < 80 && MailWords.phones.contains { words.hasPrefix($0) }
  }

  /// Whether the words say that the answers stand further down, among what is quoted.
  var mentionsInlineAnswers: Bool {
    let words = plain
    return MailWords.inline.contains { words.contains($0) }
  }

  private func isDashed(around names: [String]) -> Bool {
    let words = plain
    guard words.hasPrefix("--") else { return false }
    let inner = words.unicodeScalars.filter { $0 != "-" }
    return names.contains(String(String.UnicodeScalarView(inner)).trimmed)
  }

  private func names(oneOf names: [String]) -> Bool {
    let words = String(String.UnicodeScalarView(plain.unicodeScalars.filter { $0 != "*" }))
    return names.contains { name in
      words.hasPrefix(name) && words.dropFirst(name.count).drop { $0 == " " }.hasPrefix(":")
    }
  }

  /// In lower case, without white space around it.
  private var plain: String { trimmed.lowercased() }

  private var trimmed: String {
    var words = unicodeScalars[...]
    while let first = words.first, first.properties.isWhitespace { words.removeFirst() }
    while let last = words.last, last.properties.isWhitespace { words.removeLast() }
    return String(words)
  }
}
