internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Begins a brief.
struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a brief of a type, with every key that it needs.",
    discussion: """
      handoff new sales-to-onboarding --account "Acme GmbH" --to sam@northwind.example

      Asks on a terminal for what is not given. Prints the path of the new file; nothing is \
      committed.

      With --after, what is still open in the earlier brief of the account is carried on with its \
      sources, and so are stakeholders and open requirements, account, deal and the summary that \
      the client confirmed last. Who took that brief over hands this one on.
      """)

  @Argument(
    help: ArgumentHelp(
      "The type of handoff: \(BriefType.builtIn.keys.sorted().joined(separator: ", ")), or one of "
        + "the team's own.", valueName: "type"))
  var type: String

  @Option(help: "The customer.") var account: String?
  @Option(help: "Who takes over: an address.") var to: String?
  @Option(help: "Who hands over; left out: who took over the brief before, else you.")
  var from: String?
  @Option(help: "The deal in the CRM: its page or number.") var deal: String?
  @Option(help: "What the customer wants to reach.") var goal: String?
  @Option(help: "The brief's id; made from account and type where it is left out.") var id: String?
  @Option(help: "An earlier brief of the account (can be repeated, the latest last).")
  var after: [String] = []

  func run() throws {
    let session = try Session()
    let type = try session.type(named: type)
    let targets = try after.map { try session.brief($0) }
    let earlier = targets.map(\.brief)
    let predecessor = try targets.last.map { try Predecessor($0.brief, in: $0.file, session) }
    let account = sameAccount(as: predecessor?.account)
    let known = NewBriefAnswers(
      account: account ?? predecessor?.account, to: to, deal: deal ?? predecessor?.deal,
      goal: goal)
    let answers = try known.completed(with: session.policy, on: Environment.today)
    var generator = SystemRandomNumberGenerator()
    let carried = CarriedItems(from: earlier, using: &generator)
    let id = try briefID(for: answers, type, session)
    let canName = BriefName.canName(answers.account)
    let slug = canName ? BriefName.slug(ofAccount: answers.account) : id
    let brief: Brief
    do {
      brief = try NewBrief(
        id: id, type: type,
        fields: try fields(
          answers, earlier: earlier, from: from ?? predecessor?.receiver ?? session.author()),
        carried: carried, summary: predecessor?.summary
      ).brief()
    } catch let fault as FieldInput.Fault {
      throw CommandFailure(fault)
    } catch let error as EditingError {
      throw CommandFailure(error.description)
    }
    guard let path = NewBriefPlace.path(of: id, account: slug, in: session.places) else {
      throw CommandFailure(
        "`briefs` in handoff.yaml names no folder that a new brief could go to",
        hints: ["let it be, for instance: briefs: handoffs/**/*.md"])
    }
    try session.create(brief.source.bytes, at: path)
    try Console.give(String(decoding: path, as: UTF8.self).escapingControls)
    warn(of: answers, type, id, session.policy)
    explain(id, carried, earlier)
    tellSuccessors(of: earlier, unlike: id, session)
    if let predecessor { Console.say(predecessor.words) }
    Console.explain(
      """
      next: handoff add \(id) promise "…"
            handoff checklist \(id)
      """)
  }

  private func briefID(
    for answers: NewBriefAnswers.Complete, _ type: BriefType, _ session: Session
  ) throws -> String {
    let versions = session.finder.versions
    let taken = versions.compactMap { $0.brief?.id } + versions.map(\.stem)
    guard let id else {
      guard BriefName.canName(answers.account) else {
        throw CommandFailure(
          "no id can be made from the letters of “\(answers.account)”",
          hints: ["give one: --id ID, in lower-case letters, digits and hyphens"])
      }
      return BriefName.id(ofAccount: answers.account, type: type.name) { taken.contains($0) }
    }
    guard Identifiers.isBriefID(id) else {
      throw CommandFailure(
        "\(id) is no id for a brief",
        hints: ["use lower-case letters, digits and hyphens, such as acme-onboarding"])
    }
    guard !taken.contains(id) else {
      throw CommandFailure(
        "there is a brief \(id) already; nothing was overwritten", kind: .refused,
        hints: ["see it: handoff show \(id)"])
    }
    return id
  }

  /// What is allowed and yet seldom meant: a second brief, a receiver whom nobody knows.
  private func warn(
    of answers: NewBriefAnswers.Complete, _ type: BriefType, _ id: String, _ policy: Policy
  ) {
    let usual = BriefName.id(ofAccount: answers.account, type: type.name) { _ in false }
    if self.id == nil, !usual.utf8.elementsEqual(id.utf8) {
      Console.explain("there is \(usual) already, so this one is \(id)".escapingControls)
    }
    if policy.person(answers.to.asciiLowercased) == nil {
      Console.explain("\(answers.to) is not on the roster in handoff.yaml".escapingControls)
      Console.explain("  add them there, or name another: handoff set \(id) to ADDRESS")
    }
  }

  private func fields(
    _ answers: NewBriefAnswers.Complete, earlier: [Brief], from: String
  ) throws(FieldInput.Fault) -> [(FieldName, FieldValue)] {
    let typed: [(FieldName, [String])] = [
      (.account, [answers.account]), (.deal, [answers.deal ?? ""]),
      (.after, earlier.compactMap(\.id)), (.from, [from]), (.to, [answers.to]),
      (.goal, [answers.goal ?? ""]),
    ]
    var fields: [(FieldName, FieldValue)] = []
    for (name, words) in typed where !words.allSatisfy(\.isWhiteSpace) {
      guard let specification = Catalogue.brief.first(where: { $0.name == name }) else { continue }
      fields.append((name, try FieldInput.value(words, for: specification)))
    }
    return fields
  }

  /// The account as it was typed, or as the earlier brief calls the same customer.
  private func sameAccount(as earlier: String?) -> String? {
    guard let account, let earlier, !account.utf8.elementsEqual(earlier.utf8),
      BriefName.canName(account), BriefName.canName(earlier),
      BriefName.slug(ofAccount: account).utf8.elementsEqual(
        BriefName.slug(ofAccount: earlier).utf8)
    else { return account }
    Console.say("the account is called “\(earlier)”, as in the brief before, not “\(account)”")
    return earlier
  }

  /// Says where an earlier brief has a successor already.
  private func tellSuccessors(of earlier: [Brief], unlike id: String, _ session: Session) {
    for name in earlier.compactMap(\.id) {
      let others = session.finder.versions.compactMap(\.brief).filter { brief in
        brief.status != .cancelled
          && brief.fields.list(.after).contains { $0.string.utf8.elementsEqual(name.utf8) }
      }.compactMap(\.id).filter { !$0.utf8.elementsEqual(id.utf8) }
      guard let other = others.first else { continue }
      Console.say("\(name) has a successor already, \(others.joined(separator: " and "))")
      Console.say(
        "  where this one is not wanted, delete its file; see the other: handoff show "
          + other.shellWord)
    }
  }

  private func explain(_ id: String, _ carried: CarriedItems, _ earlier: [Brief]) {
    if !carried.entries.isEmpty {
      let names = earlier.compactMap(\.id).joined(separator: ", ")
      Console.explain("carried on from \(names): \(carried.summary)".escapingControls)
    }
    let left = earlier.flatMap(\.leftInPlace).filter { goal == nil || $0 != "goal" }
    if !left.isEmpty {
      Console.explain(
        "not carried on, write what still holds: \(left.uniqued.joined(separator: ", "))"
          .escapingControls)
    }
    for name in carried.nameless {
      Console.explain(
        "\(name) has items without ids, which were not carried on: run handoff fmt \(name)"
          .escapingControls)
    }
  }
}

extension Brief {
  /// What it says that belongs to this handoff alone, such as `goal` or `2 success_criteria`.
  fileprivate var leftInPlace: [String] {
    let own = [FieldName.goal, .goLive, .kickoff].filter { fields.string($0) != nil }
      .map(\.rawValue)
    let lists = [ItemList.successCriteria, .support].compactMap { list -> String? in
      let count = standingItems(in: list).count
      if count == 0 { return nil }
      return count == 1 ? "1 \(list.noun)" : "\(count) \(list.rawValue)"
    }
    let questions = openQuestions.count
    let open = questions == 0 ? [] : ["\(questions) open question\(questions == 1 ? "" : "s")"]
    let blocks = [Block.firstMilestone, .followUp].filter { block($0) != nil }.map(\.rawValue)
    return own + lists + open + blocks
  }
}

extension [String] {
  /// Each once, in their order.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}

extension CarriedItems {
  /// How many items of each list, such as `2 promises, 1 exclusion`.
  fileprivate var summary: String {
    ItemList.allCases.compactMap { list in
      let count = entries.count { $0.list == list }
      if count == 0 { return nil }
      return count == 1 ? "1 \(list.noun)" : "\(count) \(list.rawValue)"
    }.joined(separator: ", ")
  }
}
