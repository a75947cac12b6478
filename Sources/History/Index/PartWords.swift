internal import Briefs
internal import Diagnostics

/// What is indexed of a part of a brief, or of one that has to be read as a whole.
struct PartWords {
  /// The key of the top level; nil of a summary and of a whole brief.
  private(set) var key: String?

  /// The brief's id, where the part says it.
  private(set) var name: String?

  /// Its texts.
  private(set) var texts: [(place: WordingPlace, text: String)] = []

  init(_ part: FrontMatterPart) {
    key = part.key
    add(Fields(part.fields), part.items)
  }

  init(summary: ArraySlice<UInt8>) {
    add(summary: summary)
  }

  init(_ brief: Brief) {
    add(brief.fields, brief.items)
    add(summary: brief.source.bytes[brief.body])
  }

  private mutating func add(_ fields: Fields, _ items: [Item]) {
    name = fields.string(.handoff)
    if let account = fields.string(.account) { texts.append((.account, account)) }
    for earlier in fields.list(.after) { texts.append((.predecessor, earlier.string)) }
    for item in items { texts.append((.item(item.list, id: item.id), item.searchText)) }
  }

  private mutating func add(summary: ArraySlice<UInt8>) {
    guard !summary.isEmpty else { return }
    for (heading, text) in SummaryText.sections(of: summary) {
      texts.append((.section(heading: heading), text))
    }
  }
}
