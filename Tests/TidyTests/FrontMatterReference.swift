import Briefs

@testable import Reports

/// The page on every key that a brief may have, from the field catalogue.
enum FrontMatterReference {
  static var page: String {
    """
    # Front-matter

    Every key of a brief, what it holds, and what it is for.

    Text is text: `NO`, `0123` and `1.10` stay what was typed. Keys that begin with `x-` are the team's
    own. In a draft an item may be one line of text; `handoff fmt` gives it its id and keys.

    ## The brief

    \(table(Catalogue.brief, in: nil))
    ## Every item

    Items of the lists that can be cited and withdrawn may have these, beside their own.
    Approvals cover `withdrawn` where they cover the item's words.

    \(table(common, in: .stakeholders))
    \(ItemList.allCases.map(section).joined(separator: "\n"))
    \(Block.allCases.map(section).joined(separator: "\n"))
    ## Types

    What each built-in type requires before review; a list marked * may say that there is none.
    Evidence is needed to start, of each group one kind.

    | type | requires | approvals | evidence |
    | --- | --- | --- | --- |
    \(BriefType.builtIn.values.sorted { $0.name < $1.name }.map(row).joined())
    """
  }

  private static let commonNames: [FieldName] = [
    .source, .quote, .confidence, .draftedBy, .adoptedBy, .carried, .withdrawn,
  ]

  private static var common: [FieldSpecification] {
    Catalogue.fields(of: .stakeholders).filter { commonNames.contains($0.name) }
  }

  private static func section(_ list: ItemList) -> String {
    let all = Catalogue.fields(of: list)
    let isCitable = all.contains { $0.name == .carried }
    let own = all.filter { !isCitable || !commonNames.contains($0.name) }
    return "## \(list.rawValue)\n\n\(list.purpose)\n\n\(table(own, in: list))"
  }

  private static func section(_ block: Block) -> String {
    "## \(block.rawValue)\n\n\(block.purpose)\n\n\(table(Catalogue.fields(of: block), in: nil))"
  }

  private static func table(_ fields: [FieldSpecification], in list: ItemList?) -> String {
    "| key | holds | what it is for |\n| --- | --- | --- |\n"
      + fields.map { field in
        let several = field.count == .many ? ", or a list" : ""
        return "| `\(field.name.rawValue)` | \(words(for: field.kind))\(several) "
          + "| \(field.purpose(in: list)) |\n"
      }.joined()
  }

  private static func row(_ type: BriefType) -> String {
    let requires = type.requires.map { "`\($0.key)`" + ($0.mayBeEmpty ? "*" : "") }
    let evidence = type.evidence.map { $0.joined(separator: " or ") }
    return "| `\(type.name)` | \(requires.joined(separator: ", ")) "
      + "| \(orNone(type.approvals)) | \(orNone(evidence)) |\n"
  }

  private static func orNone(_ words: [String]) -> String {
    words.isEmpty ? "none" : words.joined(separator: ", ")
  }

  private static func words(for kind: FieldKind) -> String {
    switch kind {
    case .freeText: "text"
    case .word: "a word"
    case .date: "a date, `2026-09-01`"
    case .instant: "an instant, `2026-07-20T10:00:00Z`"
    case .day: "a date or an instant"
    case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .address, .actor: "an e-mail address"
    case .briefID: "a brief's id, `acme-onboarding`"
    case .itemID: "an item's id, `P1`"
    case .foreignItem: "an item of another brief, `acme-sdr/X1`"
    case .source: "a place in the evidence, `E1#L14` or `E1@00:14:20`"
    case .digest: "`sha256:` and 64 digits"
    case .sha256: "64 hexadecimal digits"
    case .path: "a path in the repository"
    case .url: "an address of a page"
    case .number: "a whole number"
    case .signature: "an SSH signature"
    }
  }
}
