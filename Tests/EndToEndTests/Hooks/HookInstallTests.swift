import Git
import TestSupport
import Testing
import Workspace

struct HookInstallTests {
  @Test func `a commit that drops an exclusion is refused`() throws {
    let repository = try HandoffRepository()
    let head = try repository.git.id("HEAD")
    #expect(try repository.install().status == 0)
    let refused = try repository.commitDrop()
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("this commit was refused"))
    #expect(try repository.commitDrop("--no-verify").errorText.contains("dropped-exclusion"))
    #expect(try repository.git.id("HEAD") == head)
    try repository.git.git("checkout", "-q", "--", ".")
    #expect(try repository.commitHarmless().status == 0)
  }

  @Test func `installing twice writes the same bytes`() throws {
    let repository = try HandoffRepository()
    try repository.writeHook("pre-commit", "#!/bin/sh\nexit 0\n")
    try repository.install()
    let first = Hook.allCases.map { repository.bytes(".git/hooks/\($0.rawValue)") }
    let second = try repository.install()
    #expect(second.status == 0)
    #expect(second.errorText.contains("pre-commit: unchanged"))
    #expect(first == Hook.allCases.map { repository.bytes(".git/hooks/\($0.rawValue)") })
  }

  @Test func `uninstalling takes our files away`() throws {
    let repository = try HandoffRepository()
    try repository.install()
    #expect(try repository.git.git("config", "handoff.required") == "true")
    #expect(try repository.git.handoff("hooks", "uninstall").status == 0)
    for hook in Hook.allCases { #expect(readFile(repository.hook(hook.rawValue)) == nil) }
    #expect(try repository.git.attempt(["config", "handoff.required"]).status == 1)
  }

  @Test func `the gate is found with the path of a graphical client`() throws {
    let repository = try HandoffRepository()
    try repository.install()
    try repository.git.write(HandoffRepository.file, repository.brief(withExclusion: false))
    let environment = ["PATH": "/usr/bin:/bin", "HOME": "/nonexistent"]
    let identity = ["-c", "user.name=Dana", "-c", "user.email=dana@northwind.example"]
    let refused = try run(
      "git", identity + ["commit", "-qam", "drop"], in: repository.git.path,
      environment: environment)
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("dropped-exclusion"))
  }

  @Test func `without the program nothing is committed and the message names the cause`() throws {
    let repository = try HandoffRepository()
    let link = repository.git.beside("bin-handoff")
    _ = try run("/bin/ln", ["-s", HandoffProgram.path, link], in: "/")
    try repository.install(program: link)
    #expect(try repository.commitHarmless().status == 0)
    _ = try run("/bin/rm", [link], in: "/")
    let refused = try repository.commitHarmless("other.txt")
    #expect(refused.status != 0)
    #expect(refused.errorText.contains("the program handoff is missing"))
    let moved = try repository.git.attempt(["commit", "-qm", "no", "--no-verify"])
    #expect(moved.status != 0)
    #expect(moved.errorText.contains("handoff hooks install"))
  }

  @Test func `a linked work tree shares the hooks`() throws {
    let repository = try HandoffRepository()
    let linked = repository.git.beside("linked")
    try repository.git.git("worktree", "add", "-q", linked, "-b", "topic")
    #expect(try repository.git.handoff("hooks", "install", in: linked).status == 0)
    let brief = Array(repository.brief(withExclusion: false).utf8)
    try writeFile("\(linked)/\(HandoffRepository.file)", brief)
    #expect(try repository.git.attempt(["commit", "-qam", "drop"], in: linked).status == 1)
    #expect(try repository.commitDrop().status == 1)
  }

  @Test func `a work tree named on the command line is gated`() throws {
    let repository = try HandoffRepository()
    let top = repository.git.path
    let apart = repository.git.beside("apart.git")
    _ = try run("/bin/mv", ["\(top)/.git", apart], in: "/")
    let named = ["GIT_DIR": apart, "GIT_WORK_TREE": top]
    #expect(try repository.git.handoff("hooks", "install", setting: named).status == 0)
    try repository.git.write(HandoffRepository.file, repository.brief(withExclusion: false))
    let refused = try repository.git.attempt(
      ["--git-dir", apart, "--work-tree", top, "commit", "-qam", "drop"],
      in: repository.git.beside("home"))
    #expect(refused.status == 1)
    #expect(refused.errorText.contains("dropped-exclusion"))
  }

  @Test func `a fetch of other references starts no program`() throws {
    let repository = try HandoffRepository()
    try repository.install()
    let id = try repository.git.id("HEAD").description
    let missing = ["PATH": "/nonexistent"]
    let hook = repository.hook("reference-transaction")
    let zeros = String(repeating: "0", count: 40)
    for line in ["\(zeros) \(id) refs/remotes/origin/main", "\(id) \(zeros) refs/heads/gone"] {
      let passed = try run(
        hook, ["prepared"], in: "/", environment: missing, input: Array("\(line)\n".utf8))
      #expect(passed.status == 0, "\(passed.errorText)")
    }
  }
}
