package import Briefs

/// A brief, or one item of it, ready to be shown in any ``DocumentFormat``.
package struct BriefReport: Sendable {
  /// The file's path from the top of the repository.
  let path: String
  let brief: Brief

  /// The only item to show; nil for the whole brief.
  let item: Item?

  /// Where the client's answer stands; nil where none is due.
  let client: ClientAnswer?

  package init(path: String, brief: Brief, item: Item? = nil, client: ClientAnswer? = nil) {
    self.path = path
    self.brief = brief
    self.item = item
    self.client = client
  }

  /// The lines of the header, each a label and words.
  var header: [(label: String, words: String)] {
    BriefHeader.lines(of: brief)
      + [client].compactMap { $0 }.map { answer in
        (label: "client", words: ClientLine(answer: answer).words)
      }
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text: TextBriefReport(report: self, isColored: isColored).rendered
    case .json: JSONBriefReport(report: self).rendered
    case .markdown: MarkdownBriefReport(report: self).rendered
    }
  }

  /// What is shown between the header and the summary.
  var groups: [BriefOutline.Group] {
    guard let item else { return BriefOutline.groups(of: brief) }
    return [BriefOutline.group(of: item, in: brief)]
  }
}
