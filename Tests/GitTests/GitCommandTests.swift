import Git
import TestSupport
import Testing

struct GitCommandTests {
  @Test func `git's own variables are cleared unless they are kept`() throws {
    let caller = GitEnvironment([
      "GIT_DIR": "/a", "GIT_TRACE": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": "/home/dana",
      "LC_ALL": "tr_TR.UTF-8",
    ])
    let cleared = GitCommand(["status"], in: "/", environment: caller)
    #expect(
      cleared.environment == [
        "GIT_CONFIG_GLOBAL": "/dev/null", "HOME": "/home/dana", "LC_ALL": "C",
        "GIT_NO_REPLACE_OBJECTS": "1", "GIT_TERMINAL_PROMPT": "0",
      ])
    let kept = GitCommand(
      ["status"], in: "/", environment: caller, keeping: ["GIT_DIR"], setting: ["X": "y"])
    #expect(kept.environment["GIT_DIR"] == "/a")
    #expect(kept.environment["X"] == "y")
    #expect(kept.environment["GIT_TRACE"] == nil)
  }

  @Test func `a program finds further files behind its three streams`() throws {
    let script = "cat; cat /dev/fd/4 /dev/fd/3"
    let result = try ChildProcess.run(
      "/bin/sh", ["-c", script], in: "/", environment: ["PATH": "/usr/bin:/bin"],
      input: Array("in ".utf8), files: [Array("three ".utf8), Array("four ".utf8)])
    #expect(result.text == "in four three ")
  }

  @Test func `large input and output pass through`() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0) }
    let result = try run("/bin/sh", ["-c", "cat; echo words >&2; exit 3"], in: "/", input: input)
    #expect(result.output == input)
    #expect(result.errorText == "words\n")
    #expect(result.status == 3)
  }

  @Test func `a program that a signal ended has a status over 128`() throws {
    #expect(try run("/bin/sh", ["-c", "kill -9 $$"], in: "/").status == 137)
  }

  @Test func `a program that is not there is an error`() throws {
    let error = #expect(throws: GitError.self) {
      try ChildProcess.run("no-such-program", [], in: "/", environment: [:])
    }
    #expect(error?.code == .notFound)
    #expect(throws: GitError.self) {
      try ChildProcess.run("/bin/true", [], in: "/no/such/directory", environment: [:])
    }
  }

  @Test func `a failure carries git's words`() throws {
    let test = try TestRepository()
    let command = GitCommand(
      ["rev-parse", "--verify", "missing"], in: test.path,
      environment: GitEnvironment(test.variables))
    let error = #expect(throws: GitError.self) { try command.output() }
    #expect(error?.description == "cannot run git rev-parse: fatal: Needed a single revision")
  }
}
