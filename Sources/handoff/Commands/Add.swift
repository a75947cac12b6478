internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Adds an item to a brief.
struct Add: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add a promise, an exclusion, a risk or another item to a brief.",
    discussion: """
      handoff add acme-onboarding promise "Weekly revenue report" --due 2026-09-01 --bounded-by X-ZDBJ
      handoff add acme-onboarding term "10% discount in year one" --kind pricing

      Mints the item's id and prints it. Nothing is committed.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Argument(
    help: """
      What to add: promise, exclusion, expectation, term, stakeholder, criterion, risk, \
      requirement, objection, sensitivity, support, question, evidence, incident, waiver or \
      left_behind.
      """)
  var list: String

  @Argument(
    help: """
      Its words; the name of a stakeholder, the metric of a criterion, the address of a supporter, the file or page of \
      evidence.
      """)
  var text: [String] = []

  @OptionGroup(title: "Fields") var options: ItemOptions

  func run() throws {
    let session = try Session()
    if ItemList(typed: brief) != nil, ItemList(typed: list) == nil {
      throw CommandFailure(
        "the brief comes first, then what to add",
        hints: ["type: handoff add \(list) \(brief) \"…\""])
    }
    let (file, brief) = try session.brief(brief)
    let target = Session.Target(file: file, brief: brief, item: nil)
    let list = try listToExtend(of: target)
    var generator = SystemRandomNumberGenerator()
    let id = ItemID.mint(for: list, unlike: brief.itemIDs, using: &generator)
    let item = try item(in: list, as: id, of: target, session)
    try session.revise(target) { editor throws(EditingError) in
      try editor.add(item.values, to: list)
    }
    let name = item.has(.id) ? id : list.noun
    try Console.give(name)
  }

  private func listToExtend(of target: Session.Target) throws -> ItemList {
    guard let list = ItemList(typed: list) else {
      throw CommandFailure.unknownName(
        self.list, "list of a brief", ItemList.allCases.flatMap(\.typedNames))
    }
    guard ![ItemList.approvals, .returns, .emails].contains(list) else {
      throw CommandFailure(
        "a record under `\(list.rawValue)` is written into the file by whoever it speaks for",
        hints: [
          "write it in an editor, then see what it lacks: handoff check \(target.file.displayPath)"
        ])
    }
    return list
  }

  private func item(
    in list: ItemList, as id: String, of target: Session.Target, _ session: Session
  ) throws -> NewItem {
    var item = NewItem(in: list, id: id)
    do {
      if !text.isEmpty {
        let words = text.joined(separator: " ")
        let place = list == .evidence ? session.evidencePlace(words) : nil
        try item.set(place?.field ?? list.oneLineField, to: [place?.value ?? words])
      }
      for field in options.typed { try item.set(field.name, to: field.values) }
      if list == .evidence, let file = options.file { try session.requireFile(file) }
      try fillIn(&item, of: target.brief, session)
      for specification in item.missing {
        guard Console.canAsk, let answer = Console.ask(question(for: specification, list)) else {
          break
        }
        try item.set(specification.name, to: [answer])
      }
    } catch let fault as FieldInput.Fault {
      throw CommandFailure(fault)
    }
    guard item.missing.isEmpty else { throw CommandFailure.incomplete(item) }
    return item
  }

  /// What need not be typed: that it is open, that it came up late, who records it and when.
  private func fillIn(_ item: inout NewItem, of brief: Brief, _ session: Session) throws {
    if item.list == .risks || item.list == .requirements {
      if !item.has(.status) { try item.set(.status, to: ["open"]) }
      if brief.status?.isAcceptedOrLater == true, !item.has(.raised) {
        try item.set(.raised, to: ["\(Environment.today)"])
      }
    }
    let missing = item.missing.map(\.name)
    if missing.contains(.at) {
      try item.set(.at, to: [Instant.text(secondsSince1970: Environment.secondsSince1970)])
    }
    if missing.contains(.by) { try item.set(.by, to: [try session.author()]) }
  }

  private func question(for specification: FieldSpecification, _ list: ItemList) -> String {
    "\(list.noun), \(specification.name.rawValue)\(specification.choices):"
  }
}

extension Session {
  /// Refuses evidence in a file that is not there.
  fileprivate func requireFile(_ path: String) throws {
    guard tree.bytes(of: path) == nil else { return }
    throw CommandFailure(
      "there is no file \(path) in the repository",
      hints: ["name it from the top of the repository, such as evidence/acme/call.vtt"])
  }

  /// What was typed as evidence, where it is a page, or a file by its path from here or the top.
  fileprivate func evidencePlace(_ typed: String) -> (field: FieldName, value: String)? {
    if ["http://", "https://"].contains(where: { typed.utf8.starts(with: $0.utf8) }) {
      return (.url, typed)
    }
    if tree.bytes(of: typed) != nil { return (.file, typed) }
    // What is no path from here is no path at all, but words.
    guard let path = try? Arguments.paths([typed], in: repository).first else { return nil }
    let fromTop = String(decoding: path, as: UTF8.self)
    return tree.bytes(of: fromTop) == nil ? nil : (.file, fromTop)
  }
}

extension FieldSpecification {
  /// The words that may stand there, in brackets, where there are only some.
  fileprivate var choices: String {
    guard case .choice(let words) = kind else { return "" }
    return " (\(words.joined(separator: ", ")))"
  }

  /// How the field is given to `add`.
  fileprivate var option: String {
    let words = name.rawValue.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
    return "--\(String(decoding: words, as: UTF8.self))\(choices)"
  }
}

extension CommandFailure {
  fileprivate static func incomplete(_ item: NewItem) -> CommandFailure {
    let needed = item.missing.map { specification in
      specification.name == item.list.oneLineField ? "its words" : specification.option
    }
    return CommandFailure(
      "\(item.list.noun.withArticle) needs \(needed.joined(separator: ", "))",
      hints: ["nothing was written; type the command again with it"])
  }
}
