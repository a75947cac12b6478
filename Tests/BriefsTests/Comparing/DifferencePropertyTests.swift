import Briefs
import Diagnostics
import TestSupport
import Testing

@Suite struct DifferencePropertyTests {
  @Test func `a difference is empty where both say the same, and only there`() throws {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let content = RandomContent(&random)
      var other = content
      if random.below(2) == 0 { other.mutate(&random) }
      let old = content.written(&random)
      let new = other.written(&random)
      let lines = try difference(old, new)
      #expect(lines.isEmpty == (content == other), "\(old)\n---\n\(new)")
      #expect(try difference(old, old).isEmpty)
    }
  }
}

/// What a small brief says, apart from how it is written.
private struct RandomContent: Equatable {
  var fields: [String: String] = [:]
  var milestone: [String: String] = [:]
  var lists: [String: [String: [String: String]]] = [:]

  private static let words = ["SSO by May", "Weekly report", "12:30", "no", "a: b", "#1 – café"]
  private static let listNames = ["promises", "exclusions", "risks", "questions"]

  init(_ random: inout SeededGenerator) {
    for _ in 0..<12 { mutate(&random) }
  }

  mutating func mutate(_ random: inout SeededGenerator) {
    let word = RandomContent.words[random.below(RandomContent.words.count)]
    let value = random.below(4) == 0 ? nil : word
    let list = RandomContent.listNames[random.below(RandomContent.listNames.count)]
    let id = "\(list.prefix(1).uppercased())\(random.below(3))"
    switch random.below(5) {
    case 0: fields[["goal", "account", "no_kickoff"][random.below(3)]] = value
    case 1: milestone[["text", "owner"][random.below(2)]] = value
    case 2: lists[list]?[id] = nil
    case 3: lists[list, default: [:]][id, default: [:]]["text"] = word
    default:
      if lists[list]?[id] != nil { lists[list]?[id]?["quote"] = value }
    }
    if lists[list]?.isEmpty == true { lists[list] = nil }
  }

  func written(_ random: inout SeededGenerator) -> String {
    var blocks = fields.map { "\($0): \(RandomContent.quoted($1, 0, &random))" }.sorted()
    if !milestone.isEmpty {
      blocks.append("first_milestone:\n" + RandomContent.mapping(milestone, "  ", &random))
    }
    for (name, items) in lists.sorted(by: { $0.key < $1.key }) {
      let indentation = String(repeating: " ", count: random.below(3))
      let entries = items.sorted { $0.key < $1.key }.map { id, fields in
        let text = RandomContent.mapping(
          fields.merging(["id": id]) { $1 }, indentation + "  ", &random)
        return indentation + "- " + text.dropFirst(indentation.count + 2)
      }
      blocks.append("\(name):\n" + entries.shuffled(using: &random).joined(separator: "\n"))
    }
    blocks.append("# \(random.below(100))")
    return blocks.shuffled(using: &random).joined(separator: "\n")
  }

  private static func mapping(
    _ fields: [String: String], _ indentation: String, _ random: inout SeededGenerator
  ) -> String {
    fields.sorted { $0.key < $1.key }.shuffled(using: &random).map { key, value in
      let text = key == "id" ? value : quoted(value, indentation.utf8.count, &random)
      return indentation + "\(key): \(text)"
    }.joined(separator: "\n")
  }

  private static func quoted(
    _ value: String, _ indentation: Int, _ random: inout SeededGenerator
  ) -> String {
    let margin = "\n" + String(repeating: " ", count: indentation + 2)
    return switch random.below(4) {
    case 0: "'\(value)'"
    case 1: "|" + margin + value
    case 2: ">-" + margin + value.replacing(" ", with: margin)
    default: "\"\(value)\""
    }
  }
}
