import History
import TestSupport
import Testing

/// A second file of the same id is no way to lose what the first one says.
@Suite struct NamesakeTests {
  private static let twin = "handoffs/late/acme-onboarding.md"

  /// A repository with a second file of the brief, which lacks the exclusion.
  private func repository() throws -> GatedRepository {
    let gated = try GatedRepository()
    try gated.repository.write(
      Self.twin, try gated.text().replacingOnce(AcmeBrief.exclusion, with: ""))
    try gated.commitUnseen()
    return gated
  }

  @Test(arguments: [[], ["--no-verify"]])
  func `the file that holds an exclusion does not leave for one that lacks it`(
    arguments: [String]
  ) throws {
    let gated = try repository()
    try gated.setHooks(on: true)
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let (status, words) = try gated.attempt(["commit", "-q", "-m", "change"] + arguments)
    #expect(status != 0)
    #expect(words.contains("[dropped-exclusion]") && words.contains("X1"), "\(words)")
  }

  @Test func `nor does it while the other one changes`() throws {
    let gated = try repository()
    try gated.setHooks(on: true)
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    try gated.repository.write(
      Self.twin, try gated.text(Self.twin).replacingOnce("three days", with: "two days"))
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[dropped-exclusion]") && words.contains("X1"), "\(words)")
  }

  @Test func `the audit says so, and that it stands`() throws {
    let gated = try repository()
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let bad = try gated.commitUnseen()
    #expect(
      try gated.audit().summary(of: bad) == ["dropped-exclusion acme-onboarding/X1 stands"])
  }

  @Test func `a copy that holds everything may take its place`() throws {
    let gated = try GatedRepository()
    try gated.repository.write(Self.twin, try gated.text())
    try gated.commitUnseen()
    try gated.setHooks(on: true)
    try gated.repository.git("rm", "-q", GatedRepository.brief)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }
}
