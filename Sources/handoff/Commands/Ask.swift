internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Asks a question about a brief, without giving it back.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Ask a question about a brief, without giving it back.",
    discussion: """
      handoff ask acme-onboarding "Who owns the ERP?" --item P-HH1W

      The question waits for the sender, or for whom you name. A brief with an open question \
      cannot be accepted; one that was goes back to review until it is answered, and its \
      approvals go on holding.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Argument(help: "The question.")
  var question: [String]

  @Option(help: "Who is asked: an address; the other owner where it is left out.")
  var to: String?

  @Option(help: "An item that it is about, such as P-HH1W (can be repeated).")
  var item: [String] = []

  func run() throws {
    let session = try Session()
    let person = try session.member()
    let target = try session.target(brief, for: .ask)
    let asked = to ?? otherOwner(of: target.brief, than: person, session.policy)
    var generator = SystemRandomNumberGenerator()
    let id = ItemID.mint(for: .questions, unlike: target.brief.itemIDs, using: &generator)
    let record = try record(id, by: person, to: asked)
    let isAccepted = target.brief.status?.isAcceptedOrLater ?? false
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in
      try editor.add(record.values, to: .questions)
      if isAccepted { try editor.move(to: .review) }
    }
    try session.requireSound(draft, of: target, for: .ask)
    let words = question.joined(separator: " ").shortened(to: 80)
    try session.commit(draft, of: target, as: .ask, saying: "question \(id): \(words)")
    if isAccepted { Console.say("\(target.name) is in review until the question is answered") }
    let name = asked.map { session.policy.person($0)?.label ?? $0 } ?? "whoever knows"
    Console.say(
      "\(name) answers with: handoff answer \("\(target.name)/\(id)".shellWord) \"…\"")
    try Console.give(id)
  }

  private func record(_ id: String, by person: Person, to asked: String?) throws -> NewItem {
    var record = NewItem(in: .questions, id: id)
    do {
      try record.set(.text, to: [question.joined(separator: " ")])
      try record.set(.by, to: [person.email])
      try record.set(.at, to: [Instant.text(secondsSince1970: Environment.secondsSince1970)])
      if let asked { try record.set(.to, to: [asked]) }
      if !item.isEmpty { try record.set(.items, to: item) }
    } catch {
      throw CommandFailure(error)
    }
    return record
  }

  /// The sender, or the receiver where the sender asks.
  private func otherOwner(of brief: Brief, than person: Person, _ policy: Policy) -> String? {
    let (from, to) = (brief.fields.string(.from), brief.fields.string(.to))
    let isSender = from.map { policy.isSamePerson($0, person.email) } ?? false
    return isSender ? to : from
  }
}
