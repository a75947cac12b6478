internal import ArgumentParser
internal import Briefs
internal import Git
internal import Reports
internal import Workspace

/// Shows a brief to whoever decides on it, and offers to decide.
struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show what changed since you last decided or looked, and decide.",
    discussion: """
      handoff review acme-onboarding

      Red flags first; then what changed since you approved or returned the brief, or reviewed it \
      last in this clone, and what answered your return; then what is missing. The first time it \
      shows the brief whole. On a terminal it then offers to accept, return or ask; elsewhere it \
      ends with an approval to paste.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "Show what changed since this revision instead.")
  var since: String?

  @Option(help: DocumentFormat.help)
  var format: DocumentFormat = .text

  func run() throws {
    let session = try Session()
    let target = try session.target(wholeBrief: brief)
    let offer = ReviewOffer(target, session)
    let isOffering = format == .text && Console.canAsk && !offer.choices.isEmpty
    let report = try report(of: target, session, offering: isOffering ? [] : offer.approvals)
    try Console.give(report.rendered(as: format, isColored: Console.usesColour()))
    session.rememberLook(at: target)
    if isOffering { try offer.ask() }
  }

  private func report(
    of target: Session.Target, _ session: Session, offering approvals: [NewApproval]
  ) throws -> ReviewReport {
    let start = try session.reviewStart(of: target, since: since)
    let findings = try session.verdict(on: [target.file.path]).diagnostics
    let now = ComparedBrief.Version(path: target.file.displayPath, brief: target.brief)
    return ReviewReport(
      name: target.name, compared: ComparedBrief(old: start?.version, new: now),
      start: start.map { ReviewReport.Start($0) },
      flags: session.redFlags(of: target.brief, findings),
      approvals: session.policy.neededApprovals(of: target.brief, on: Environment.today),
      missing: try session.missing(in: target.file), offered: approvals)
  }
}

extension Session {
  /// The brief of a name, as a whole.
  fileprivate func target(wholeBrief name: String) throws -> Target {
    let (file, brief) = try brief(name)
    return Target(file: file, brief: brief, item: nil)
  }

  /// The version of a brief that the person at work knows already.
  fileprivate func reviewStart(of target: Target, since: String?) throws -> ReviewStart? {
    guard let id = target.brief.id else { return nil }
    let history = ReviewHistory(of: id, near: target.file.path, in: repository)
    return try CommandFailure.catching { () throws(GitError) in
      if let since {
        return try history.start(at: try repository.resolve(since), as: .named(since))
      }
      guard let head = try repository.head().commit else { return nil }
      let address = repository.authorAddress()
      return try history.lastStart(
        of: { by in address.map { policy.isSamePerson($0, by) } ?? false }, from: head)
    }
  }

  /// Remembers that the brief was looked at; where that cannot be kept, more is shown next time.
  fileprivate func rememberLook(at target: Target) {
    guard let id = target.brief.id, let head = try? repository.head().commit else { return }
    do {
      try LastLook.keep(head, of: id, in: repository)
    } catch {
      Console.say("this look is not remembered: \(error.reason)")
    }
  }
}

extension ReviewReport.Start {
  fileprivate init(_ start: ReviewStart) {
    let occasion =
      switch start.occasion {
      case .approved(let roles): "you approved it as \(roles.joined(separator: " and "))"
      case .returned: "you returned it"
      case .reopened: "you opened it again"
      case .looked: "you last looked"
      case .named(let revision): revision
      }
    let date = CalendarDate(secondsSince1970: Int(start.commit.author.seconds))
    self.init(occasion: occasion, date: "\(date)", commit: start.commit.id.description)
  }
}
