internal import Briefs

/// The brief as `handoff/show/1`: what it says, as it was typed.
///
/// What says nothing is left out, and so are the team's own fields.
struct JSONBriefReport {
  let report: BriefReport

  var rendered: String {
    let document: JSONValue = [
      "schema": "handoff/show/1", "brief": .object(members),
      "client": report.client.map { ClientLine(answer: $0).json } ?? .null,
    ]
    return document.text + "\n"
  }

  private var members: [(key: String, value: JSONValue)] {
    let path = [(key: "path", value: JSONValue.string(report.path))]
    if let item = report.item {
      let list: (key: String, value: JSONValue) = (item.list.rawValue, [item.fields.json])
      return path + [list, (key: "sections", value: [])]
    }
    let brief = report.brief
    let blocks = Block.allCases.compactMap { block in
      brief.block(block).map { (key: block.rawValue, value: $0.fields.json) }
    }
    let lists = ItemList.allCases.compactMap { list -> (key: String, value: JSONValue)? in
      let items = brief.items(in: list)
      guard !items.isEmpty || brief.entry(of: list)?.isExplicitlyEmpty == true else { return nil }
      return (key: list.rawValue, value: .array(items.map(\.fields.json)))
    }
    let sections = SummarySections(of: brief).sections.map { section -> JSONValue in
      ["title": .optional(section.title), "text": .string(section.text)]
    }
    return path + brief.fields.jsonMembers + blocks + lists
      + [(key: "sections", value: .array(sections))]
  }
}

extension Fields {
  /// The fields that say something, as they were typed.
  var json: JSONValue { .object(jsonMembers) }

  fileprivate var jsonMembers: [(key: String, value: JSONValue)] {
    all.compactMap { field in
      guard let first = self[field.name] else { return nil }
      switch field.specification.count {
      case .one: return (field.name.rawValue, .string(first.string))
      case .many:
        return (field.name.rawValue, .array(list(field.name).map { .string($0.string) }))
      }
    }
  }
}
