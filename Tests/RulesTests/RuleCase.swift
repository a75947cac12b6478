import Briefs
import Diagnostics
import Rules
import Testing

/// One example of one rule, ready to be judged in any guise.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  let example: RuleExample

  /// Where the example is written.
  let location: SourceLocation

  var id: String { rule.documentation.id }

  var testDescription: String { "\(id): \(example.text.split(separator: "\n").first ?? "")" }

  /// The day on which examples are judged.
  static let day = CalendarDate(dayNumber: 20_655)  // 2026-07-21

  /// Dana sells, Sam receives with Noor as a stand-in, Lee reviews, and Kim has left.
  static let policy = Policy(
    source: SourceText(""),
    people: [
      Person(
        email: "dana@northwind.example", name: "Dana Lee", roles: ["sales"],
        also: ["dana.lee@northwind.example"]),
      Person(
        email: "sam@northwind.example", name: "Sam Park", roles: ["receiving"],
        standIns: ["noor@northwind.example"]),
      Person(email: "noor@northwind.example", name: "Noor Aziz", roles: ["receiving"]),
      Person(
        email: "lee@northwind.example", name: "Lee Ono", roles: ["legal", "pricing", "policy"]),
      Person(
        email: "kim@northwind.example", name: "Kim Roth", roles: ["sales"],
        until: CalendarDate("2026-03-01")),
      Person(email: "bot@northwind.example", name: "Drafting bot", roles: ["agent"]),
    ])

  func subject(_ brief: Brief, as guise: (String) -> String) throws -> Subject {
    let previous = try example.before.map { before in
      try RuleCase.brief(MarkedText(guise(Scaffold.file(before))).bytes)
    }
    let others = try example.others.mapValues { fragment in
      try RuleCase.brief(MarkedText(Scaffold.file(fragment)).bytes)
    }
    let files = example.files
    return Subject(
      brief: brief, path: "handoffs/acme/acme-onboarding.md",
      previous: previous.map { [$0] } ?? [], policy: RuleCase.policy, day: RuleCase.day,
      author: example.author,
      surroundings: Surroundings(
        brief: { id in others.values.first { $0.id == id } },
        file: { files[$0].map { Array($0.utf8) } },
        hasFile: { files.isEmpty ? nil : files[$0] != nil },
        namesakes: { id in others.filter { $0.value.id == id }.map(\.key).sorted() }))
  }

  /// The findings of the rule in the example's file, and the spans that are marked in it.
  func outcome(
    as guise: (String) -> String = { $0 }
  ) throws -> (findings: [Finding], marked: [Range<Int>], subject: Subject) {
    let text = MarkedText(guise(Scaffold.file(example.text)))
    let subject = try subject(RuleCase.brief(text.bytes), as: guise)
    return (rule.init().check(subject), text.spans, subject)
  }

  static func brief(_ bytes: [UInt8]) throws -> Brief {
    try #require(Brief(reading: SourceText(bytes)))
  }
}
