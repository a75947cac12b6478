package import Diagnostics
internal import Markdown

/// The summary is short enough to be read.
package struct WallOfText: Rule {
  package static let documentation = RuleDocumentation(
    id: "wall-of-text", category: .wording, weight: .warning,
    summary: "The summary is short enough to be read.",
    rationale: "A client who does not read the summary cannot say what is wrong with it.",
    remedy: "Cut it to what the client would miss: 120 words a paragraph, 600 in all.",
    accepts: [
      RuleExample("## Current situation\n\n\(sentences(10))\n\n\(sentences(10))\n")
    ],
    rejects: [
      RuleExample("## Current situation\n\nShort.\n\n⟪\(sentences(25))⟫\n"),
      RuleExample("## ⟪Current situation⟫\n\n\(paragraphs(40))\n"),
    ])

  package init() {}

  private static let paragraphLimit = 120
  private static let summaryLimit = 600

  package func check(_ subject: Subject) -> [Finding] {
    let passages = subject.words.passages
    var findings = passages.filter { $0.words.count > WallOfText.paragraphLimit }
      .map { Finding.longParagraph($0.block, words: $0.words.count) }
    let count = passages.reduce(0) { $0 + $1.words.count }
    if count > WallOfText.summaryLimit, let first = subject.summary.blocks.first {
      findings.append(.longSummary(first, words: count))
    }
    return findings
  }

  private static func sentences(_ count: Int) -> String {
    Array(repeating: "Each close takes nine days.", count: count).joined(separator: " ")
  }

  private static func paragraphs(_ count: Int) -> String {
    Array(repeating: sentences(4), count: count).joined(separator: "\n\n")
  }
}

extension Finding {
  fileprivate static func longParagraph(_ block: MarkdownBlock, words: Int) -> Finding {
    Finding(
      rule: WallOfText.documentation.id, span: block.span,
      message: "this paragraph of the summary has \(words) words, and few clients read so many",
      help: "cut it to 120 words at most, or make it a list")
  }

  fileprivate static func longSummary(_ block: MarkdownBlock, words: Int) -> Finding {
    Finding(
      rule: WallOfText.documentation.id, span: block.span,
      message: "the summary has \(words) words, and few clients read so many",
      help: "cut it to 600 words at most; the details belong to the items above")
  }
}
