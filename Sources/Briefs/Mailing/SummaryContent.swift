internal import Diagnostics
package import Markdown

/// What a summary email tells the client: all of a brief that may be rendered, and nothing else.
///
/// Two revisions with one ``digest`` say the same; where line breaks and spaces stand is no matter.
package struct SummaryContent: Sendable, Equatable {
  /// Which summary it is.
  package enum Kind: String, Sendable, CaseIterable {
    /// The summary after a call: the brief's body.
    case call

    /// The one before the handoff: the body, what we agreed and what is not included.
    case final
  }

  /// A heading and what stands below it.
  package struct Section: Sendable, Equatable {
    /// The heading's words; empty for what stands above the first heading.
    package let heading: String

    /// What stands below it, as Markdown without HTML; lines end with a line feed.
    package let markdown: String

    /// The same as a message shows it, with days in words; what is on record is the digest of
    /// ``markdown``, and this is no part of it.
    package let shown: String

    init(heading: String, markdown: String, shown: String? = nil) {
      self.heading = heading
      self.markdown = markdown
      self.shown = shown ?? markdown
    }
  }

  /// Which summary it is.
  package let kind: Kind

  /// The sections that say something, in their order.
  package let sections: [Section]

  /// Whether the brief's body is over the limits of what is read, so that nothing of it is here.
  package let isOverLimits: Bool

  /// What a brief tells the client now; custom terms only where they are asked for.
  package init(of brief: Brief, kind: Kind, includesTerms: Bool = false) {
    let summary = MarkdownDocument(brief.source.bytes[brief.body])
    self.init(of: brief, summary: summary, kind: kind, includesTerms: includesTerms)
  }

  /// What a brief whose summary was parsed before tells the client now.
  package init(
    of brief: Brief, summary: MarkdownDocument, kind: Kind, includesTerms: Bool = false
  ) {
    self.kind = kind
    isOverLimits = summary.exceedsLimits
    var sections = Section.sections(of: summary, in: brief.source.bytes)
    if kind == .final {
      sections += Section.agreed(in: brief)
      if includesTerms { sections += Section.list("Terms", brief.standingItems(in: .customTerms)) }
    }
    self.sections = sections
  }

  /// The words without their layout: each section's heading, a line feed, and its Markdown on one
  /// line; an empty line between sections.
  package var text: String {
    sections.map { $0.heading.canonicalWords + "\n" + $0.markdown.canonicalWords }
      .joined(separator: "\n\n")
  }

  /// What a record in `emails` holds as `body`: `sha256:` and the 64 digits for ``text``.
  package var digest: String { "sha256:" + SHA256Hex.of(text) }
}

extension SummaryContent.Section {
  /// The two sections that a final summary adds, so that the client confirms what approvals cover.
  fileprivate static func agreed(in brief: Brief) -> [Self] {
    list("What we agreed", brief.standingItems(in: .promises))
      + list("What is not included", brief.standingItems(in: .exclusions))
  }

  /// A section with one line for each item; none where there is no item.
  fileprivate static func list(_ heading: String, _ items: [Item]) -> [Self] {
    if items.isEmpty { return [] }
    func lines(_ day: (Item) -> String?) -> String {
      items.map { item in
        let due = day(item).map { " (by \($0.collapsingWhiteSpace.asPlainMarkdown))" } ?? ""
        let words = item.telling?.string.collapsingWhiteSpace.asPlainMarkdown ?? ""
        return "- \(words)\(due)"
      }.joined(separator: "\n")
    }
    return [
      Self(
        heading: heading, markdown: lines { $0.string(.due) },
        shown: lines { $0.fields.date(.due)?.inWords ?? $0.string(.due) })
    ]
  }
}

extension String {
  /// Markdown that shows the text letter for letter: every ASCII punctuation mark has a backslash.
  fileprivate var asPlainMarkdown: String {
    var result = ""
    for scalar in unicodeScalars {
      let isWord =
        ("0"..."9").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("a"..."z").contains(scalar)
      if scalar.value > 0x20, scalar.value < 0x7F, !isWord { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
