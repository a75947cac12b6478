import Briefs

/// A brief of random words that can be written in many layouts.
struct SampleBrief {
  /// A field with its value, or with several.
  struct Line {
    let name: String
    var values: [String]
    let isCovered: Bool
    let isList: Bool
  }

  /// The brief's own fields, a block's, or those of the items of a list.
  struct Group {
    let name: String?
    let isBlock: Bool
    var entries: [[Line]]
  }

  var groups: [Group] = []

  init(_ random: inout some RandomNumberGenerator) {
    groups.append(
      Group(name: nil, isBlock: true, entries: [SampleBrief.lines(Catalogue.brief, &random)]))
    for block in Block.allCases where Bool.random(using: &random) {
      let lines = SampleBrief.lines(Catalogue.fields(of: block), &random)
      groups.append(Group(name: block.rawValue, isBlock: true, entries: [lines]))
    }
    for list in ItemList.allCases where Bool.random(using: &random) {
      let entries = (1...3).map { number in
        let id = Line(
          name: "id", values: ["\(list.idPrefix)\(number)"], isCovered: false, isList: false)
        let others = Catalogue.fields(of: list).filter { $0.name != .id && $0.name != .raised }
        return [id] + SampleBrief.lines(others, &random)
      }
      groups.append(Group(name: list.rawValue, isBlock: false, entries: entries))
    }
  }

  /// The same brief with other words in every field that is not covered.
  func withProgress() -> SampleBrief {
    var result = self
    for (group, entry, line) in places
    where !result.groups[group].entries[entry][line].isCovered {
      let name = result.groups[group].entries[entry][line].name
      if name == "id" || name == "handoff" { continue }
      result.groups[group].entries[entry][line].values = ["moved on"]
    }
    return result
  }

  /// The brief with one covered word changed, for every one of them.
  func changes() -> [SampleBrief] {
    places.compactMap { group, entry, line in
      guard groups[group].entries[entry][line].isCovered else { return nil }
      var result = self
      result.groups[group].entries[entry][line].values[0] += "x"
      return result
    }
  }

  private var places: [(Int, Int, Int)] {
    groups.indices.flatMap { group in
      groups[group].entries.indices.flatMap { entry in
        groups[group].entries[entry].indices.map { (group, entry, $0) }
      }
    }
  }

  private static func lines(
    _ specifications: [FieldSpecification], _ random: inout some RandomNumberGenerator
  ) -> [Line] {
    specifications.compactMap { specification in
      guard specification.name != .raised, Int.random(in: 0..<4, using: &random) > 0 else {
        return nil
      }
      let count = specification.count == .many ? Int.random(in: 1...3, using: &random) : 1
      var values = (0..<count).map { _ in words(&random) }
      if specification.name == .handoff { values = ["acme-onboarding"] }
      if specification.name == .kind { values = ["pricing"] }
      return Line(
        name: specification.name.rawValue, values: values, isCovered: specification.isCovered,
        isList: specification.count == .many)
    }
  }

  private static func words(_ random: inout some RandomNumberGenerator) -> String {
    let count = Int.random(in: 1...4, using: &random)
    return (0..<count).map { _ in vocabulary.randomElement(using: &random) ?? "x" }
      .joined(separator: " ")
  }

  private static let vocabulary = [
    "SSO", "weekly", "Zürich", "Zu\u{308}rich", "東京", "“quoted”", "\"straight\"", "back\\slash",
    "no", "~", "null", "0123", "1e3", "10%", "a:b", "#1", "Å", "\u{212B}", "\u{1F600}", "ﬁ",
    "\u{200B}", "e\u{301}\u{323}", "한글", "\u{1112}\u{1161}\u{11AB}", "|", "&x", "*y", "!z",
  ]
}

// Writing it, each time in another layout.
extension SampleBrief {
  func text(_ random: inout some RandomNumberGenerator) -> String {
    groups.shuffled(using: &random).map { text(of: $0, &random) }.joined()
  }

  private func text(of group: Group, _ random: inout some RandomNumberGenerator) -> String {
    guard let name = group.name else { return text(of: group.entries[0], indent: "", &random) }
    if group.isBlock {
      let lines = text(of: group.entries[0], indent: "  ", &random)
      return lines.isEmpty ? "" : "\(name):\n\(lines)"
    }
    let items = group.entries.shuffled(using: &random).map { entry in
      "  - " + text(of: entry, indent: "    ", &random).dropFirst(4)
    }
    return "\(name):\n" + items.joined()
  }

  private func text(
    of lines: [Line], indent: String, _ random: inout some RandomNumberGenerator
  ) -> String {
    lines.shuffled(using: &random).map { line in
      guard line.isList else {
        return "\(indent)\(line.name): \(quoted(line.values[0], &random))\n"
      }
      let values = line.values.shuffled(using: &random).map { quoted($0, &random) }
      return "\(indent)\(line.name):\n" + values.map { "\(indent)  - \($0)\n" }.joined()
    }.joined()
  }

  private func quoted(_ words: String, _ random: inout some RandomNumberGenerator) -> String {
    let spaces = [" ", "  ", "\t", " \u{A0}", "\u{3000}"].randomElement(using: &random) ?? " "
    let spaced = words.split(separator: " ").joined(separator: spaces)
    if Bool.random(using: &random) {
      return "'"
        + spaced.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
    }
    var escaped = ""
    for scalar in spaced.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { escaped += "\\" }
      if scalar.isASCII {
        escaped.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16)
        escaped += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
      }
    }
    return "\"" + escaped + "\""
  }
}
