package import Briefs
internal import Markdown

/// A summary with the words around it, as a client reads it.
package struct SummaryEmail: Sendable {
  /// The subject as the template says it, not yet fit for a header.
  package let subject: String

  /// What the client confirms; its digest goes on record.
  package let content: SummaryContent

  /// The words around the summary: the subject, what stands before it and behind.
  package let frame: String

  /// The words as plain text; each line ends with a line feed.
  package let text: String

  /// The same words as an HTML page that loads nothing and runs nothing.
  package let html: String

  /// Puts a summary into its template.
  package init(
    _ content: SummaryContent, in template: EmailTemplate, with fields: EmailFields
  ) throws(MailFault) {
    let frame = try template.filled(with: fields)
    self.frame = [frame.subject, frame.opening, frame.closing].joined(separator: "\n")
    let letter = Letter(
      opening: frame.opening.paragraphs, sections: content.sections,
      closing: frame.closing.paragraphs)
    guard let text = letter.text, let html = letter.html else { throw .tooMuch }
    subject = frame.subject
    self.content = content
    self.text = text
    self.html = html
  }
}

/// The parts of a message in their order.
private struct Letter {
  let opening: [String]
  let sections: [SummaryContent.Section]
  let closing: [String]

  var text: String? {
    var parts = opening.map(\.asText)
    for section in sections {
      guard let body = MarkdownPlainText.render(section.shown) else { return nil }
      let heading = section.heading.withoutHiddenMarks.collapsingWhiteSpace
      let line = String(repeating: "-", count: min(heading.unicodeScalars.count, 72))
      parts.append(heading.isEmpty ? body : "\(heading)\n\(line)\n\(body)")
    }
    return (parts + closing.map(\.asText)).joined(separator: "\n")
  }

  var html: String? {
    var html = """
      <!DOCTYPE html>
      <html><head><meta charset="utf-8"></head>
      <body style="font-family:sans-serif;font-size:15px;line-height:1.45;max-width:640px">

      """
    html += opening.map(\.asHTML).joined()
    for section in sections {
      guard let body = MarkdownHTML.render(section.shown) else { return nil }
      let heading = section.heading.withoutHiddenMarks.collapsingWhiteSpace
      if !heading.isEmpty {
        html +=
          "<h2 dir=\"auto\" style=\"font-size:1.1em;margin:20px 0 6px\">"
          + "\(MarkdownHTML.escaped(heading))</h2>\n"
      }
      html += body
    }
    return html + closing.map(\.asHTML).joined() + "</body></html>\n"
  }
}

extension String {
  /// The pieces between empty lines, each with its own line breaks.
  fileprivate var paragraphs: [String] {
    var paragraphs: [[String]] = [[]]
    for line in withoutHiddenMarks.unicodeScalars.split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      let words = String(line).collapsingWhiteSpace
      if words.isEmpty {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(words)
      }
    }
    return paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }

  fileprivate var asText: String {
    MarkdownPlainText.wrapped(self).joined(separator: "\n") + "\n"
  }

  fileprivate var asHTML: String {
    let lines = unicodeScalars.split(separator: "\n").map { MarkdownHTML.escaped(String($0)) }
    return "<p dir=\"auto\" style=\"margin:0 0 12px\">\(lines.joined(separator: "<br>\n"))</p>\n"
  }
}

extension MailFault {
  fileprivate static let tooMuch = MailFault(
    "the summary is nested too deeply, or has more marks than can be shown",
    help: "make it simpler: short paragraphs and plain lists")
}
