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
  private var pieces: [TemplatePiece] = []
  private var open: [OpenSection] = []

  /// The pieces of a template; the name is that of its file.
  static func pieces(
    of source: String, named name: String, startingAt line: Int
  ) throws(MailFault) -> [TemplatePiece] {
    var reader = TemplateReader(name: name)
    for token in try TemplateScanner.tokens(of: source, named: name, startingAt: line) {
      switch token {
      case .words(let words): reader.pieces.append(.words(words))
      case .tag(let tag, let place): try reader.add(tag, at: place)
      }
    }
    try reader.finish()
    return reader.pieces
  }

  private init(name: String) {
    self.name = name
  }

  private mutating func add(_ tag: TemplateTag, at place: TemplateScanner.Place) throws(MailFault) {
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

  private func finish() throws(MailFault) {
    guard let section = open.last else { return }
    throw fault(
      "{{#\(section.variable.rawValue)}} is never closed", (section.line, 1),
      help: "write {{/\(section.variable.rawValue)}} where it ends")
  }

  private func variable(
    _ name: String, _ place: TemplateScanner.Place
  ) throws(MailFault) -> EmailVariable {
    if let variable = EmailVariable(rawValue: name) { return variable }
    let known = EmailVariable.allCases.map(\.rawValue)
    let near = NearestName.of(name, among: known).map { "did you mean {{\($0)}}? " } ?? ""
    throw fault(
      "there is no {{\(name.shortened(to: 40))}}", place,
      help: near + "a template may say: \(known.joined(separator: ", "))")
  }

  private func fault(_ message: String, _ place: TemplateScanner.Place, help: String)
    -> MailFault
  {
    MailFault("\(name):\(place.line):\(place.column): \(message)", help: help)
  }
}
