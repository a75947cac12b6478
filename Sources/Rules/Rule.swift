package import Briefs
package import Diagnostics
package import Markdown

/// One fault that a brief can have: how it is found, and everything said about it.
package protocol Rule: Sendable {
  static var documentation: RuleDocumentation { get }

  init()

  /// The findings in one brief; severity and waivers are the judge's business.
  func check(_ subject: Subject) -> [Finding]
}

/// A brief to be judged, with all that its rules may know.
package struct Subject {
  /// The brief as the change leaves it.
  package let brief: Brief

  /// The file's path from the top of the repository.
  package let path: String

  /// The versions before: none for a new brief, several for a merge.
  package let previous: [Brief]

  /// Those of them that the same policy judged; the others passed a gate that may have asked less.
  package let previousJudgedHere: [Brief]

  /// Those of them that any policy judged; what the others say was never proven.
  package let previousJudged: [Brief]

  /// What changed since each version before, in their order; none where it was free to leave.
  package let differences: [BriefDifference]

  /// Whether the brief left the tree; ``brief`` is then empty, and only change rules are asked.
  package let isGone: Bool

  /// Whether a parent of a merge already has the brief as it is; only change rules are asked then.
  package let isInherited: Bool

  /// Whether that parent was judged by another policy: then the rules on approvals are asked, too.
  package let isJudgedElsewhere: Bool

  /// What judges: the policy of the version before.
  package let policy: Policy

  /// The day of the judgement: the committer's date of a commit, else today.
  package let day: CalendarDate

  /// The day after which nobody acts who had left by then: the day of the judgement, but none before
  /// the versions before were committed, so that a clock set back brings nobody back.
  package let latestDay: CalendarDate

  /// The day of the judgement, but none after the versions before were committed, so that a clock
  /// set forward sends nobody away.
  package let earliestDay: CalendarDate

  /// The address of whoever makes the change, where it is known.
  package let author: String?

  /// Where the rest of the repository can be asked about.
  package let surroundings: Surroundings

  private let parsedSummary = ParsedSummary()

  package init(
    brief: Brief, path: String, previous: [Brief] = [], previousJudgedHere: [Brief]? = nil,
    previousJudged: [Brief]? = nil,
    isGone: Bool = false, isInherited: Bool = false, isJudgedElsewhere: Bool = false,
    policy: Policy, day: CalendarDate, parentDay: CalendarDate? = nil, author: String? = nil,
    surroundings: Surroundings = .none
  ) {
    latestDay = max(day, parentDay ?? day)
    earliestDay = min(day, parentDay ?? day)
    self.brief = brief
    self.path = path
    self.previous = previous
    self.previousJudgedHere = previousJudgedHere ?? previous
    self.previousJudged = previousJudged ?? previous
    differences =
      previous
      .filter { !isGone || !Departure.isAllowed($0, by: policy) }
      .map { BriefDifference(from: $0, to: brief) }
    self.isGone = isGone
    self.isInherited = isInherited
    self.isJudgedElsewhere = isJudgedElsewhere
    self.policy = policy
    self.day = day
    self.author = author
    self.surroundings = surroundings
  }

  /// The type of the brief, where the policy knows it.
  package var type: BriefType? { brief.type.flatMap { policy.types[$0] } }

  /// The brief's summary, parsed when a rule first asks for it and once for all of them.
  package var summary: MarkdownDocument { parsedSummary.document(of: brief) }

  /// The words that the rules on wording read, cut when the first of them asks.
  var words: BriefWords { parsedSummary.words(of: self) }

  /// The name of the brief in sentences and commands.
  package var name: String { brief.id ?? previous.first?.id ?? stem }

  /// The file's name without its extension, which is to be the brief's id.
  package var stem: String {
    String(decoding: RepositoryPath.stem(of: Array(path.utf8)), as: UTF8.self)
  }
}

/// Keeps the summary of one brief from being parsed by each rule anew.
private final class ParsedSummary {
  private var document: MarkdownDocument?
  private var words: BriefWords?

  func document(of brief: Brief) -> MarkdownDocument {
    if let document { return document }
    let parsed = MarkdownDocument(brief.source.bytes[brief.body])
    document = parsed
    return parsed
  }

  func words(of subject: Subject) -> BriefWords {
    if let words { return words }
    let cut = BriefWords(subject.brief, document(of: subject.brief), subject.policy)
    words = cut
    return cut
  }
}

/// What a rule may ask of the tree that the brief stands in.
package struct Surroundings {
  /// Another brief of the same tree, by its id.
  package let brief: (_ id: String) -> Brief?

  /// The bytes of a file of the same tree; nil where there is none.
  package let file: (_ path: String) -> [UInt8]?

  /// Whether a file stands in the same tree; nil where nobody can tell.
  package let hasFile: (_ path: String) -> Bool?

  /// The paths of other briefs of the same tree that bear an id.
  package let namesakes: (_ id: String) -> [String]

  /// Whether the signature of an approval, in a brief with the id, is one by whom it names.
  package let verification: (_ approval: Approval, _ id: String?) -> SignatureVerdict

  /// The newest version of the brief before the change whose words an approval covers; nil where
  /// the history that can be read has none.
  package let approvedVersion: (_ approval: Approval) -> Brief?

  /// A day since which the brief has been in review without a break.
  ///
  /// It may have come there earlier, but then so long ago that it makes no difference. Nil where it
  /// is not in review, or nobody can tell.
  package let inReviewSince: () -> CalendarDate?

  package init(
    brief: @escaping (String) -> Brief?, file: @escaping (String) -> [UInt8]?,
    hasFile: @escaping (String) -> Bool? = { _ in nil },
    namesakes: @escaping (String) -> [String],
    verification: @escaping (Approval, String?) -> SignatureVerdict = { _, _ in
      .unverifiable("nothing here verifies signatures")
    },
    approvedVersion: @escaping (Approval) -> Brief? = { _ in nil },
    inReviewSince: @escaping () -> CalendarDate? = { nil }
  ) {
    self.brief = brief
    self.file = file
    self.hasFile = hasFile
    self.namesakes = namesakes
    self.verification = verification
    self.approvedVersion = approvedVersion
    self.inReviewSince = inReviewSince
  }

  /// An otherwise empty tree.
  package static var none: Surroundings {
    Surroundings(brief: { _ in nil }, file: { _ in nil }, namesakes: { _ in [] })
  }
}
