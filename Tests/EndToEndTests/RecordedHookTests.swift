import TestSupport
import Testing
import Workspace

struct RecordedHookTests {
  @Test(arguments: Hook.allCases)
  func `the hooks of the repository are those that the program writes`(hook: Hook) throws {
    let text = HookScript(hook, program: nil).file
    #expect(text.utf8.count { $0 == UInt8(ascii: "\n") } <= 15)
    let recorded = readFile(HandoffProgram.hookPath(hook.rawValue)) ?? []
    #expect(String(decoding: recorded, as: UTF8.self) == text)
  }
}
