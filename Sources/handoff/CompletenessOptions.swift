internal import ArgumentParser
internal import History
internal import Reports

/// What to do where a part of history cannot be read.
struct CompletenessOptions: ParsableArguments {
  @Flag(help: "End well though a part of history cannot be read.")
  var incompleteOk = false

  /// Says what the answer leaves open; ends with 2 unless that was allowed.
  func check(_ gaps: [HistoryGap]) throws {
    if gaps.isEmpty { return }
    Console.say("the answer is not complete:")
    for gap in gaps { Console.say("  " + gap.words) }
    if let way = HistoryWords.wayToRead(gaps) { Console.say("  " + way) }
    if !incompleteOk { throw ExitCode(2) }
  }
}
