internal import Markdown

extension SummaryContent.Section {
  /// The sections of a summary that say something to the client.
  ///
  /// A heading opens one unless it is smaller than the first and below the second level; what it
  /// opens then belongs to the section before. A section that is empty, or says only that nothing
  /// was discussed yet, is left out.
  static func sections(of summary: MarkdownDocument, in file: [UInt8]) -> [Self] {
    var result: [Self] = []
    let opening = Part(heading: "", summary.opening, span: summary.openingSpan)
    for part in [opening] + parts(of: summary) where part.isTelling {
      let markdown = markdown(file, part.span, without: summary.rawHTML)
      guard !markdown.isWhiteSpace else { continue }
      result.append(Self(heading: part.heading, markdown: markdown))
    }
    return result
  }

  /// A heading with all that belongs to it.
  private struct Part {
    let heading: String
    var words: [String]
    var span: Range<Int>

    init(heading: String, _ blocks: ArraySlice<MarkdownBlock>, span: Range<Int>) {
      self.heading = heading
      self.span = span
      words = blocks.filter { $0.kind != .html && !$0.text.isBlank }.map(\.text)
    }

    var isTelling: Bool { SummaryTopic(title: heading, words: words).isFilled }
  }

  private static func parts(of summary: MarkdownDocument) -> [Part] {
    let lowest = max(2, summary.sections.first?.level ?? 2)
    var parts: [Part] = []
    for section in summary.sections {
      let part = Part(
        heading: section.title.collapsingWhiteSpace, section.blocks, span: section.bodySpan)
      if section.level > lowest, let last = parts.indices.last {
        parts[last].words += part.words
        parts[last].span = parts[last].span.lowerBound..<part.span.upperBound
      } else {
        parts.append(part)
      }
    }
    return parts
  }

  /// The bytes of a span as Markdown, without HTML and without empty lines around them.
  private static func markdown(
    _ file: [UInt8], _ span: Range<Int>, without html: [Range<Int>]
  ) -> String {
    var bytes: [UInt8] = []
    var place = span.lowerBound
    let inside = html.filter { $0.overlaps(span) }.sorted { $0.lowerBound < $1.lowerBound }
    for tag in inside where tag.upperBound > place {
      if tag.lowerBound > place { bytes += file[place..<tag.lowerBound] }
      if tag.lowerBound >= place { bytes += RemovedHTML.gap(for: file[tag]) }
      place = min(tag.upperBound, span.upperBound)
    }
    bytes += file[place..<span.upperBound]
    // What stood around a tag may make another one: `<b<i>r>`.
    if !inside.isEmpty, !MarkdownDocument(bytes[...]).rawHTML.isEmpty {
      bytes = bytes.flatMap { $0 == UInt8(ascii: "<") ? [UInt8(ascii: "\\"), $0] : [$0] }
    }
    return String(decoding: lines(of: bytes), as: UTF8.self)
  }

  /// The lines, each ended by one line feed, from the first that says something to the last.
  private static func lines(of bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var line: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      let isEnd = byte == 0x0A || byte == 0x0D
      if !isEnd { line.append(byte) }
      guard isEnd || index + 1 == bytes.count else { continue }
      if byte == 0x0A, index > 0, bytes[index - 1] == 0x0D { continue }
      let isBlank = line.allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if !(isBlank && result.isEmpty) { result += line + [0x0A] }
      line = []
    }
    while let last = result.last, last == 0x20 || (0x09...0x0D).contains(last) {
      result.removeLast()
    }
    return result
  }
}
