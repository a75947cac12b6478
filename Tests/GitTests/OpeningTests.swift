import Git
import TestSupport
import Testing

struct OpeningTests {
  @Test func `an ordinary repository`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["deep/a.md": "A\n"])
    for path in [test.path, test.path + "/deep"] {
      let repository = try test.open(at: path)
      #expect(try repository.head() == .branch("refs/heads/main", first))
      #expect(repository.workTree == test.path + "/")
      #expect(repository.gitDirectory == test.path + "/.git/")
      #expect(repository.commonDirectory == test.path + "/.git/")
      #expect(!repository.isBare)
      #expect(!repository.isShallow)
    }
  }

  @Test func `a bare repository has no work tree`() throws {
    let test = try TestRepository(isBare: true)
    let repository = try test.open(["GIT_DIR": "."])
    #expect(repository.isBare)
    #expect(repository.gitDirectory == test.path + "/")
    #expect(try repository.head() == .branch("refs/heads/main", nil))
  }

  @Test func `no repository is told apart`() throws {
    let directory = try TemporaryDirectory()
    let error = #expect(throws: GitError.self) {
      try Repository(
        openAt: directory.path,
        environment: GitEnvironment(["GIT_CEILING_DIRECTORIES": "/tmp"]))
    }
    #expect(error?.code == .notARepository)
    #expect(error?.message == "there is no git repository here")
  }

  @Test func `a linked work tree has its own HEAD and the shared branches`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    let linked = test.beside("linked")
    try test.git("worktree", "add", "-q", "-b", "side", linked)
    try test.commit("go on", ["a.md": "B\n"])
    let gitDirectory = test.path + "/.git/worktrees/linked"
    for changes in [[:], ["GIT_DIR": gitDirectory]] {
      let repository = try test.open(changes, at: linked)
      #expect(try repository.head() == .branch("refs/heads/side", first))
      #expect(repository.workTree == linked + "/")
      #expect(repository.gitDirectory == gitDirectory + "/")
      #expect(repository.commonDirectory == test.path + "/.git/")
      #expect(
        try repository.references("refs/heads/").map(\.name) == [
          "refs/heads/main", "refs/heads/side",
        ])
      #expect(try repository.writeTree() == test.id("side^{tree}"))
    }
  }

  @Test func `variables name the repository and its work tree, as git reads them`() throws {
    let test = try TestRepository()
    try test.commit("add brief", ["a.md": "A\n"])
    let elsewhere = test.beside("elsewhere")
    try writeFile(elsewhere + "/a.md", Array("B\n".utf8))
    let common = test.path + "/.git"
    let named = try test.open(
      ["GIT_DIR": common, "GIT_WORK_TREE": ".", "GIT_COMMON_DIR": common], at: elsewhere)
    #expect(named.workTree == elsewhere + "/")
    #expect(try named.head().commit == test.id("main"))
    #expect(try named.writeTree() == test.id("main^{tree}"))
    let alone = try test.open(["GIT_DIR": "../work/.git"], at: elsewhere)
    #expect(alone.workTree == elsewhere + "/")
    let error = #expect(throws: GitError.self) {
      try test.open(["GIT_DIR": common, "GIT_COMMON_DIR": elsewhere])
    }
    #expect(error?.code == .unsupported)
  }

  @Test(arguments: [
    "objectformat=sha1", "objectformat=sha256", "refstorage=reftable", "unheardof=1",
  ])
  func `an extension that we cannot read is named`(setting: String) throws {
    let test = try TestRepository()
    let parts = setting.split(separator: "=")
    try test.git("config", "core.repositoryformatversion", "1")
    try test.git("config", "extensions.\(parts[0])", String(parts[1]))
    let error = #expect(throws: GitError.self) { try test.open() }
    #expect(error?.code == .unsupported)
    #expect(error?.message.contains(parts[0]) == true)
  }

  @Test(arguments: [
    "worktreeconfig=true", "partialclone=origin", "preciousobjects=true", "relativeworktrees=true",
    "noop=1",
  ])
  func `an extension that changes nothing for us is accepted`(setting: String) throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    let parts = setting.split(separator: "=")
    try test.git("config", "core.repositoryformatversion", "1")
    try test.git("config", "extensions.\(parts[0])", String(parts[1]))
    #expect(try test.open().head().commit == first)
  }

  @Test func `a SHA-256 repository is refused`() throws {
    let test = try TestRepository()
    let path = test.beside("sha256")
    try test.git("init", "-q", "--object-format=sha256", path)
    let error = #expect(throws: GitError.self) { try test.open(at: path) }
    #expect(error?.code == .unsupported)
  }

  @Test func `another user's repository is refused as git does, and opened as git does`() throws {
    let test = try TestRepository()
    try test.commit("add brief", ["a.md": "A\n"])
    let owner = try run("/bin/chown", ["-R", "nobody", test.path], in: "/")
    guard owner.status == 0 else { return }
    let error = #expect(throws: GitError.self) { try test.open() }
    #expect(error?.code == .foreignOwner)
    let settings = test.beside("settings")
    try writeFile(settings, Array("[safe]\n\tdirectory = *\n".utf8))
    _ = try test.open(["GIT_CONFIG_GLOBAL": settings])
  }

  @Test func `settings come from the caller's files, not from the machine`() throws {
    let test = try TestRepository()
    #expect(try test.open().configuration("handoff.name") == nil)
    let settings = test.beside("settings")
    try writeFile(settings, Array("[handoff]\n\tname = global\n\trequired\n".utf8))
    let global = try test.open(["GIT_CONFIG_GLOBAL": settings])
    #expect(try global.configuration("handoff.name") == "global")
    #expect(try global.configurationFlag("handoff.required") == true)
    try test.git("config", "handoff.name", "local")
    #expect(try test.open(["GIT_CONFIG_GLOBAL": settings]).configuration("handoff.name") == "local")
    try test.git("config", "extensions.worktreeConfig", "true")
    try test.git("config", "--worktree", "handoff.name", "worktree")
    #expect(try test.open().configuration("handoff.name") == "worktree")
  }
}
