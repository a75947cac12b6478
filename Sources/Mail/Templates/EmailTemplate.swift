internal import Briefs
internal import Markdown

/// The words around a summary: ours, or those of a team in `templates/email`.
package struct EmailTemplate: Sendable {
  /// What there is a template for; the name of its file.
  package enum Name: String, Sendable, CaseIterable {
    case call
    case final
    case introduction

    /// What is said rather than written: at the end of a call, before the handover, and by the
    /// receiver in the first meeting.
    case sayCall = "say-call"
    case sayFinal = "say-final"
    case sayIntroduction = "say-introduction"

    /// The folder of a team's own templates, from the top of its repository.
    package static let folder = "templates/email"

    /// The name of a team's own template in that folder.
    package var file: String { "\(rawValue).mustache" }

    /// Where a team's own template is, from the top of its repository.
    package var path: String { "\(Name.folder)/\(file)" }

    fileprivate var isSpoken: Bool {
      switch self {
      case .call, .final, .introduction: false
      case .sayCall, .sayFinal, .sayIntroduction: true
      }
    }
  }

  /// The file that faults name.
  private let path: String
  private let subject: [TemplatePiece]
  private let opening: [TemplatePiece]
  private let closing: [TemplatePiece]

  /// Reads a template; the first fault ends it, since half a letter is none.
  package init(_ name: Name, _ source: String) throws(MailFault) {
    path = name.path
    let (head, body) = source.withLineFeeds.cutAtFirstLine
    let lead = "Subject:"
    if name.isSpoken {
      subject = []
      opening = try TemplateReader.pieces(of: head + "\n" + body, named: path, startingAt: 1)
      closing = []
      if let line = opening.lineOfContent { throw .unexpectedContent(path, line) }
      return
    }
    guard head.utf8.starts(with: lead.utf8) else { throw .noSubject(path) }
    let words = String(head.utf8.dropFirst(lead.utf8.count)) ?? ""
    subject = try TemplateReader.pieces(
      of: words.collapsingWhiteSpace, named: path, startingAt: 1)
    if let line = subject.lineOfContent { throw .unexpectedContent(path, line) }
    let pieces = try TemplateReader.pieces(of: body, named: path, startingAt: 2)
    guard let place = pieces.indices.first(where: { pieces[$0].isContent }) else {
      throw .noContent(path)
    }
    opening = Array(pieces[..<place])
    closing = Array(pieces[(place + 1)...])
    if let line = closing.lineOfContent { throw .unexpectedContent(path, line) }
  }

  /// The template that holds where a team has none of its own.
  package static func builtIn(_ name: Name) -> EmailTemplate {
    do {
      return try EmailTemplate(name, BuiltInTemplates.source(of: name))
    } catch {
      preconditionFailure("a built-in template is sound: \(error.message)")
    }
  }

  /// The words before and behind the summary, and the subject, with values in place.
  func filled(
    with fields: EmailFields
  ) throws(MailFault) -> (subject: String, opening: String, closing: String) {
    (
      try text(of: subject, fields, isHeader: true), try text(of: opening, fields),
      try text(of: closing, fields)
    )
  }

  /// The subject, with values in place.
  package func subject(with fields: EmailFields) throws(MailFault) -> String {
    try text(of: subject, fields, isHeader: true)
  }

  /// The words to say, with values in place; lines of a readable length.
  package func spoken(with fields: EmailFields) throws(MailFault) -> String {
    let text = try text(of: opening, fields).withoutHiddenMarks
    return MarkdownPlainText.wrapped(text).joined(separator: "\n")
  }

  private func text(
    of pieces: [TemplatePiece], _ fields: EmailFields, isHeader: Bool = false
  ) throws(MailFault) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .content: break
      case .section(let variable, let isInverted, let inner):
        if (fields[variable] == nil) == isInverted {
          text += try self.text(of: inner, fields, isHeader: isHeader)
        }
      case .variable(let variable, let line):
        guard let value = fields[variable] else { throw .noValue(variable, path, line) }
        // In a header a line break is refused, later; in a letter it is a space.
        text += isHeader ? value : value.collapsingWhiteSpace
      }
    }
    return text
  }
}

extension TemplatePiece {
  fileprivate var isContent: Bool {
    if case .content = self { return true }
    return false
  }
}

extension [TemplatePiece] {
  fileprivate var lineOfContent: Int? {
    for case .content(let line) in self { return line }
    return nil
  }
}

extension String {
  /// The text with every line ended by one line feed, without a byte-order mark.
  fileprivate var withLineFeeds: String {
    var scalars = unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var result = UnicodeScalarView()
    for scalar in scalars where scalar != "\r" { result.append(scalar) }
    return String(result)
  }

  fileprivate var cutAtFirstLine: (first: String, rest: String) {
    let scalars = unicodeScalars
    guard let end = scalars.firstIndex(of: "\n") else { return (self, "") }
    return (String(scalars[..<end]), String(scalars[scalars.index(after: end)...]))
  }
}

extension MailFault {
  fileprivate static func noSubject(_ path: String) -> MailFault {
    MailFault(
      "\(path):1:1: the first line is no subject", help: "begin it with “Subject: ” and the words")
  }

  fileprivate static func noContent(_ path: String) -> MailFault {
    MailFault(
      "\(path): nothing says where the summary stands",
      help: "write {{{content}}} on a line of its own, once")
  }

  fileprivate static func unexpectedContent(_ path: String, _ line: Int) -> MailFault {
    MailFault(
      "\(path):\(line): the summary cannot stand here",
      help: "a message has {{{content}}} once, on a line of its own; what is said has none")
  }

  fileprivate static func noValue(
    _ variable: EmailVariable, _ path: String, _ line: Int
  ) -> MailFault {
    let name = variable.rawValue
    return MailFault(
      "\(path):\(line): {{\(name)}} is not known here: \(variable.meaning)",
      help: "say it in the brief, or write {{#\(name)}}…{{/\(name)}} around the sentence")
  }
}
