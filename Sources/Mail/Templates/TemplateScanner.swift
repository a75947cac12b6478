internal import Briefs

/// Cuts a template into words and tags.
struct TemplateScanner {
  /// A line and a column, from 1.
  typealias Place = (line: Int, column: Int)

  /// A piece as it stands in the file.
  enum Token {
    case words(String)
    case tag(TemplateTag, Place)
  }

  private let name: String
  private var rest: Substring.UnicodeScalarView
  private var place: Place
  private var tokens: [Token] = []

  /// The tokens of a template; the name is that of its file.
  static func tokens(
    of source: String, named name: String, startingAt line: Int
  ) throws(MailFault) -> [Token] {
    var scanner = TemplateScanner(
      name: name, rest: source.unicodeScalars[...], place: (line, 1))
    try scanner.scan()
    return scanner.tokens
  }

  private init(name: String, rest: Substring.UnicodeScalarView, place: Place) {
    self.name = name
    self.rest = rest
    self.place = place
  }

  private mutating func scan() throws(MailFault) {
    var words = String.UnicodeScalarView()
    while let scalar = rest.first {
      guard rest.starts(with: "{{".unicodeScalars) else {
        words.append(scalar)
        advance()
        continue
      }
      let start = place
      let tag = try readTag()
      if tag.mayTakeItsLine, isAlone(behind: words) {
        while words.last == " " || words.last == "\t" { words.removeLast() }
        while let next = rest.first {
          advance()
          if next == "\n" { break }
        }
      }
      add(words)
      words = .init()
      tokens.append(.tag(tag, start))
    }
    add(words)
  }

  private mutating func add(_ words: String.UnicodeScalarView) {
    if !words.isEmpty { tokens.append(.words(String(words))) }
  }

  /// What stands between the braces, and whether there were three of them.
  private mutating func readTag() throws(MailFault) -> TemplateTag {
    let start = place
    let isTriple = rest.starts(with: "{{{".unicodeScalars)
    let end = (isTriple ? "}}}" : "}}").unicodeScalars
    for _ in 0..<end.count { advance() }
    var words = String.UnicodeScalarView()
    while !rest.starts(with: end) {
      guard let scalar = rest.first, scalar != "{" else {
        throw MailFault(
          "\(name):\(start.line):\(start.column): a tag begins here and does not end",
          help: "end it with \(String(end))")
      }
      words.append(scalar)
      advance()
    }
    for _ in 0..<end.count { advance() }
    return TemplateTag(String(words).collapsingWhiteSpace, isTriple: isTriple)
  }

  /// Whether nothing else stands on the line of the tag that was read.
  private func isAlone(behind words: String.UnicodeScalarView) -> Bool {
    let before = words.reversed().first { $0 != " " && $0 != "\t" }
    let behind = rest.first { $0 != " " && $0 != "\t" && $0 != "\r" }
    return (before == nil || before == "\n") && (behind == nil || behind == "\n")
  }

  private mutating func advance() {
    guard let scalar = rest.popFirst() else { return }
    place = scalar == "\n" ? (place.line + 1, 1) : (place.line, place.column + 1)
  }
}
