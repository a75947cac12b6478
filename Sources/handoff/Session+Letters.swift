internal import Briefs
internal import Mail
internal import Workspace

/// A message that could go out now.
struct Letter {
  let kind: EmailKind
  let email: SummaryEmail
  let message: EmailMessage

  /// Everybody who gets it.
  var recipients: [MailAddress] { message.to + message.cc }
}

/// The words of a summary with the number that history gives them.
struct Edition {
  let brief: Brief
  let revision: Int
}

extension Session {
  /// The summary as it is now, or one of its revisions.
  func edition(of target: Target, number: Int? = nil) throws -> Edition {
    let revisions = try summaryRevisions(of: target.brief, in: target.file)
    revisions.warnOfCut()
    guard let number else {
      let words = SummaryContent(of: target.brief, kind: .call).digest
      let present = revisions.newestRevision(withWords: words)?.number
      return Edition(brief: target.brief, revision: present ?? revisions.all.count + 1)
    }
    return Edition(
      brief: try revisions.named(number, of: target.name).brief, revision: number)
  }

  /// The message of a kind that carries an edition; whom it is for is asked nobody.
  func letter(
    _ edition: Edition, of target: Target, as kind: EmailKind, _ mailing: MailingOptions,
    to chosen: [MailAddress]? = nil
  ) throws -> Letter {
    let to = try chosen ?? recipients(of: target.brief, kind, named: mailing.to)
    let cc = try people(mailing.cc, of: target.brief)
      .filter { copy in !to.contains { $0.isSame(as: copy.address) } }
    let content = try content(
      of: edition.brief, as: kind, includesTerms: mailing.terms, name: target.name)
    let email = try email(content, of: target.brief, as: kind, to: to)
    let from = try sender()
    let message = try CommandFailure.catchingFault { () throws(MailFault) in
      try EmailMessage(
        email, of: target.brief, revision: edition.revision, from: from, to: to, cc: cc,
        date: Environment.secondsSince1970, isTagged: !mailing.noTag)
    }
    return Letter(kind: kind, email: email, message: message)
  }

  /// Those who were named, else the client's people; an introduction is for the receiver as well.
  func recipients(
    of brief: Brief, _ kind: EmailKind, named names: [String]
  ) throws -> [MailAddress] {
    var to = names.isEmpty ? try clients(of: brief) : try people(names, of: brief)
    if !to.isEmpty, to.allSatisfy({ policy.person($0.address) != nil }) {
      let names = to.map(\.address).joined(separator: ", ")
      throw CommandFailure(
        "\(names) is on the roster, and the summary is for the client", kind: .refused,
        hints: ["say whom of the client's people: --to ana@acme.example"])
    }
    if kind == .introduction, let receiver = try receiver(of: brief),
      !to.contains(where: { $0.isSame(as: receiver.address) })
    {
      to.append(receiver)
    }
    return to
  }
}
