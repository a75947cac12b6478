internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Retires an item with a reason, and keeps it in the file.
struct Withdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Retire an item with a reason; it stays in the file.",
    discussion: """
      The only way for a promise, an exclusion, a term or a risk to stop holding. Nothing is \
      committed.
      """)

  @Argument(help: "BRIEF/ITEM, such as acme-onboarding/P-HH1W.")
  var item: String

  @Option(help: "Why it no longer holds.")
  var reason: String?

  func run() throws {
    let session = try Session()
    let (file, brief, item) = try session.item(item)
    let target = Session.Target(file: file, brief: brief, item: item)
    guard let id = item.id else { throw CommandFailure("\(self.item) has no id") }
    if item.isWithdrawn {
      throw CommandFailure(
        "\(item.label) is withdrawn already: \(item.string(.withdrawn) ?? "")", kind: .refused)
    }
    let reason = try reason ?? asked(about: item)
    guard !reason.isBlank, !reason.isEllipsis else {
      throw CommandFailure(
        "“\(reason)” is no reason to withdraw \(item.label)", kind: .refused,
        hints: ["say why it no longer holds: --reason \"…\""])
    }
    let value = try input(reason, list: item.list)
    try session.revise(target) { editor throws(EditingError) in
      try editor.set(.withdrawn, to: value, in: .item(.id(id), in: item.list))
    }
    Console.explain("\(item.label) is withdrawn".escapingControls)
  }

  private func asked(about item: Item) throws -> String {
    guard Console.canAsk,
      let answer = Console.ask("Why does \(item.label) no longer hold?".escapingControls)
    else {
      throw CommandFailure(
        "a withdrawal needs a reason",
        hints: ["say why it no longer holds: handoff withdraw \(self.item) --reason \"…\""])
    }
    return answer
  }

  private func input(_ reason: String, list: ItemList) throws -> FieldValue {
    let specification = Catalogue.fields(of: list).first { $0.name == .withdrawn }
    guard let specification else {
      throw CommandFailure(
        "\(list.noun.withArticle) stays on record and cannot be withdrawn", kind: .refused)
    }
    do {
      return try FieldInput.value([reason], for: specification)
    } catch {
      throw CommandFailure(error)
    }
  }
}
