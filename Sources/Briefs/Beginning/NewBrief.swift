internal import Diagnostics

/// The first draft of a handoff: every key that its type needs, and what earlier briefs hand on.
package struct NewBrief: Sendable {
  /// The id of the new brief.
  package let id: String

  /// The type, which says what keys it begins with.
  package let type: BriefType

  /// Fields of the brief that are known already.
  package let fields: [(FieldName, FieldValue)]

  /// What comes along from earlier briefs.
  package let carried: CarriedItems

  /// What the client was told last; nil where nobody told them anything.
  package let summary: SummaryContent?

  package init(
    id: String, type: BriefType, fields: [(FieldName, FieldValue)], carried: CarriedItems,
    summary: SummaryContent? = nil
  ) {
    self.id = id
    self.type = type
    self.fields = fields
    self.carried = carried
    self.summary = summary
  }

  /// The brief; throws where a value cannot be written so that it reads back.
  package func brief() throws(EditingError) -> Brief {
    guard let empty = Brief(reading: SourceText(skeleton)) else { throw .unreadable }
    var editor = try BriefEditor(empty)
    for (name, value) in fields { try editor.set(name, to: value) }
    for entry in carried.entries { try editor.add(entry.fields, to: entry.list) }
    return editor.brief
  }

  /// The file with every key and no values.
  private var skeleton: String {
    let required = type.requires.map(\.key)
    let own = Catalogue.brief.filter { specification in
      specification.isRequired || required.contains(specification.name.rawValue)
        || NewBrief.alwaysOffered.contains(specification.name)
    }.map { line(for: $0.name) }
    let lists = ItemList.allCases.filter {
      required.contains($0.rawValue) || $0 == .evidence && !type.evidence.isEmpty
    }.map { "\n\($0.rawValue):\n" }
    let blocks = Block.allCases.filter { required.contains($0.rawValue) }.map { block in
      "\n\(block.rawValue):\n"
        + Catalogue.fields(of: block).filter(\.isRequired).map { "  \($0.name.rawValue):\n" }
        .joined()
    }
    return "---\n" + own.joined() + lists.joined() + blocks.joined() + hints + "---\n"
      + CarriedSummary(titles: type.sections, from: summary).markdown
  }

  private func line(for name: FieldName) -> String {
    switch name {
    case .handoff: "handoff: \(id)\n"
    case .type: "type: \(type.name)\n"
    case .status: "status: draft\n"
    default: "\(name.rawValue):\n"
    }
  }

  /// What belongs under each heading, as comments that no client ever sees.
  private var hints: String {
    let known = type.sections.compactMap { title in
      NewBrief.hints[title].map { "#   \(title): \($0)\n" }
    }
    return known.isEmpty
      ? "\n" : "\n# Below is the summary email to the client. What goes where:\n" + known.joined()
  }

  private static let alwaysOffered: Set<FieldName> = [.deal, .goal]

  private static let hints = [
    "Current situation": "how they work today, and since when.",
    "Business priorities": "what hurts, and what must get better first.",
    "Business impact": "what it costs them, or brings them, in numbers.",
    "Timeline": "the dates they named, the go-live first.",
    "Decision process and key stakeholders": "who decides, who is asked, how they go about it.",
    "Next steps": "who does what by when.",
  ]
}
