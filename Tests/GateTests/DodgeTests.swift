import TestSupport
import Testing

@Suite struct DodgeTests {
  @Test(arguments: Dodge.all)
  func `no way to lose an exclusion gets through a commit`(dodge: Dodge) throws {
    let gated = try GatedRepository()
    try dodge.apply(gated)
    let (status, words) = try gated.commit()
    expectRefused(status, words, dodge)
    #expect(try gated.repository.git("rev-list", "--count", "HEAD") == "1")
  }

  @Test(arguments: Dodge.all)
  func `nor with the early word switched off`(dodge: Dodge) throws {
    let gated = try GatedRepository()
    try dodge.apply(gated)
    let (status, words) = try gated.commit("--no-verify")
    expectRefused(status, words, dodge)
    #expect(try gated.repository.git("rev-list", "--count", "HEAD") == "1")
  }
}

/// A refusal names the rule, the brief, the item and the next step.
func expectRefused(
  _ status: Int32, _ words: String, _ dodge: Dodge,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(status != 0, "it went through", sourceLocation: sourceLocation)
  for part in ["[\(dodge.rule)]", "acme-onboarding", "X1", "→ ", "next: "] {
    #expect(
      words.contains(part), "\(part) is not named in:\n\(words)", sourceLocation: sourceLocation)
  }
}
