import Briefs
import Diagnostics
import Rules
import Testing

/// Damaged policies, read and judged as changes of the sound one.
@Suite struct PolicyFuzzTests {
  @Test(arguments: FuzzCases.batches(of: 1_000, share: 0.2))
  func `a damaged policy gets a verdict at once`(numbers: Range<Int>) {
    let sound = Policy(reading: SourceText(Corpus.policy))
    #expect(sound.isReadable)
    var slowest = (number: 0, milliseconds: 0.0)
    for number in numbers {
      let source = SourceText(Mutator.mutated(Corpus.policy, seed: number))
      let milliseconds = FuzzCases.milliseconds {
        let policy = Policy(reading: source)
        let change = PolicyChange(
          before: [sound], after: policy, author: "dana@northwind.example",
          day: CalendarDate(secondsSince1970: 1_784_505_600))
        if !policy.isReadable, change.diagnostics.isEmpty {
          Issue.record("case \(number): nothing is said about an unreadable policy")
        }
      }
      if milliseconds > slowest.milliseconds { slowest = (number, milliseconds) }
    }
    #expect(slowest.milliseconds < FuzzCases.limit, "case \(slowest.number)")
    if FuzzCases.isLong { print("policies \(numbers): slowest \(slowest)") }
  }
}
