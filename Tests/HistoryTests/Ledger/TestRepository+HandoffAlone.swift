import Git
import TestSupport
import Testing

extension TestRepository {
  /// The program alone in a folder, where it finds no `handoff-index` beside it.
  func handoffWithoutIndex() throws -> String {
    let path = beside("alone/handoff")
    try writeFile(beside("alone/.keep"), [])
    let copied = try run(
      "/bin/sh",
      ["-c", "ln -f \"$0\" \"$1\" 2>/dev/null || cp \"$0\" \"$1\"", HandoffProgram.path, path],
      in: "/", environment: variables)
    #expect(copied.status == 0)
    return path
  }
}
