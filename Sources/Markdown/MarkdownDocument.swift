/// A summary's Markdown, parsed once into plain values that know where they stand in their file.
///
/// The body is given as a slice of the file, and every span is a range of offsets in that file:
///
///     let document = MarkdownDocument(file[bodyStart...])
///     document.sections[0].title         // "Next steps"
///     file[document.sections[0].titleSpan]
///
/// Parsing takes time linear in the body. What would make the parser slower than that is not parsed
/// at all: see ``exceedsLimits``.
package struct MarkdownDocument: Sendable {
  /// The blocks that hold words, code or HTML, in the order of the file; headings among them.
  package let blocks: [MarkdownBlock]

  /// The sections that headings outside of lists and quotations open, in the order of the file.
  package let sections: [MarkdownSection]

  /// The spans of raw HTML, comments included, that the body contains.
  package let rawHTML: [Range<Int>]

  /// Whether the body is nested too deeply, or made to keep a parser busy; it then has no blocks.
  package let exceedsLimits: Bool

  package init(_ body: ArraySlice<UInt8>) {
    let body = Self.withoutMark(body)
    exceedsLimits = !MarkdownLimits.admits(body)
    var reader = MarkdownTreeReader(body)
    if !exceedsLimits { reader.read() }
    blocks = reader.blocks
    rawHTML = reader.rawHTML
    sections = Self.sections(of: reader, bodyEnd: body.endIndex)
    let openingEnd = exceedsLimits ? body.startIndex : body.endIndex
    openingSpan = body.startIndex..<(reader.headings.first?.start ?? openingEnd)
  }

  /// Whether a body would not be parsed, without parsing it: see ``exceedsLimits``.
  package static func exceedsLimits(_ body: ArraySlice<UInt8>) -> Bool {
    !MarkdownLimits.admits(withoutMark(body))
  }

  private static func withoutMark(_ body: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body
  }

  /// The blocks before the first section's heading.
  package var opening: ArraySlice<MarkdownBlock> {
    blocks[..<(sections.first.map { $0.blocks.startIndex - 1 } ?? blocks.endIndex)]
  }

  /// From the body's first byte to the line of the first section's heading.
  package let openingSpan: Range<Int>

  /// The sentences of the whole body, without headings, code and HTML.
  package var sentences: [MarkdownSentence] {
    blocks.flatMap { block in
      if case .heading = block.kind { return [MarkdownSentence]() }
      return block.sentences
    }
  }

  private static func sections(of reader: MarkdownTreeReader, bodyEnd: Int) -> [MarkdownSection] {
    let headings = reader.headings
    return headings.indices.map { index in
      let heading = headings[index]
      let next = index + 1 < headings.count ? headings[index + 1] : nil
      let title = reader.blocks[heading.block]
      return MarkdownSection(
        title: title.text, titleSpan: title.span, level: heading.level,
        bodySpan: heading.bodyStart..<max(heading.bodyStart, next?.start ?? bodyEnd),
        blocks: reader.blocks[heading.block + 1..<(next?.block ?? reader.blocks.endIndex)])
    }
  }
}
