internal import Briefs
internal import Diagnostics

/// The revisions of a summary email, ready to be shown in any ``DocumentFormat``.
package struct SummaryLogReport: Sendable {
  let log: SummaryLog

  package init(_ log: SummaryLog) {
    self.log = log
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text:
      ([title.onOneLine.styled(.bold, if: isColored)] + notes
        + groups.flatMap { [""] + $0.textLines(isColored: isColored) })
        .map { $0 + "\n" }.joined()
    case .json: json.text + "\n"
    case .markdown:
      (["# \(title.onOneLine.escapedForMarkdown)\n"]
        + notes.map { $0.escapedForMarkdown + "\n" } + groups.map(\.markdown))
        .joined(separator: "\n")
    }
  }

  private var title: String { BriefHeader.title(of: log.brief) }

  /// What a reader must know of the whole list.
  private var notes: [String] {
    [
      log.isCutShort ? Words.cutShort : nil,
      log.isUncommitted ? Words.uncommitted : nil,
    ].compactMap { $0 }
  }

  private var groups: [BriefOutline.Group] {
    let revisions = BriefOutline.Group(
      title: "Revisions of the summary", entries: log.revisions.map(entry),
      absence: log.revisions.isEmpty ? Words.noRevision : nil)
    let others = [(Words.unmatched, log.unmatched), ("Introductions", log.introductions)]
    return [revisions]
      + others.filter { !$0.1.isEmpty }.map { title, emails in
        BriefOutline.Group(
          title: title,
          entries: emails.map { email in
            BriefOutline.Entry(
              name: "", text: email.sentence, details: [email.answer].compactMap { $0 },
              isWithdrawn: false)
          })
      }
  }

  private func entry(_ revision: SummaryLog.Revision) -> BriefOutline.Entry {
    let sections = log.changedSections(of: revision).map { $0.isEmpty ? "the opening" : $0 }
    let words = [
      "\(revision.day)", revision.author.name.shortened(to: 60),
      String(revision.commit.prefix(12)), sections.joined(separator: ", "),
    ]
    let emails = revision.emails.flatMap { [$0.sentence, $0.answer].compactMap { $0 } }
    return BriefOutline.Entry(
      name: "\(revision.number)", text: words.filter { !$0.isEmpty }.joined(separator: " · "),
      details: emails.isEmpty ? ["not sent"] : emails, isWithdrawn: false)
  }
}

extension SummaryLog.Email {
  /// What was sent, when and to whom.
  var sentence: String {
    let fields = record.fields
    let kind =
      switch fields.string(.kind) {
      case "call": "call summary"
      case "final": "final summary"
      case let other: other ?? "email"
      }
    let terms = includesTerms == true ? " with terms" : ""
    let receivers = fields.list(.to).map(\.string).joined(separator: ", ")
    guard let sent = fields.string(.sent) else { return "\(kind)\(terms), not sent" }
    return "\(kind)\(terms), sent \(sent)" + (receivers.isEmpty ? "" : " to \(receivers)")
  }

  /// What the client answered; nil where nothing was asked.
  var answer: String? {
    let fields = record.fields
    guard fields.string(.kind) != "introduction" else { return nil }
    guard let reply = fields.string(.reply), reply != "none" else {
      if let excuse { return excuseSentence(excuse) }
      return fields.string(.sent) == nil ? nil : Words.silence
    }
    let person = fields.string(.repliedBy).map { " by \($0)" } ?? ""
    let day = fields.string(.replied).map { " on \($0)" } ?? ""
    let note = fields.string(.note).map { ": “\($0.shortened(to: 300))”" } ?? ""
    return reply + person + day + road + note
  }

  /// Why the work starts without an answer, where somebody said that.
  var excuse: String? {
    guard record.string(.reply) == "none", let note = record.string(.note), !note.isBlank else {
      return nil
    }
    return note
  }

  private func excuseSentence(_ excuse: String) -> String {
    let person = record.string(.repliedBy).map { " by \($0)" } ?? ""
    let day = record.string(.replied).map { " on \($0)" } ?? ""
    return "\(Words.silence); started all the same\(person)\(day): “\(excuse.shortened(to: 300))”"
  }

  /// How the answer came, and that nothing of it was kept where that is so.
  private var road: String {
    guard let how = record.string(.how) else { return "" }
    return record.string(.evidence) == nil ? ", \(how), as reported" : ", \(how)"
  }
}

private enum Words {
  static let cutShort =
    "History is cut short here: there may be older revisions, and then the numbers are higher."
  static let uncommitted = "The summary in the file is not committed: it is no revision yet."
  static let noRevision = "none: no commit has a word of it"
  static let unmatched = "Sent in words that no revision has"
  static let silence = "no answer yet"
}
