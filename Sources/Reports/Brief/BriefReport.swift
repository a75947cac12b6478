package import Briefs

/// A brief, or one item of it, ready to be shown in any ``DocumentFormat``.
package struct BriefReport: Sendable {
  /// The file's path from the top of the repository.
  let path: String
  let brief: Brief

  /// The only item to show; nil for the whole brief.
  let item: Item?

  package init(path: String, brief: Brief, item: Item? = nil) {
    self.path = path
    self.brief = brief
    self.item = item
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
