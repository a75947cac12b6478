import Briefs
import TestSupport

/// Front-matter made up from the field catalogue, mostly right and here and there wrong.
struct GeneratedFrontMatter {
  private var generator: SeededGenerator

  /// How many of a thousand values, keys and shapes are wrong.
  private let faults: Int

  init(seed: UInt64, faultsInAThousand faults: Int) {
    generator = SeededGenerator(seed: seed)
    self.faults = faults
  }

  mutating func text() -> String {
    var lines: [String] = []
    for field in Catalogue.brief where keeps(field) {
      lines += entry(field, indentation: "")
    }
    for block in Block.allCases where happens(20) {
      lines += self.block(block)
    }
    for list in ItemList.allCases where happens(12) {
      lines += self.list(list)
    }
    if isWrong() { lines.append(pick(["exclusons: []", "Goal: x", "id: P1", "'': x"])) }
    if happens(10) { lines.append("x-team: [anything, {at: all}]") }
    return lines.joined(separator: "\n") + "\n"
  }

  private mutating func block(_ block: Block) -> [String] {
    if isWrong() {
      return [block.rawValue + pick([":", ": soon", ": [a]", ": ''", ":\n  - text: x"])]
    }
    return [block.rawValue + ":"]
      + fields(Catalogue.fields(of: block), indentation: "  ", atLeastOne: true)
  }

  private mutating func list(_ list: ItemList) -> [String] {
    if happens(15) {
      return [list.rawValue + pick([":", ": []", ": none", ": None", ": ' '"])]
    }
    if isWrong() {
      return [list.rawValue + pick([": later", ":\n  id: P1", ": nonesuch", ": 3"])]
    }
    var lines = [list.rawValue + ":"]
    for _ in 0..<Int.random(in: 1...2, using: &generator) { lines += item(of: list) }
    return lines
  }

  private mutating func item(of list: ItemList) -> [String] {
    if isWrong() { return [pick(["  -\n    - nested", "  - Words only", "  -"])] }
    if happens(10) {
      let telling = Catalogue.fields(of: list).first { $0.name == list.oneLineField }
      return ["  - " + value(telling?.kind ?? .freeText)]
    }
    var lines = fields(Catalogue.fields(of: list), indentation: "    ", atLeastOne: true)
    lines[0] = "  - " + lines[0].drop { $0 == " " }
    return lines
  }

  private mutating func fields(
    _ specifications: [FieldSpecification], indentation: String, atLeastOne: Bool
  ) -> [String] {
    var lines: [String] = []
    for field in specifications where keeps(field) {
      lines += entry(field, indentation: indentation)
    }
    if isWrong() { lines.append(indentation + "txet: Custom report") }
    if happens(5) { lines.append(indentation + "x-note: [1, 2]") }
    return lines.isEmpty && atLeastOne ? [indentation + "x-empty: yes"] : lines
  }

  private mutating func keeps(_ field: FieldSpecification) -> Bool {
    field.isRequired ? !isWrong() : happens(45)
  }

  private mutating func entry(_ field: FieldSpecification, indentation: String) -> [String] {
    let key = indentation + field.name.rawValue + ":"
    if isWrong() {
      return [
        key + pick([" ", " ''", " '  '", "\n\(indentation)  key: value", " \"\\n\""])
      ]
    }
    if field.count == .many, happens(60) {
      let count = Int.random(in: 0...3, using: &generator)
      if count == 0 { return [key + " []"] }
      return [key] + (0..<count).map { _ in indentation + "  - " + value(field.kind) }
    }
    if isWrong() { return [key, indentation + "  - " + value(field.kind)] }
    return [key + " " + value(field.kind)]
  }

  /// A value as YAML writes it.
  private mutating func value(_ kind: FieldKind) -> String {
    let words = isWrong() ? ValueSamples.anything : ValueSamples.right(kind)
    return ValueSamples.doubleQuoted(pick(words))
  }

  private mutating func isWrong() -> Bool {
    Int.random(in: 0..<1000, using: &generator) < faults
  }

  private mutating func happens(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: elements.indices, using: &generator)]
  }
}
