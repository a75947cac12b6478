import TestSupport
import Testing

@Suite struct ForgeryTests {
  @Test(arguments: Forgery.all)
  func `no way to forge an acceptance gets through a commit`(forgery: Forgery) throws {
    let gated = try GatedRepository(forgery.start, roster: forgery.roster)
    gated.work(as: forgery.author)
    try forgery.apply(gated)
    let head = try gated.repository.id("HEAD")
    try gated.repository.git("add", "-A")
    for early in [[], ["--no-verify"]] {
      let commit = ["commit", "-q", "-m", "change"] + forgery.arguments + early
      let (status, words) = try gated.attempt(commit)
      expectRefused(status, words, forgery)
      #expect(try gated.repository.id("HEAD") == head)
    }
  }

  @Test func `there are more than a hundred ways, each with a name of its own`() {
    #expect(Forgery.all.count > 100)
    #expect(Set(Forgery.all.map(\.name)).count == Forgery.all.count)
  }
}

/// A refusal names just the rules that a forgery breaks: none is refused by luck.
func expectRefused(
  _ status: Int32, _ words: String, _ forgery: Forgery,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(status != 0, "it went through", sourceLocation: sourceLocation)
  // What can no longer be read counts as dropped besides.
  let named = errors(in: words).filter { !$0.hasPrefix("dropped-") || forgery.rules.contains($0) }
  #expect(named == forgery.rules, "\(words)", sourceLocation: sourceLocation)
}

/// The rules of the errors that a gate lists.
func errors(in words: String) -> Set<String> {
  let lines = words.split(separator: "\n").filter { $0.contains(": error: ") }
  return Set(
    lines.compactMap { line in
      guard line.last == "]", let start = line.lastIndex(of: "[") else { return nil }
      return String(line[line.index(after: start)...].dropLast())
    })
}
