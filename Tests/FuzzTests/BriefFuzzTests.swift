import Briefs
import Diagnostics
import Rules
import Testing

/// Damaged briefs, judged as changes of the sound ones.
@Suite struct BriefFuzzTests {
  @Test(arguments: FuzzCases.batches(of: 2_000))
  func `a damaged brief gets a verdict at once`(numbers: Range<Int>) throws {
    let policy = Policy(reading: SourceText(Corpus.policy))
    let sound = try Corpus.briefs.map { try #require(Brief(reading: SourceText($0))) }
    var slowest = (number: 0, milliseconds: 0.0)
    for number in numbers {
      let original = sound[number % sound.count]
      let source = SourceText(Mutator.mutated(original.source.bytes, seed: number))
      let milliseconds = FuzzCases.milliseconds { check(source, after: original, policy, number) }
      if milliseconds > slowest.milliseconds { slowest = (number, milliseconds) }
    }
    #expect(slowest.milliseconds < FuzzCases.limit, "case \(slowest.number)")
    if FuzzCases.isLong { print("briefs \(numbers): slowest \(slowest)") }
  }

  private func check(
    _ source: SourceText, after original: Brief, _ policy: Policy, _ number: Int
  ) {
    // A file that is no brief any more has left the tree.
    let brief = Brief(reading: source)
    let subject = Subject(
      brief: brief ?? .gone, path: "handoffs/acme/\(original.id ?? "").md", previous: [original],
      isGone: brief == nil, policy: policy, day: CalendarDate(secondsSince1970: 1_784_505_600),
      author: "dana@northwind.example",
      surroundings: Surroundings(
        brief: { _ in original }, file: { _ in Corpus.transcript }, namesakes: { _ in [] }))
    let diagnostics = Judge.diagnostics(for: subject)
    for diagnostic in diagnostics where diagnostic.end < diagnostic.start {
      Issue.record("case \(number): \(diagnostic.rule) ends before it begins")
    }
    if !diagnostics.contains(where: { $0.severity == .error }) {
      for item in original.items where !item.isKept(in: brief) {
        Issue.record("case \(number) loses \(item.name), and no error says so")
      }
    }
  }
}

extension Item {
  /// Whether it must not be lost, and is still there with words under its id.
  fileprivate func isKept(in brief: Brief?) -> Bool {
    switch list {
    case .promises, .exclusions, .customTerms:
      id.flatMap { brief?.item($0, in: list) }?.telling != nil
    default: true
    }
  }
}
