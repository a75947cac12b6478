internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Mail

/// Shows what a client would read.
struct EmailShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the summary email as the client would read it.",
    discussion: """
      handoff email show acme-onboarding --kind final
      handoff email show acme-onboarding --format eml --draft > summary.eml

      Nothing of the front-matter is in it but names, addresses, the account and, in a final \
      summary, the words of the promises and exclusions. --draft makes a mail program open the \
      file for editing. The words around the summary are a team's own where it has \
      templates/email; --say gives those to say: at the end of a call, before the handover \
      (--kind final), and at the start of the receiver's first meeting (--kind introduction). What \
      would tell the client anything internal is named on standard error, and so are subject and \
      recipients.
      """)

  /// The forms of a message.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case html
    case eml
    case mailto
  }

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "Which: \(EmailKind.allCases.map(\.rawValue).joined(separator: ", ")).")
  var kind: EmailKind = .call

  @Option(help: "How to write it: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
  var format: Format = .text

  @Flag(help: "Make the file of --format eml a draft that a mail program opens for editing.")
  var draft = false

  @Flag(help: "Show instead what to say when a message of the kind is due.")
  var say = false

  @Option(help: "Show a revision of the summary by its number: handoff email log BRIEF.")
  var revision: Int?

  @OptionGroup var mailing: MailingOptions

  func run() throws {
    let session = try Session()
    let target = try session.target(brief)
    session.tellUnrecorded(of: target)
    if say { return try session.giveSpokenWords(of: target, as: kind) }
    let edition = try session.edition(of: target, number: revision)
    let letter = try session.letter(edition, of: target, as: kind, mailing, in: .showing)
    try session.tellLeaks(in: letter, of: target, isRevision: revision != nil)
    if format == .text || format == .html { Console.tellEnvelope(of: letter) }
    switch format {
    case .text: try Console.give(letter.email.text)
    case .html: try Console.give(letter.email.html)
    case .eml:
      var message = letter.message
      message.isDraft = draft
      try Console.give(message.bytes)
    case .mailto:
      let link = MailtoLink(letter.message)
      try Console.give(link.text)
      if link.isOverLong {
        Console.say(
          "the link is \(link.text.utf8.count) characters long, and some programs cut it at "
            + "\(MailtoLink.limit); --format eml --draft has no limit")
      }
    }
  }

  func validate() throws {
    if draft, format != .eml {
      throw ValidationError("--draft goes with --format eml")
    }
  }
}

extension Session {
  fileprivate func giveSpokenWords(of target: Target, as kind: EmailKind) throws {
    let from = target.brief.fields.string(.from)
    let sender = try from.map { try colleague($0) } ?? sender()
    let fields = EmailFields(
      of: target.brief, clients: try clients(of: target.brief), sender: sender,
      receiver: try receiver(of: target.brief))
    let template = try template(kind.spokenTemplate, for: .showing)
    let words = try CommandFailure.catchingFault { () throws(MailFault) in
      try template.spoken(with: fields)
    }
    try Console.give(words)
  }
}

extension Console {
  /// Says on standard error to whom a message would go and what it would be about.
  fileprivate static func tellEnvelope(of letter: Letter) {
    for line in letter.envelope { say(line) }
    if letter.message.to.isEmpty { say("To: nobody yet; give a stakeholder an address, or --to") }
  }

  /// Writes bytes that were asked for; what nobody got is a failure.
  static func give(_ bytes: [UInt8]) throws {
    guard write(bytes) else { throw CommandFailure("the answer could not be written") }
  }
}
