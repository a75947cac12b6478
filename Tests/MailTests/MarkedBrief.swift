import Briefs
import Diagnostics
import TestSupport

/// A brief made from the catalogue, with a mark of its own in every field that can hold one.
struct MarkedBrief {
  /// Each mark with the field that has it, such as `risks.text`; of withdrawn items all fields.
  let marks: [(mark: String, field: String)]

  let brief: Brief

  /// A brief with every field that there is.
  init() {
    var front = MarkedFrontMatter()
    front.add(Catalogue.brief)
    for block in Block.allCases { front.add(block, Catalogue.fields(of: block)) }
    for list in ItemList.allCases {
      let fields = Catalogue.fields(of: list)
      front.begin(list)
      front.add(list, fields.filter { $0.name != .withdrawn }, isWithdrawn: false)
      guard fields.contains(where: { $0.name == .withdrawn }) else { continue }
      front.add(list, fields, isWithdrawn: true)
    }
    self.init(front, body: "## Next steps\n\nWe talk on Friday.\n")
  }

  /// A brief of some type with some of the fields and items, and a summary with hidden marks.
  init(type: String, using generator: inout SeededGenerator) {
    var front = MarkedFrontMatter(type: type)
    front.add(Catalogue.brief.filter { $0.isRequired || generator.next(2) == 0 })
    if generator.next(2) == 0 {
      let block = Block.allCases[generator.next(Block.allCases.count)]
      front.add(
        block, Catalogue.fields(of: block).filter { $0.isRequired || generator.next(2) == 0 })
    }
    var lists = Set(
      [ItemList.promises, .exclusions, .customTerms].filter { _ in generator.next(3) == 0 })
    for _ in 0...generator.next(2) {
      lists.insert(ItemList.allCases[generator.next(ItemList.allCases.count)])
    }
    for list in ItemList.allCases where lists.contains(list) {
      front.begin(list)
      for _ in 0...(generator.next(5) / 4) { Self.addItem(of: list, to: &front, using: &generator) }
    }
    let body = Self.body(&front, using: &generator)
    self.init(front, body: body)
  }

  private static func addItem(
    of list: ItemList, to front: inout MarkedFrontMatter, using generator: inout SeededGenerator
  ) {
    let all = Catalogue.fields(of: list)
    let isWithdrawn = generator.next(4) == 0 && all.contains { $0.name == .withdrawn }
    let fields = all.filter { field in
      if field.name == .withdrawn { return isWithdrawn }
      return field.isRequired || field.name == .email || generator.next(3) == 0
    }
    front.add(list, fields, isWithdrawn: isWithdrawn)
  }

  private init(_ front: MarkedFrontMatter, body: String) {
    marks = front.marks + [("canary999end", "x-team")]
    let lines = ["---"] + front.lines + ["x-team: canary999end", "---", "", body]
    brief = Brief(reading: SourceText(lines.joined(separator: "\n"))) ?? .gone
  }

  private static func body(
    _ front: inout MarkedFrontMatter, using generator: inout SeededGenerator
  ) -> String {
    (0...(generator.next(4) / 3)).map { number in
      let words =
        switch generator.next(5) {
        case 0: "Not discussed yet"
        case 1: "Close the *month* in 3 days <!-- \(front.mark("comment")) --> &amp; go on."
        case 2: "- Käse für Zoë\n- 予算の承認\n\n<div id=\"\(front.mark("tag"))\">\n</div>\n"
        case 3: "We talk on [Friday](javascript:\(front.mark("address")))."
        default: "Sam runs the kickoff on 10 August."
        }
      return "## \(BriefType.summarySections[number])\n\n\(words)\n"
    }.joined(separator: "\n") + "\nThe end.\n"
  }
}

extension SeededGenerator {
  /// A number from 0 on that is less than the limit.
  mutating func next(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}
