internal import Diagnostics

// The sentences of the rules on reading a file, apart from those on single values.
extension Finding {
  static func invalidFrontMatter(_ fault: YAMLFault) -> Finding {
    Finding(
      rule: "invalid-front-matter", span: fault.span, message: fault.message, help: fault.help)
  }

  static func malformedFence(_ fault: String, _ span: Range<Int>) -> Finding {
    Finding(
      rule: "invalid-front-matter", span: span,
      message: "this is no brief yet: \(fault)",
      help: "make the first line of the file exactly `---`")
  }

  static func unterminated(_ opening: Range<Int>) -> Finding {
    Finding(
      rule: "invalid-front-matter", span: opening,
      message: "the front-matter that begins here has no end",
      help: "add a line that is exactly `---` below the last field, above the summary")
  }

  static func notAMapping(_ span: Range<Int>) -> Finding {
    Finding(
      rule: "invalid-front-matter", span: span,
      message: "the front-matter holds no fields",
      help:
        "write `handoff: ID`, `type: …`, `status: draft` and the rest between the two lines `---`")
  }

  static func flowStyle(_ name: String, _ span: Range<Int>) -> Finding {
    Finding(
      rule: "invalid-front-matter", span: span,
      message: "`\(name)` is written in braces or brackets, where changes cannot be seen by line",
      help: "write each field on its own line, or run `handoff fmt`")
  }

  static func listExpected(_ list: ItemList, _ span: Range<Int>) -> Finding {
    Finding(
      rule: "invalid-value", span: span,
      message: "`\(list.rawValue)` must be a list",
      help:
        "write each \(list.noun) on lines of its own that begin with `- `; `[]` says there is none")
  }

  static func itemExpected(_ list: ItemList, _ span: Range<Int>) -> Finding {
    Finding(
      rule: "invalid-value", span: span,
      message: "this entry of `\(list.rawValue)` is a list, not one \(list.noun)",
      help: "write it as `- id: \(list.idPrefix)1` with its fields below")
  }

  static func blockExpected(_ block: Block, _ span: Range<Int>) -> Finding {
    let example = Catalogue.fields(of: block).filter(\.isRequired).map { $0.name.rawValue }
    return Finding(
      rule: "invalid-value", span: span,
      message: "`\(block.rawValue)` must have fields of its own",
      help: "write \(example.map { "`\($0):`" }.joined(separator: ", ")) below it, indented")
  }

  static func unknownField(
    _ key: String, in parent: String?, item: String? = nil, span: Range<Int>, known: [String]
  ) -> Finding {
    let place = parent.map { " in `\($0)`" } ?? ""
    let near =
      key == "text" ? tellingField(in: parent, known) : NearestName.of(key, among: known)
    return Finding(
      rule: "unknown-field", span: span, item: item,
      message: "`\(key.shortened(to: 40))` is no field that we know\(place)"
        + (item.map { " (\($0))" } ?? ""),
      help: near.map { "did you mean `\($0)`? A field of your own begins with `x-`" }
        ?? "a field of your own begins with `x-`")
  }

  /// The field that holds the words of an item where it is not called `text`.
  private static func tellingField(in parent: String?, _ known: [String]) -> String? {
    switch parent.flatMap({ ItemList(rawValue: $0) }) {
    case .stakeholders: FieldName.name.rawValue
    case .successCriteria: FieldName.metric.rawValue
    default: NearestName.of("text", among: known)
    }
  }
}
