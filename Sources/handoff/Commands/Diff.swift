internal import ArgumentParser
internal import Briefs
internal import Git
internal import Reports
internal import Workspace

/// Says in words what changed in briefs between two revisions.
struct Diff: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what changed in briefs, by promises, exclusions and words.",
    discussion: """
      handoff diff                          the last commit against your files
      handoff diff acme-onboarding          the same, of one brief
      handoff diff main acme-onboarding     main against your files
      handoff diff v1..v2 --format html     two commits, as a page to send

      What is gone comes first. A...B compares B with what both come from. Layout is no change. \
      Exit 0, whatever changed.
      """)

  @Argument(help: "A..B, A...B or one revision; left out: the last commit against your files.")
  var range: String?

  @Argument(help: "A brief, by id or file; all briefs where none is named.")
  var brief: String?

  @Option(help: DifferenceFormat.help)
  var format: DifferenceFormat = .text

  func run() throws {
    let repository = try Environment.openRepository()
    let wanted = try Wanted(range, brief, in: repository)
    let all = try CommandFailure.catching { () throws(GitError) in
      try RangeComparison(repository: repository).briefs(in: wanted.range)
    }
    let briefs = try wanted.brief.map { try all.of($0, in: repository) } ?? all
    let (old, new) = (wanted.range.old, wanted.range.new)
    if briefs.isEmpty, format == .text {
      Console.explain("nothing changed from \(old.name) to \(new.name)")
    }
    let report = DifferenceReport(old: .init(old), new: .init(new), briefs: briefs)
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
  }
}

/// What was asked for: two revisions and, where not all are wanted, a brief.
private struct Wanted {
  let range: RevisionRange
  let brief: String?

  /// A single name is a range, a brief or a revision, whichever there is.
  init(_ first: String?, _ second: String?, in repository: Repository) throws {
    guard let first else {
      (range, brief) = (try Wanted.sinceLastCommit(repository), nil)
      return
    }
    if second == nil, !RevisionRange.isRange(first) {
      let range = try Wanted.sinceLastCommit(repository)
      let isBrief = (try? Session().brief(first)) != nil
      if isBrief || Wanted.isGone(first, range, repository) {
        (self.range, brief) = (range, first)
        if (try? repository.resolve(first)) != nil {
          Console.explain("\(first) is a brief and a revision; for the revision: \(first)..")
        }
        return
      }
    }
    do throws(GitError) {
      range = try RevisionRange(first, in: repository)
    } catch {
      guard !RevisionRange.isRange(first) else { throw CommandFailure(error) }
      let names = (try? Session())?.finder.versions.compactMap { $0.brief?.id } ?? []
      throw CommandFailure(
        "there is no brief and no revision \(first)",
        hints: [
          NearestName.of(first, among: names).map { "did you mean \($0)?" }
            ?? "see what there is: handoff list, git log"
        ])
    }
    brief = second
  }

  private static func sinceLastCommit(_ repository: Repository) throws -> RevisionRange {
    try CommandFailure.catching { () throws(GitError) in
      try RevisionRange(sinceLastCommitIn: repository)
    }
  }

  /// Whether a name is that of a brief whose file is gone from the work tree.
  private static func isGone(
    _ name: String, _ range: RevisionRange, _ repository: Repository
  ) -> Bool {
    // What cannot be compared is said when it is compared as a revision.
    let briefs = (try? RangeComparison(repository: repository).briefs(in: range)) ?? []
    return !briefs.named(name, in: repository).isEmpty
  }
}

extension [ComparedBrief] {
  /// The differences of the brief that somebody names; none where it is the same.
  fileprivate func of(_ name: String, in repository: Repository) throws -> [ComparedBrief] {
    let found = named(name, in: repository)
    if !found.isEmpty { return found }
    if repository.isBare { throw CommandFailure("no brief \(name) changed there") }
    let (file, brief) = try Session().brief(name)
    return filter { $0.path == file.displayPath || brief.id != nil && $0.brief.id == brief.id }
  }

  /// The differences of the briefs that have a name now or had it.
  fileprivate func named(_ name: String, in repository: Repository) -> [ComparedBrief] {
    let typed = (try? Arguments.paths([name], in: repository))?.first
    let path = typed.map { String(decoding: $0, as: UTF8.self) }
    return filter { compared in
      [compared.old, compared.new].compactMap { $0 }.contains { version in
        version.brief.id == name || version.path == name || version.path == path
      }
    }
  }
}

extension DifferenceReport.Revision {
  init(_ revision: RevisionRange.Revision) {
    self.init(name: revision.name, commit: revision.commit?.description)
  }
}

extension DifferenceFormat: ExpressibleByArgument {
  /// What `--format` is, as help says it.
  static var help: ArgumentHelp {
    "How to write it: \(allCases.map(\.rawValue).joined(separator: ", "))."
  }
}
