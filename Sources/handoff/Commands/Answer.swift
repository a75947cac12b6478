internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Answers a question about a brief, or the reasons of a return.
struct Answer: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer a question, or say how the gaps of a return were mended.",
    discussion: """
      handoff answer acme-onboarding/Q-7K3F "Ana Ruiz owns it."

      Where only one question or return is open, the brief's name is enough.
      """)

  @Argument(help: "A brief, or BRIEF/QUESTION or BRIEF/RETURN.")
  var item: String

  @Argument(help: "The answer.")
  var answer: [String]

  func run() throws {
    let session = try Session()
    let person = try session.member()
    let target = try session.target(item)
    let item = try target.item ?? onlyOpen(of: target)
    try session.requireCommittable(target)
    guard let id = item.id, item.list == .questions || item.list == .returns else {
      throw CommandFailure(
        "\(item.label) is no question and no return", kind: .refused,
        hints: ["see what is open: handoff checklist \(target.name.shellWord)"])
    }
    let values = try fields(of: item.list, by: person)
    let draft = try session.draft(of: target.brief, named: target.name) {
      editor throws(EditingError) in
      for (name, value) in values {
        try editor.set(name, to: value, in: .item(.id(id), in: item.list))
      }
    }
    try session.requireSound(draft, of: target, for: .answer)
    try session.commit(draft, of: target, as: .answer, saying: "answer to \(id)")
    Console.say("\(item.label) is answered")
    if item.list == .returns {
      Console.say(
        "when all is mended: handoff submit \(target.name.shellWord)")
    }
  }

  /// What waits for an answer, where that is one question or one return.
  private func onlyOpen(of target: Session.Target) throws -> Item {
    let brief = target.brief
    let unanswered = [brief.lastReturn].compactMap { $0 }.filter { record in
      record.string(.answer)?.isBlank ?? true && brief.status == .returned
    }
    let open = brief.openQuestions + unanswered
    if open.count == 1 { return open[0] }
    throw CommandFailure(
      open.isEmpty
        ? "nothing in \(target.name) waits for an answer"
        : "several questions of \(target.name) are open", kind: .refused,
      hints: open.compactMap { item in
        item.id.map { "handoff answer \("\(target.name)/\($0)".shellWord) \"…\"  (\(item.label))" }
      })
  }

  private func fields(
    of list: ItemList, by person: Person
  ) throws -> [(FieldName, FieldValue)] {
    let words = answer.joined(separator: " ")
    guard !words.isBlank, !words.isEllipsis else {
      throw CommandFailure("“\(words)” is no answer", kind: .refused)
    }
    let typed: [(FieldName, String)] =
      list == .questions
      ? [
        (.answer, words), (.answered, "\(Environment.today)"), (.answeredBy, person.email),
      ] : [(.answer, words)]
    do {
      return try typed.compactMap { name, value in
        guard let specification = Catalogue.fields(of: list).first(where: { $0.name == name })
        else { return nil }
        return (name, try FieldInput.value([value], for: specification))
      }
    } catch let fault as FieldInput.Fault {
      throw CommandFailure(fault)
    }
  }
}
