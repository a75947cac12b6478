internal import Briefs
internal import Diagnostics
internal import Markdown

/// The summary of a brief, cut at its headings.
struct SummarySections {
  struct Section {
    /// Nil for what stands before the first heading.
    let title: String?
    let level: Int

    /// The Markdown as it is written, without blank lines around it.
    let text: String
  }

  let sections: [Section]

  init(of brief: Brief) {
    let source = brief.source
    let document = MarkdownDocument(source.bytes[brief.body])
    let start = document.sections.first.map { source.startOfLine(of: $0) } ?? brief.body.upperBound
    let opening = source[brief.body.lowerBound..<max(brief.body.lowerBound, start)].trimmedLines
    let leading = opening.isEmpty ? [] : [Section(title: nil, level: 0, text: opening)]
    sections =
      leading
      + document.sections.map { section in
        Section(
          title: section.title, level: section.level,
          text: source[section.bodySpan].trimmedLines)
      }
  }
}

extension SourceText {
  fileprivate func startOfLine(of section: MarkdownSection) -> Int {
    lineStarts[line(at: section.titleSpan.lowerBound) - 1]
  }
}

extension String {
  /// The text without white space at its end and blank lines at its beginning.
  fileprivate var trimmedLines: String {
    var scalars = unicodeScalars[...]
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    while let end = scalars.firstIndex(of: "\n"), scalars[..<end].allSatisfy(\.isBlank) {
      scalars = scalars[scalars.index(after: end)...]
    }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  fileprivate var isBlank: Bool { self == " " || self == "\t" || self == "\r" || self == "\n" }
}
