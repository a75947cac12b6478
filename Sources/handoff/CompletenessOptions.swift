internal import ArgumentParser
internal import Git
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
    for line in Self.words(on: gaps) { Console.say("  " + line) }
    if !incompleteOk { throw ExitCode(2) }
  }

  /// What cannot be read, and how to bring what is not here.
  static func words(on gaps: [HistoryGap]) -> [String] {
    guard gaps.contains(where: \.isMissing) else { return gaps.map(\.words) }
    let isPartial = (try? Environment.openRepository().isPartial) ?? false
    return gaps.map(\.words) + [
      isPartial
        ? "this clone is partial: bring what is not here with git fetch --refetch --no-filter, or "
          + "git clone anew"
        : "bring what is not here: git fetch --unshallow, or git clone anew"
    ]
  }
}
