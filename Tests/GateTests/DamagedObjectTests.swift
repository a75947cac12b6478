import Git
import TestSupport
import Testing

/// Objects that were cut short, on which libgit2 computes for ever.
@Suite struct DamagedObjectTests {
  @Test(arguments: [["gate", "pre-commit"], ["check"], ["list"], ["check", "--range", "HEAD"]])
  func `a tree that was cut short ends no command in silence nor keeps it for ever`(
    _ arguments: [String]
  ) throws {
    let gated = try GatedRepository()
    try gated.replace("three days", with: "two days")
    try gated.repository.git("add", "-A")
    let tree = try gated.repository.id("HEAD^{tree}").description
    let path = "\(gated.repository.path)/.git/objects/\(tree.prefix(2))/\(tree.dropFirst(2))"
    let variables = gated.repository.variables
    _ = try run("chmod", ["u+w", path], in: "/", environment: variables)
    _ = try run("truncate", ["-s", "40", path], in: "/", environment: variables)
    let output = try run(
      HandoffProgram.directory + "/handoff", arguments, in: gated.repository.path,
      environment: variables)
    #expect(output.status == 2)
    #expect(output.errorText.hasPrefix("handoff: "), "\(output.errorText)")
  }
}
