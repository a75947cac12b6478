import TestSupport
import Testing

/// A record that was changed behind the hooks' back can be put back through them.
@Suite struct FirstRecordTests {
  private static let record = "evidence/acme/call.txt"

  private func repository() throws -> GatedRepository {
    let gated = try GatedRepository()
    try gated.repository.write(Self.record, "Nothing was said.\n")
    try gated.commitUnseen()
    return gated
  }

  @Test func `as it was first, it may come back`() throws {
    let gated = try repository()
    try gated.setHooks(on: true)
    try gated.repository.git("checkout", "-q", "HEAD~", "--", "evidence")
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
  }

  @Test func `otherwise it may not change again`() throws {
    let gated = try repository()
    try gated.setHooks(on: true)
    try gated.repository.write(Self.record, "Something was said.\n")
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[changed-evidence]"), "\(words)")
  }

  @Test func `what stood there before it was taken away does not come back over it`() throws {
    let gated = try repository()
    try gated.repository.git("rm", "-q", Self.record)
    try gated.commitUnseen()
    try gated.repository.write(Self.record, "We will get you the report.\n")
    try gated.commitUnseen()
    try gated.setHooks(on: true)
    try gated.repository.git("checkout", "-q", "HEAD~3", "--", "evidence")
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[changed-evidence]"), "\(words)")
  }

  @Test func `a history of its own brings no first record`() throws {
    let gated = try GatedRepository()
    try gated.setHooks(on: false)
    try gated.repository.git("checkout", "-q", "--orphan", "other")
    try gated.repository.write(Self.record, "Nothing was said.\n")
    gated.repository.variables["GIT_AUTHOR_DATE"] = "2001-01-01T00:00:00Z"
    gated.repository.variables["GIT_COMMITTER_DATE"] = "2001-01-01T00:00:00Z"
    try gated.commitUnseen()
    try gated.repository.git("checkout", "-q", "-f", "main")
    try gated.repository.git(
      "merge", "-q", "--no-edit", "--allow-unrelated-histories", "-s", "ours", "other")
    try gated.setHooks(on: true)
    try gated.repository.write(Self.record, "Nothing was said.\n")
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(words.contains("[changed-evidence]"), "\(words)")
  }
}
