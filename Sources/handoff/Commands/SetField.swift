internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Changes one field of a brief, an item or a block.
struct SetField: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change one field of a brief or an item.",
    discussion: """
      handoff set acme-onboarding goal "Close the month in three days"
      handoff set acme-onboarding first_milestone.due 2026-09-01
      handoff set acme-onboarding/P-HH1W bounded_by X-ZDBJ X-7K3F
      handoff set acme-onboarding/P-HH1W due --unset
      handoff set acme-onboarding sensitivities none

      Only that field's lines change. A change of agreed words moves an accepted brief back to \
      review. Nothing is committed.
      """)

  @Argument(help: "A brief, or BRIEF/ITEM.")
  var brief: String

  @Argument(help: "The field, such as due, goal or first_milestone.due.")
  var field: String

  @Argument(help: "Its value; several words are joined, or make a list where the field is one.")
  var value: [String] = []

  @Flag(help: "Take the field away.")
  var unset = false

  func validate() throws {
    if unset, !value.isEmpty {
      throw ValidationError("--unset takes the field away; give it no value.")
    }
    if !unset, value.isEmpty {
      throw ValidationError("Say the new value, or --unset to take the field away.")
    }
  }

  func run() throws {
    let session = try Session()
    let target = try session.target(brief)
    if target.item == nil, let list = ItemList(typed: field), value == ["none"] || value == ["[]"] {
      try session.revise(target) { editor throws(EditingError) in try editor.declareEmpty(list) }
      return Console.explain("\(brief): \(list.rawValue) says that there is none".escapingControls)
    }
    let path = try FieldPath(field, in: target)
    let specification = path.specification
    try refuseNewID(specification.name, of: target)
    if unset {
      guard !specification.isRequired else { throw CommandFailure.isNeeded(specification, target) }
      try session.revise(target) { editor throws(EditingError) in
        try editor.remove(specification.name, from: path.place)
      }
    } else {
      let value: FieldValue
      do {
        value = try FieldInput.value(self.value, for: specification)
      } catch {
        let isNothing = self.value.allSatisfy(\.isWhiteSpace) && !specification.isRequired
        throw isNothing ? CommandFailure.saysNothing(brief, field) : CommandFailure(error)
      }
      if specification.name == .type, case .text(let name) = value {
        _ = try session.type(named: name)
      }
      try session.revise(target) { editor throws(EditingError) in
        try editor.set(specification.name, to: value, in: path.place)
      }
    }
    Console.explain("\(brief): \(field) is \(unset ? "gone" : "set")".escapingControls)
  }

  /// A new id would be a new item, and the old one lost.
  private func refuseNewID(_ name: FieldName, of target: Session.Target) throws {
    guard name == .id || name == .handoff else { return }
    throw CommandFailure(
      "an id stays what it is: under a new one the old would be lost", kind: .refused,
      hints: [
        target.item == nil
          ? "begin a new brief: handoff new TYPE --after \(target.name)"
          : "retire the item: handoff withdraw \(brief) --reason \"…\""
      ])
  }
}

extension CommandFailure {
  fileprivate static func saysNothing(_ brief: String, _ field: String) -> CommandFailure {
    CommandFailure(
      "nothing is said for `\(field)`",
      hints: ["to take the field away: handoff set \(brief) \(field) --unset"])
  }

  fileprivate static func isNeeded(
    _ specification: FieldSpecification, _ target: Session.Target
  ) -> CommandFailure {
    let name = target.item?.id.map { "\(target.name)/\($0)" }
    return CommandFailure(
      "`\(specification.name.rawValue)` is needed here and cannot be taken away", kind: .refused,
      hints: [
        name.map { "to retire the item: handoff withdraw \($0) --reason \"…\"" }
          ?? "give it another value instead"
      ])
  }
}
