internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Gives a brief back to its sender, with what is missing.
struct ReturnBrief: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: "Give a brief back to its sender, with reasons.",
    discussion: """
      handoff return acme-onboarding --reason missing-exclusion --item P-HH1W --note "Training?"

      For the receiver or a stand-in. Whoever only wants to know something asks: handoff ask.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(
    help: ArgumentHelp(
      "Why: \(Self.reasons.joined(separator: ", ")) (can be repeated).", valueName: "reason"))
  var reason: [String] = []

  @Option(help: "An item that it is about, such as P-HH1W (can be repeated).")
  var item: [String] = []

  @Option(help: "What else the sender should know.")
  var note: String?

  func run() throws {
    let session = try Session()
    let person = try session.member()
    let target = try session.target(brief, for: .return)
    let reasons = try Self.known(reason.isEmpty ? Self.askedReasons() : reason)
    try requireItems(of: target)
    let record = session.newReturn(of: target, by: person, reasons, items: item, note: note)
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in try editor.sendBack(record, to: .returned)
    }
    try session.requireSound(draft, of: target, for: .return)
    let names = reasons.joined(separator: ", ")
    try session.commit(
      draft, of: target, as: .return, saying: "returned (\(names))", reason: note)
    let sender = target.brief.fields.string(.from).map { session.policy.person($0)?.label ?? $0 }
    Console.say(
      "\(target.name) is back at \(sender ?? "the sender"): \(names); they mend it and run: "
        + "handoff answer \(target.name.shellWord)/\(record.id) \"…\"")
  }

  /// The named gaps; `reopened` is written by `handoff reopen`.
  private static let reasons = Catalogue.returnReasons.filter { $0 != "reopened" }

  private static func known(_ typed: [String]) throws -> [String] {
    for reason in typed where !reasons.contains(reason) {
      throw CommandFailure.unknownName(reason, "reason", reasons)
    }
    return typed
  }

  /// The reasons as somebody types them on a terminal.
  static func askedReasons() throws -> [String] {
    let choices = reasons.joined(separator: ", ")
    guard Console.canAsk else {
      throw CommandFailure(
        "a return needs at least one reason", hints: ["say why: --reason \(choices)"])
    }
    while let answer = Console.ask("Why does it go back (\(choices))?") {
      let typed = answer.split { $0 == "," || $0 == " " }.map { String($0) }
      if !typed.isEmpty, typed.allSatisfy(reasons.contains) { return typed }
      Console.say("“\(answer)” is none of the reasons")
    }
    throw CommandFailure("a return needs at least one reason")
  }

  private func requireItems(of target: Session.Target) throws {
    for id in item where target.brief.item(id) == nil {
      let near = NearestName.of(id, among: target.brief.items.compactMap(\.id))
      throw CommandFailure(
        "\(target.name) has no item \(id)",
        hints: [near.map { "did you mean \($0)?" } ?? "see its items: handoff show \(brief)"])
    }
  }
}

extension Session {
  /// A return as it is recorded now, under an id of its own.
  func newReturn(
    of target: Target, by person: Person, _ reasons: [String], items: [String] = [],
    note: String?
  ) -> NewReturn {
    var generator = SystemRandomNumberGenerator()
    return NewReturn(
      id: ItemID.mint(for: .returns, unlike: target.brief.itemIDs, using: &generator),
      by: person.email, at: Instant.text(secondsSince1970: Environment.secondsSince1970),
      reasons: reasons, items: items, note: note)
  }
}
