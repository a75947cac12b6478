internal import ArgumentParser
internal import Briefs
internal import Git
internal import Reports
internal import Workspace

/// Lists the revisions of a brief's summary email and what was sent of them.
struct EmailLog: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "List the revisions of a summary, what was sent, and the answers.",
    discussion: """
      A revision is a commit that changed the words of the summary. They are numbered from 1, the \
      oldest, alike in every clone. handoff email diff says what changed between two of them.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  func run() throws {
    let session = try Session()
    let (file, brief) = try session.brief(brief)
    session.tellUnrecorded(of: Session.Target(file: file, brief: brief, item: nil))
    let revisions = try session.summaryRevisions(of: brief, in: file)
    revisions.warnOfCut()
    let now = SummaryDigests(of: brief)
    let newest = revisions.all.last?.digest
    let log = SummaryLog(
      name: brief.id ?? file.stem, path: file.displayPath, brief: brief,
      revisions: revisions.all.map { SummaryLog.Revision($0) }, unmatched: revisions.unmatched,
      introductions: revisions.introductions,
      isUncommitted: newest.map { !$0.utf8.elementsEqual(now.call.utf8) } ?? !now.isEmpty,
      isCutShort: revisions.isCutShort)
    try Console.give(
      SummaryLogReport(log).rendered(as: format, isColored: Console.usesColour()))
  }
}

extension SummaryLog.Revision {
  init(_ revision: SummaryRevision) {
    let author = revision.commit.author
    self.init(
      number: revision.number, commit: revision.commit.id.description,
      author: (author.name, author.email),
      day: CalendarDate(secondsSince1970: Int(author.seconds)), content: revision.content(),
      emails: revision.emails.map {
        SummaryLog.Email(record: $0.record, includesTerms: $0.includesTerms)
      })
  }
}
