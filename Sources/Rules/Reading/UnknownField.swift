internal import Briefs
package import Diagnostics

/// A field has a name that we know, or begins with x-.
package struct UnknownField: Rule {
  package static let documentation = RuleDocumentation(
    id: "unknown-field", category: .reading, weight: .alwaysError,
    summary: "A field has a name that we know, or begins with x-.",
    rationale:
      "A misspelt name hides what stands behind it: `exclusion:` is no list of exclusions.",
    remedy: "Correct the name as the message says, or begin it with x- if it is your own. "
      + "The fields of each list: \(UnknownField.fields).",
    accepts: ["x-region: south"],
    rejects: [
      "⟪exclusion⟫:\n  - id: X1\n    text: Training",
      "exclusions:\n  - id: X1\n    text: Training\n    ⟪reasn⟫: No trainer",
    ])

  /// The lists with their own fields; those that every item may have stand once at the end.
  private static var fields: String {
    let common = [
      "source", "quote", "confidence", "drafted_by", "adopted_by", "carried", "withdrawn",
    ]
    let lists = ItemList.allCases.map { list in
      let names = Catalogue.fields(of: list).map(\.name.rawValue).filter { !common.contains($0) }
      return "`\(list.rawValue)`: \(names.joined(separator: ", "))"
    }
    return lists.joined(separator: "; ") + "; most items also: \(common.joined(separator: ", "))"
  }

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    subject.brief.findings(of: Self.documentation.id)
  }
}
