internal import Briefs
internal import Diagnostics

/// Reads the part of Mustache that the frame of a message needs, and says what is wrong with the
/// rest: `{{name}}`, `{{#name}}…{{/name}}`, `{{^name}}…{{/name}}`, `{{! comment}}`, `{{{content}}}`.
struct TemplateReader {
  /// As many sections may stand within each other.
  private static let deepest = 32

  private struct OpenSection {
    let variable: EmailVariable
    let isInverted: Bool
    let line: Int
    var before: [TemplatePiece]
  }

  private let name: String
  private var rest: Substring.UnicodeScalarView
  private var line = 1
  private var column = 1
  private var pieces: [TemplatePiece] = []
  private var open: [OpenSection] = []

  /// The pieces of a template; the name is that of its file.
  static func pieces(
    of source: String, named name: String, startingAt line: Int
  ) throws(MailFault) -> [TemplatePiece] {
    var reader = TemplateReader(name: name, rest: source.unicodeScalars[...], line: line)
    try reader.read()
    return reader.pieces
  }

  private init(name: String, rest: Substring.UnicodeScalarView, line: Int) {
    self.name = name
    self.rest = rest
    self.line = line
  }

  private mutating func read() throws(MailFault) {
    var words = String.UnicodeScalarView()
    while let scalar = rest.first {
      guard rest.starts(with: "{{".unicodeScalars) else {
        words.append(scalar)
        advance()
        continue
      }
      let start = (line, column)
      let tag = try readTag()
      if tag.isStandalone(behind: words, before: rest) {
        while words.last == " " || words.last == "\t" { words.removeLast() }
        while let next = rest.first, next != "\n" {
          advance()
          _ = next
        }
        if rest.first == "\n" { advance() }
      }
      if !words.isEmpty { pieces.append(.words(String(words))) }
      words = .init()
      try add(tag, at: start)
    }
    if !words.isEmpty { pieces.append(.words(String(words))) }
    guard let section = open.last else { return }
    throw fault(
      "{{#\(section.variable.rawValue)}} is never closed", (section.line, 1),
      help: "write {{/\(section.variable.rawValue)}} where it ends")
  }

  /// What stands between the braces, and whether there were three of them.
  private mutating func readTag() throws(MailFault) -> Tag {
    let start = (line, column)
    let isTriple = rest.starts(with: "{{{".unicodeScalars)
    let end = (isTriple ? "}}}" : "}}").unicodeScalars
    for _ in 0..<end.count { advance() }
    var words = String.UnicodeScalarView()
    while !rest.starts(with: end) {
      guard let scalar = rest.first, scalar != "{" else {
        throw fault("a tag begins here and does not end", start, help: "end it with \(String(end))")
      }
      words.append(scalar)
      advance()
    }
    for _ in 0..<end.count { advance() }
    return Tag(String(words).collapsingWhiteSpace, isTriple: isTriple)
  }

  private mutating func add(_ tag: Tag, at place: (line: Int, Int)) throws(MailFault) {
    switch tag.kind {
    case .comment: break
    case .content:
      guard open.isEmpty else {
        throw fault(
          "the summary cannot stand within a section", place,
          help: "put {{{content}}} outside of {{#…}} and {{^…}}")
      }
      pieces.append(.content(line: place.line))
    case .variable: pieces.append(.variable(try variable(tag.name, place), line: place.line))
    case .section, .invertedSection:
      guard open.count < TemplateReader.deepest else {
        throw fault(
          "sections stand within more than \(TemplateReader.deepest) others", place,
          help: "take some of them out")
      }
      open.append(
        OpenSection(
          variable: try variable(tag.name, place), isInverted: tag.kind == .invertedSection,
          line: place.line, before: pieces))
      pieces = []
    case .end:
      let closed = try variable(tag.name, place)
      guard let section = open.popLast(), section.variable == closed else {
        throw fault(
          "{{/\(tag.name)}} closes nothing that is open", place,
          help: "close what was opened last first")
      }
      let inner = pieces
      pieces =
        section.before
        + [.section(section.variable, isInverted: section.isInverted, inner)]
    case .unknown:
      throw fault(
        "the tag “\(tag.text.shortened(to: 40))” means nothing here", place,
        help: "write {{name}}, {{#name}}…{{/name}}, {{^name}}…{{/name}} or {{{content}}}")
    }
  }

  private func variable(
    _ name: String, _ place: (line: Int, Int)
  ) throws(MailFault) -> EmailVariable {
    if let variable = EmailVariable(rawValue: name) { return variable }
    let known = EmailVariable.allCases.map(\.rawValue)
    let near = NearestName.of(name, among: known).map { "did you mean {{\($0)}}? " } ?? ""
    throw fault(
      "there is no {{\(name.shortened(to: 40))}}", place,
      help: near + "a template may say: \(known.joined(separator: ", "))")
  }

  private func fault(_ message: String, _ place: (line: Int, Int), help: String) -> MailFault {
    MailFault("\(name):\(place.0):\(place.1): \(message)", help: help)
  }

  private mutating func advance() {
    guard let scalar = rest.popFirst() else { return }
    if scalar == "\n" {
      (line, column) = (line + 1, 1)
    } else {
      column += 1
    }
  }
}

/// What stands between braces.
private struct Tag {
  enum Kind { case variable, section, invertedSection, end, comment, content, unknown }

  let kind: Kind
  let name: String
  let text: String

  init(_ text: String, isTriple: Bool) {
    self.text = text
    let isWord = { (name: String) in
      !name.isEmpty
        && name.utf8.allSatisfy { byte in
          (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
        }
    }
    let body = String(text.unicodeScalars.dropFirst()).collapsingWhiteSpace
    switch text.unicodeScalars.first {
    case _ where isTriple:
      (kind, name) = (text.utf8.elementsEqual("content".utf8) ? .content : .unknown, text)
    case "!": (kind, name) = (.comment, "")
    case "#" where isWord(body): (kind, name) = (.section, body)
    case "^" where isWord(body): (kind, name) = (.invertedSection, body)
    case "/" where isWord(body): (kind, name) = (.end, body)
    default: (kind, name) = (isWord(text) ? .variable : .unknown, text)
    }
  }

  /// Whether the tag is alone on its line, which then is not there in the message.
  func isStandalone(
    behind words: String.UnicodeScalarView, before rest: Substring.UnicodeScalarView
  ) -> Bool {
    switch kind {
    case .variable, .content, .unknown: return false
    case .section, .invertedSection, .end, .comment: break
    }
    let before = words.reversed().first { $0 != " " && $0 != "\t" }
    let behind = rest.first { $0 != " " && $0 != "\t" && $0 != "\r" }
    return (before == nil || before == "\n") && (behind == nil || behind == "\n")
  }
}
