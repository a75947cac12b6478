import Git
import TestSupport
import Testing

/// `core.hooksPath` is followed where that is safe, and named where it is not.
struct HooksPathTests {
  @Test func `husky is told what to add and the lock is installed`() throws {
    let repository = try HandoffRepository()
    let runner = "#!/usr/bin/env sh\n. \"$(dirname \"$0\")/h\"\n"
    let sources = ["h": "sh -e \".husky/$(basename \"$0\")\" \"$@\"\n", "pre-commit": runner]
    for (name, text) in sources { try repository.git.write(".husky/_/\(name)", text) }
    try repository.git.write(".husky/_/pre-merge-commit", runner)
    for name in ["pre-commit", "pre-merge-commit"] {
      _ = try run("/bin/chmod", ["755", ".husky/_/\(name)"], in: repository.git.path)
    }
    try repository.git.git("config", "core.hooksPath", ".husky/_")
    let installed = try repository.install()
    #expect(installed.status == 1)
    #expect(
      installed.errorText.contains(
        "add this line to .husky/pre-commit: handoff gate pre-commit \"$@\""))
    #expect(repository.bytes(".husky/_/pre-commit") == runner)
    #expect(try repository.commitDrop("--no-verify").errorText.contains("dropped-exclusion"))
    for name in ["pre-commit", "pre-merge-commit"] {
      try repository.git.write(".husky/\(name)", "handoff gate \(name) \"$@\"\n")
    }
    #expect(try repository.git.handoff("hooks", "status").status == 0)
  }

  @Test func `a folder of the work tree is changed only when it is named`() throws {
    let repository = try HandoffRepository()
    try repository.git.write(".githooks/keep", "")
    try repository.git.git("config", "core.hooksPath", ".githooks")
    let refused = try repository.install()
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("--into"))
    #expect(repository.bytes(".githooks/pre-commit") == nil)
    let way = "handoff hooks install --into \(repository.git.path)/.githooks"
    #expect(try repository.git.handoff("hooks", "status").errorText.contains(way))
    #expect(try repository.git.handoff("doctor").text.contains(way))
    #expect(try repository.install("--into", ".githooks").status == 0)
    let text = repository.bytes(".githooks/pre-commit") ?? ""
    #expect(text.contains("program=handoff\n"))
    let folder = HandoffProgram.path.dropLast("/handoff".utf8.count)
    let found = ["PATH": "\(folder):/usr/bin:/bin"]
    let dropped = try repository.commitDrop(setting: found)
    #expect(dropped.errorText.contains("dropped-exclusion"))
  }

  @Test func `a folder that others use is changed only when it is named`() throws {
    let repository = try HandoffRepository()
    let folder = repository.git.beside("global-hooks")
    try writeFile(folder + "/keep", [])
    try repository.git.git("config", "core.hooksPath", folder)
    let refused = try repository.install()
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("other repositories"))
    #expect(readFile(folder + "/pre-commit") == nil)
    #expect(try repository.install("--into", repository.git.path).status == 1)
    #expect(try repository.install("--into", folder).status == 0)
    #expect(try repository.commitDrop().errorText.contains("this commit was refused"))
  }

  @Test func `hooks switched off are named with the way to switch them on`() throws {
    let repository = try HandoffRepository()
    try repository.git.git("config", "core.hooksPath", "/dev/null")
    let refused = try repository.install()
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("git config --local --unset core.hooksPath"))
  }

  @Test func `a folder of hooks that is a link into the work tree is the team's`() throws {
    let repository = try HandoffRepository()
    try repository.git.write("tools/hooks/keep", "")
    for command in [["rm", "-rf", ".git/hooks"], ["ln", "-s", "../tools/hooks", ".git/hooks"]] {
      _ = try run(
        command[0], Array(command.dropFirst()), in: repository.git.path,
        environment: repository.git.variables)
    }
    let refused = try repository.install()
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("is a link to"))
    #expect(repository.bytes("tools/hooks/pre-commit") == nil)
  }

  @Test func `a set-up without hooks ends with the rest in place`() throws {
    let repository = try HandoffRepository()
    try repository.git.git("config", "core.hooksPath", "/dev/null")
    let made = try repository.git.handoff("init")
    #expect(made.status == 1)
    #expect(made.errorText.contains("git runs no hooks here"))
    #expect(repository.bytes("evidence/README.md") != nil)
  }
}
