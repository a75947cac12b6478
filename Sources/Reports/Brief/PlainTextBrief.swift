package import Briefs
internal import Diagnostics

/// A brief as lines that git can compare: one for a field, each with the id of its item.
///
/// Layout is not in it: comments, quotes, the order of fields. Words that could not be read as a
/// field stand there as they were written, so that nothing that was added goes unseen.
package struct PlainTextBrief: Sendable {
  private let brief: Brief

  package init(_ brief: Brief) {
    self.brief = brief
  }

  /// The lines; nil where the front-matter cannot be read as a whole.
  package var text: String? {
    guard brief.isSound else { return nil }
    var lines = ["# " + BriefHeader.title(of: brief).onOneLine]
    lines += fieldLines(brief.fields, Catalogue.brief, before: "")
    for part in BriefOutline.order {
      switch part {
      case .list(let list): lines += self.lines(of: list)
      case .block(let block):
        guard let entry = brief.block(block) else { continue }
        lines.append("## " + block.heading)
        lines += fieldLines(entry.fields, Catalogue.fields(of: block), before: "")
      }
    }
    lines += misread
    return lines.map { $0 + "\n" }.joined() + "\n" + body
  }

  private func lines(of list: ItemList) -> [String] {
    guard let entry = brief.entry(of: list) else { return [] }
    let items = brief.items(in: list)
    if items.isEmpty { return entry.isExplicitlyEmpty ? ["## " + list.heading, "none"] : [] }
    return ["## " + list.heading] + items.flatMap { self.lines(of: $0) }
  }

  private func lines(of item: Item) -> [String] {
    let (name, text) = item.list.outlineFields
    let telling = text ?? item.tellingField
    let label = item.string(name).map { $0.onOneLine + " " } ?? ""
    let words = item.string(telling) ?? item.telling?.string ?? ""
    let others = Catalogue.fields(of: item.list).filter { $0.name != name && $0.name != telling }
    return [label + words.onOneLine] + fieldLines(item.fields, others, before: label)
  }

  private func fieldLines(
    _ fields: Fields, _ specifications: [FieldSpecification], before label: String
  ) -> [String] {
    specifications.compactMap { specification in
      let values = fields.list(specification.name).map(\.string)
      guard !values.isEmpty else { return nil }
      return "\(label)\(specification.name.label): \(values.joined(separator: ", ").onOneLine)"
    }
  }

  /// The lines of the file that the reader stopped at, but for values that stand above as they are.
  private var misread: [String] {
    let source = brief.source
    let end = source.line(at: max(brief.frontMatter.lowerBound, brief.frontMatter.upperBound - 1))
    let shown = shown
    var numbers: Set<Int> = []
    for finding in brief.findings where !finding.span.isEmpty && !shown.contains(finding.span) {
      let first = source.line(at: finding.span.lowerBound)
      var last = source.line(at: finding.span.upperBound - 1)
      while last < end, source.belongs(last + 1, below: first) { last += 1 }
      numbers.formUnion(first...last)
    }
    guard !numbers.isEmpty else { return [] }
    return ["## Not understood"]
      + numbers.sorted().map { source[source.range(ofLine: $0)].onOneLine }
  }

  private var shown: Set<Range<Int>> {
    let fields =
      brief.fields.all + brief.blocks.flatMap(\.fields.all) + brief.items.flatMap(\.fields.all)
    return Set(fields.flatMap(\.values).map(\.span))
  }

  /// The summary as it stands, tabs included, with nothing that would drive a terminal.
  private var body: String {
    brief.source[brief.body].unicodeScalars
      .split(separator: "\t", omittingEmptySubsequences: false)
      .map { String($0).safeLines.joined(separator: "\n") }.joined(separator: "\t")
  }
}

extension SourceText {
  /// Whether a line stands below another as its value: further in, or as an entry of its list.
  fileprivate func belongs(_ line: Int, below key: Int) -> Bool {
    let (words, keyWords) = (self[range(ofLine: line)], self[range(ofLine: key)])
    let (indent, keyIndent) = (words.indentation, keyWords.indentation)
    if indent == keyIndent { return words.isEntry && !keyWords.isEntry }
    return indent > keyIndent || words.isWhiteSpace
  }
}

extension String {
  fileprivate var indentation: Int { utf8.prefix { $0 == UInt8(ascii: " ") }.count }

  fileprivate var isEntry: Bool { utf8.dropFirst(indentation).first == UInt8(ascii: "-") }
}
