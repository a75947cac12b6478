internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Finds a client's words in the evidence, and writes where they stand.
struct Cite: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the client's words in the evidence; write source and quote.",
    discussion: """
      handoff cite acme-onboarding/P-HH1W "weekly revenue report by the first of September"

      Letter case, spaces and quotation marks need not agree. The quote is written as the evidence \
      has it. A source in the same evidence is replaced, those in other evidence stay. Nothing is \
      committed.
      """)

  @Argument(help: "BRIEF/ITEM, such as acme-onboarding/P-HH1W.")
  var item: String

  @Argument(help: "The words to find; the item's quote where none are given.")
  var words: [String] = []

  @Option(name: .customLong("in"), help: "Only in this piece of evidence, such as E1.")
  var evidence: String?

  @Option(
    help: "The place to take where the words stand at several, such as E1#L14 or E1@00:14:20.")
  var at: String?

  func run() throws {
    let session = try Session()
    let (file, brief, item) = try session.item(item)
    let target = Session.Target(file: file, brief: brief, item: item)
    guard let id = item.id else { throw CommandFailure("\(self.item) has no id") }
    let words = words.isEmpty ? item.string(.quote) ?? "" : words.joined(separator: " ")
    guard !words.isBlank, !words.isEllipsis else {
      throw CommandFailure(
        "there are no words to find", hints: ["type them: handoff cite \(self.item) \"…\""])
    }
    if let evidence { try check(evidence, in: brief, target.name) }
    let search = CitationSearch(for: words, in: brief, of: evidence, files: session.tree)
    let match = try chosen(from: search, words, target.name)
    let place = FieldPlace.item(.id(id), in: item.list)
    let sources = item.sources(with: match.source)
    try session.revise(target) { editor throws(EditingError) in
      try editor.set(
        .source, to: sources.count == 1 ? .text(sources[0]) : .words(sources), in: place)
      try editor.set(.quote, to: .text(match.occurrence.words), in: place)
    }
    Console.explain("\(self.item) cites \(match.source)".escapingControls)
    Console.explain("  “\(match.occurrence.words)”".escapingControls)
  }

  private func check(_ evidence: String, in brief: Brief, _ name: String) throws {
    guard brief.item(evidence, in: .evidence) == nil else { return }
    let known = brief.items(in: .evidence).compactMap(\.id)
    if known.isEmpty, !brief.items(in: .evidence).isEmpty { throw CommandFailure.noIDs(name) }
    throw CommandFailure(
      "\(name) has no evidence \(evidence)",
      hints: [
        known.isEmpty
          ? "add some: handoff add \(name) evidence --kind call-notes --file FILE"
          : "there are: \(known.joined(separator: ", "))"
      ])
  }

  private func chosen(
    from search: CitationSearch, _ words: String, _ name: String
  ) throws -> CitationSearch.Match {
    if let at {
      let there = search.matches.filter { $0.stands(at: at) }
      guard let match = there.first else {
        throw CommandFailure(
          "the words do not stand at \(at)", kind: .refused, hints: search.matches.map(\.line))
      }
      return there.allSatisfy { $0.source == match.source } ? match : try asked(for: there)
    }
    switch search.matches.count {
    case 1: return search.matches[0]
    case 0: throw CommandFailure(nothingFoundIn: search, words, name)
    default: return try asked(for: search.matches)
    }
  }

  private func asked(for matches: [CitationSearch.Match]) throws -> CitationSearch.Match {
    guard Console.canAsk else {
      throw CommandFailure(
        "the words stand at \(matches.count) places; say which with --at",
        hints: matches.prefix(Cite.shownPlaces).map(\.line))
    }
    for (index, match) in matches.prefix(Cite.shownPlaces).enumerated() {
      Console.explain("  \(index + 1)  \(match.line)".escapingControls)
    }
    guard let answer = Console.ask("Which of them (a number)?"), let number = answer.utf8.decimal,
      matches.indices.contains(number - 1)
    else { throw CommandFailure("no place was chosen; nothing was written") }
    return matches[number - 1]
  }

  private static let shownPlaces = 20
}

extension CitationSearch.Match {
  fileprivate var line: String { "\(source): \(occurrence.words.shortened(to: 90))" }
}

extension Item {
  /// The item's sources with a new one in place of those of the same evidence.
  fileprivate func sources(with new: String) -> [String] {
    let evidence = SourceReference(new)?.evidence
    let others = fields.list(.source).map(\.string).filter {
      SourceReference($0)?.evidence != evidence
    }
    return others + [new]
  }
}

extension CommandFailure {
  fileprivate init(nothingFoundIn search: CitationSearch, _ words: String, _ name: String) {
    if search.hasNameless, search.notes.isEmpty, !search.hasSearched {
      self = .noIDs(name)
      return
    }
    guard search.hasSearched else {
      self.init(
        "\(name) has no evidence in the repository that could be searched",
        hints: search.notes + [
          "add some: handoff add \(name) evidence --kind call-notes --file FILE"
        ])
      return
    }
    let nameless =
      search.hasNameless
      ? ["evidence without an id was not searched; it gets one by: handoff fmt \(name)"] : []
    let near = search.nearest.isEmpty ? [] : ["the nearest lines:"] + search.nearest.map(\.line)
    self.init(
      "“\(words.shortened(to: 60))” stands nowhere in the evidence", kind: .refused,
      hints: near + search.notes + nameless)
  }

  fileprivate static func noIDs(_ name: String) -> CommandFailure {
    CommandFailure(
      "the evidence of \(name) has no ids to cite it by",
      hints: ["give it some: handoff fmt \(name); then type the command again"])
  }
}
