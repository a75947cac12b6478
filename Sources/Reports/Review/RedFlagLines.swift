package import Briefs
internal import Diagnostics

/// Red flags, one on each line, as `review`, `approve` and `accept` show them.
package struct RedFlagLines: Sendable {
  let flags: [RedFlag]

  package init(_ flags: [RedFlag]) {
    self.flags = flags
  }

  /// A heading and a line for each, for a terminal; empty where there is no red flag.
  package func text(isColored: Bool) -> String {
    if flags.isEmpty { return "" }
    let lines =
      [heading.styled(.bold, if: isColored)]
      + flags.map { "  \("!".styled(.red, if: isColored)) \($0.sentence.onOneLine)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A section with a list; empty where there is no red flag.
  package var markdown: String {
    if flags.isEmpty { return "" }
    return "## \(heading)\n\n"
      + flags.map { "- \($0.sentence.onOneLine.escapedForMarkdown)\n" }.joined()
  }

  /// A list of objects, as ``schema`` has them.
  package var json: JSONValue {
    .array(
      flags.map { flag in
        [
          "kind": .string(flag.kind.rawValue), "item": .optional(flag.item),
          "sentence": .string(flag.sentence),
        ]
      })
  }

  /// The schema of the list.
  static let schema = OutputSchema.list(
    "What both owners must see before they approve, the weightiest first.",
    OutputSchema.object([
      ("kind", OutputSchema.choice("What it is.", RedFlag.Kind.allCases.map(\.rawValue))),
      ("item", OutputSchema.optional("The item's id.")),
      ("sentence", OutputSchema.string("It in one sentence.")),
    ]))

  private var heading: String { flags.count == 1 ? "1 red flag" : "\(flags.count) red flags" }
}
