package import Briefs

/// What is known of a brief's summary email: its revisions, what was sent of each, the answers.
package struct SummaryLog: Sendable {
  /// One wording of the summary and what became of it.
  package struct Revision: Sendable {
    /// From 1, the oldest.
    package let number: Int

    /// The id of the commit that wrote it.
    package let commit: String

    /// The author's name and address.
    package let author: (name: String, address: String)

    /// The day on which it was written, as the author's clock said, in UTC.
    package let day: CalendarDate

    /// What a call summary says.
    package let content: SummaryContent

    /// What was sent with these words.
    package let emails: [Email]

    package init(
      number: Int, commit: String, author: (name: String, address: String), day: CalendarDate,
      content: SummaryContent, emails: [Email]
    ) {
      self.number = number
      self.commit = commit
      self.author = author
      self.day = day
      self.content = content
      self.emails = emails
    }
  }

  /// A record of something sent.
  package struct Email: Sendable {
    /// The record under `emails`.
    package let record: Item

    /// Whether a final summary had the custom terms; nil where the words are not known.
    package let includesTerms: Bool?

    package init(record: Item, includesTerms: Bool?) {
      self.record = record
      self.includesTerms = includesTerms
    }
  }

  let name: String
  let path: String
  let brief: Brief
  let revisions: [Revision]

  /// Records whose words no revision has.
  let unmatched: [Email]
  let introductions: [Email]

  /// Whether the file's words are those of no revision yet.
  let isUncommitted: Bool

  /// Whether older revisions cannot be read.
  let isCutShort: Bool

  package init(
    name: String, path: String, brief: Brief, revisions: [Revision], unmatched: [Item],
    introductions: [Item], isUncommitted: Bool, isCutShort: Bool
  ) {
    self.name = name
    self.path = path
    self.brief = brief
    self.revisions = revisions
    self.unmatched = unmatched.map { Email(record: $0, includesTerms: nil) }
    self.introductions = introductions.map { Email(record: $0, includesTerms: nil) }
    self.isUncommitted = isUncommitted
    self.isCutShort = isCutShort
  }

  /// The headings of the sections in which a revision differs from the one before.
  func changedSections(of revision: Revision) -> [String] {
    let before = revisions.last { $0.number < revision.number }?.content.sections ?? []
    return SummaryChange.pairs(of: before, revision.content.sections)
      .filter { !$0.isSame }.map(\.heading)
  }
}
