internal import Briefs
internal import Diagnostics
internal import Git
internal import Mail
internal import Workspace

/// A message that could go out now.
struct Letter {
  let kind: EmailKind
  let email: SummaryEmail
  let message: EmailMessage

  /// Everybody who gets it.
  var recipients: [MailAddress] { message.to + message.cc }

  /// To whom it goes and what it is about, as people read it.
  var envelope: [String] {
    [("To", message.to), ("Cc", message.cc)].filter { !$0.1.isEmpty }.map { name, people in
      "\(name): " + people.map(\.inFull).joined(separator: ", ")
    } + ["Subject: \(message.subject.string)"]
  }
}

/// The words of a summary with the number that history gives them.
struct Edition {
  let brief: Brief
  let revision: Int

  /// The day on which the words were committed, as their author says, wherever on earth; nil where
  /// no commit has them.
  let written: CalendarDate?

  init(brief: Brief, revision: Int, commit: Commit? = nil) {
    self.brief = brief
    self.revision = revision
    written = commit.map { commit in
      let seconds = min(commit.author.seconds, commit.committer.seconds)
      return CalendarDate(secondsSince1970: Int(seconds) - 12 * 3_600)
    }
  }
}

extension Session {
  /// The summary as it is now, or one of its revisions.
  func edition(of target: Target, number: Int? = nil) throws -> Edition {
    let revisions = try summaryRevisions(of: target.brief, in: target.file)
    revisions.warnOfCut()
    guard let number else {
      let words = SummaryContent(of: target.brief, kind: .call).digest
      let present = revisions.newestRevision(withWords: words)
      return Edition(
        brief: target.brief, revision: present?.number ?? revisions.all.count + 1,
        commit: present?.commit)
    }
    let revision = try revisions.named(number, of: target.name)
    return Edition(brief: revision.brief, revision: number, commit: revision.commit)
  }

  /// The message of a kind that carries an edition; whom it is for is asked nobody.
  func letter(
    _ edition: Edition, of target: Target, as kind: EmailKind, _ mailing: MailingOptions,
    to chosen: [MailAddress]? = nil, in use: TemplateUse
  ) throws -> Letter {
    let to = try chosen ?? recipients(of: target.brief, kind, named: mailing.to)
    let cc = try people(mailing.cc, of: target.brief)
      .filter { copy in !to.contains { $0.isSame(as: copy.address) } }
    let content = try content(
      of: edition.brief, as: kind, includesTerms: mailing.terms, name: target.name)
    let email = try email(
      content, of: target.brief, as: kind, to: to, in: try template(kind.template, for: use))
    let from = try sender()
    let message = try CommandFailure.catchingFault { () throws(MailFault) in
      try EmailMessage(
        email, of: target.brief, revision: edition.revision, from: from, to: to, cc: cc,
        date: Environment.secondsSince1970, isTagged: !mailing.noTag,
        salt: use == .sending ? "\(UInt64.random(in: 0...UInt64.max))" : "")
    }
    return Letter(kind: kind, email: email, message: message)
  }

  /// The words of a brief for its client; refused where there are none yet.
  func content(
    of brief: Brief, as kind: EmailKind, includesTerms: Bool, name: String
  ) throws -> SummaryContent {
    let content = SummaryContent(of: brief, kind: kind.content, includesTerms: includesTerms)
    guard !content.isOverLimits else {
      throw CommandFailure(
        "the summary of \(name) is nested too deeply, or has too many lines or marks, to be read",
        kind: .refused,
        hints: ["write paragraphs and plain lists; see where: handoff check \(name.shellWord)"])
    }
    guard !content.sections.isEmpty else {
      throw CommandFailure(
        "the summary of \(name) says nothing yet", kind: .refused,
        hints: [
          "write it below the front-matter, under its headings: handoff checklist "
            + name.shellWord
        ])
    }
    return content
  }

  /// A summary with the words around it, as those who get it read it.
  private func email(
    _ content: SummaryContent, of brief: Brief, as kind: EmailKind, to clients: [MailAddress],
    in template: EmailTemplate
  ) throws -> SummaryEmail {
    let receiver = try receiver(of: brief)
    guard kind != .introduction || receiver != nil else {
      throw CommandFailure(
        "nobody is named who takes over", kind: .refused,
        hints: ["say who: handoff set \((brief.id ?? "BRIEF").shellWord) to ADDRESS"])
    }
    let fields = EmailFields(
      of: brief, clients: clients.filter { !policy.isColleague($0.address) },
      sender: try sender(), receiver: receiver)
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try SummaryEmail(content, in: template, with: fields)
    }
  }
}

extension MailAddress {
  /// The name and the address.
  fileprivate var inFull: String { name.isEmpty ? address : "\(name) <\(address)>" }
}
