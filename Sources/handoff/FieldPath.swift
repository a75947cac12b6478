internal import Briefs

/// A field as `set` names it: `due` of an item, `goal` of a brief, `first_milestone.due` of a block.
struct FieldPath {
  let place: FieldPlace
  let specification: FieldSpecification

  init(_ typed: String, in target: Session.Target) throws {
    if let item = target.item, let id = item.id {
      place = .item(.id(id), in: item.list)
      specification = try FieldPath.specification(
        typed, among: Catalogue.fields(of: item.list), of: item.list.noun)
      return
    }
    let parts = typed.split(separator: ".", maxSplits: 1).map { String($0) }
    if parts.count == 2 {
      let blocks = Block.allCases.map(\.rawValue)
      guard let block = Block(rawValue: parts[0].asKey) else {
        throw CommandFailure.unknownName(parts[0], "block", blocks)
      }
      place = .block(block)
      specification = try FieldPath.specification(
        parts[1], among: Catalogue.fields(of: block), of: block.rawValue)
      return
    }
    place = .brief
    if let list = ItemList(typed: typed), FieldName(typed: typed) == nil {
      throw CommandFailure(
        "`\(list.rawValue)` is a list of items",
        hints: [
          "add one: handoff add \(target.name) \(list.rawValue) \"…\"",
          "change one: handoff set \(target.name)/ITEM FIELD VALUE",
        ])
    }
    if let block = Block(rawValue: typed.asKey) {
      let fields = Catalogue.fields(of: block).map { "\(block.rawValue).\($0.name.rawValue)" }
      throw CommandFailure(
        "`\(block.rawValue)` has several fields",
        hints: ["name one: " + fields.joined(separator: ", ")])
    }
    specification = try FieldPath.specification(typed, among: Catalogue.brief, of: "brief")
  }

  private static func specification(
    _ typed: String, among fields: [FieldSpecification], of owner: String
  ) throws -> FieldSpecification {
    let key = typed.asKey
    guard let found = fields.first(where: { $0.name.rawValue == key }) else {
      throw CommandFailure.unknownName(
        typed, "field of \(owner.withArticle)", fields.map(\.name.rawValue))
    }
    return found
  }
}

extension CommandFailure {
  /// There is no such thing; the nearest that there is, or all of them.
  static func unknownName(_ typed: String, _ kind: String, _ known: [String]) -> CommandFailure {
    let near = NearestName.of(typed, among: known) ?? NearestName.of(typed.asKey, among: known)
    return CommandFailure(
      "`\(typed)` is no \(kind)",
      hints: [near.map { "did you mean \($0)?" } ?? "there are: \(known.joined(separator: ", "))"])
  }
}
