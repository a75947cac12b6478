import Git
import TestSupport
import Testing

/// A program that is listened to while it works.
struct ListeningTests {
  @Test func `each line is heard as it comes, and the last one without its end`() throws {
    let heard = try listen("echo one >&2; echo two >&2; printf three >&2; echo data; exit 3")
    #expect(heard.lines == ["one", "two", "three"])
    #expect(heard.output?.text == "data\n")
    #expect(heard.output?.status == 3)
  }

  @Test(arguments: ["sleep 60", "exec 2>&-; sleep 60", "echo begin >&2; exec sleep 60"])
  func `a program that gives no sign of life is ended`(script: String) throws {
    #expect(try listen(script).output == nil)
  }

  @Test func `signs of life keep it going for longer than it may be silent`() throws {
    let heard = try listen("for n in 1 2 3 4; do sleep 0.4; echo $n >&2; done; echo done")
    #expect(heard.output?.text == "done\n")
  }

  @Test func `what it started and left behind is not waited for`() throws {
    #expect(try listen("sleep 60 & echo done", seconds: 30).output?.text == "done\n")
  }

  private func listen(
    _ script: String, seconds: Int = 1
  ) throws -> (output: ChildProcess.Output?, lines: [String]) {
    final class Lines { var all: [String] = [] }
    let lines = Lines()
    let output = try ChildProcess.run(
      "/bin/sh", ["-c", script], in: "/", environment: ["PATH": "/usr/bin:/bin"],
      secondsOfSilence: seconds
    ) { lines.all.append(String(decoding: $0, as: UTF8.self)) }
    return (output, lines.all)
  }
}
