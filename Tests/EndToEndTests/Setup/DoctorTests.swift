import Git
import TestSupport
import Testing

struct DoctorTests {
  @Test func `a repository with hooks and a roster has no error`() throws {
    let repository = try HandoffRepository()
    try repository.install()
    let report = try repository.git.handoff("doctor")
    #expect(report.status == 0, "\(report.text)")
    #expect(!report.text.contains("error"))
    #expect(report.text.contains("hook reference-transaction: installed"))
  }

  @Test func `the JSON names its schema`() throws {
    let repository = try HandoffRepository()
    try repository.install()
    let report = try repository.git.handoff("doctor", "--format", "json")
    #expect(
      report.text.hasPrefix("{\"schema\":\"handoff/doctor/1\",\"checks\":[{\"name\":\"git\","))
    let states = try repository.git.handoff("hooks", "status", "--format", "json")
    #expect(
      states.text.hasPrefix("{\"schema\":\"handoff/hooks/1\",\"hooks\":[{\"name\":\"pre-commit\","))
  }

  /// A way to keep git from running the hooks.
  struct Switch: Sendable, CustomTestStringConvertible {
    let name: String
    var commands: [[String]] = []
    var variables: [String: String] = [:]

    var testDescription: String { name }
  }

  static let switches = [
    Switch(
      name: "a setting of the command line",
      variables: ["GIT_CONFIG_PARAMETERS": "'core.hooksPath'='/dev/null'"]),
    Switch(
      name: "a setting by variables",
      variables: [
        "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.hooksPath",
        "GIT_CONFIG_VALUE_0": "/nonexistent",
      ]),
    Switch(
      name: "a setting of the work tree",
      commands: [
        ["git", "config", "extensions.worktreeConfig", "true"],
        ["git", "config", "--worktree", "core.hooksPath", "/dev/null"],
      ]),
    Switch(
      name: "a setting of the hook",
      commands: [["git", "config", "hook.reference-transaction.enabled", "false"]]),
    Switch(
      name: "permissions", commands: [["chmod", "644", ".git/hooks/reference-transaction"]]),
    Switch(
      name: "a link that leads nowhere",
      commands: [["ln", "-sf", "nowhere", ".git/hooks/reference-transaction"]]),
  ]

  @Test(arguments: switches)
  func `hooks that git does not run are an error`(way: Switch) throws {
    let repository = try HandoffRepository()
    try repository.install()
    for command in way.commands {
      let done = try run(
        command[0], Array(command.dropFirst()), in: repository.git.path,
        environment: repository.git.variables)
      #expect(done.status == 0)
    }
    let report = try repository.git.handoff("doctor", setting: way.variables)
    #expect(report.status == 1)
    #expect(report.text.contains("hook reference-transaction: off"), "\(report.text)")
    #expect(try repository.git.handoff("hooks", "status", setting: way.variables).status == 1)
  }

  /// Something that doctor warns of, or calls an error.
  struct Fault: Sendable, CustomTestStringConvertible {
    let commands: [[String]]
    let says: String
    var status: Int32 = 0

    var testDescription: String { says }
  }

  static let faults = [
    Fault(
      commands: [["commit", "-q", "--allow-empty", "-m", "x"], ["replace", "--graft", "HEAD"]],
      says: "warning  replace refs: 1"),
    Fault(
      commands: [["config", "core.sparseCheckout", "true"]], says: "warning  sparse checkout: it"),
    Fault(
      commands: [["config", "remote.origin.promisor", "true"]],
      says: "warning  history: this clone is partial"),
    Fault(commands: [["config", "safe.directory", "*"]], says: "warning  safe.directory: it is *"),
    Fault(
      commands: [["config", "--unset", "handoff.required"]], says: "warning  handoff.required"),
    Fault(
      commands: [["rm", "-q", "--cached", "handoff.yaml"], ["stash", "-q"]],
      says: "error    handoff.yaml: there is none", status: 1),
  ]

  @Test(arguments: faults)
  func `what misleads or hinders is told`(fault: Fault) throws {
    let repository = try HandoffRepository()
    try repository.install()
    if fault.status == 1 {
      _ = try run("/bin/rm", ["handoff.yaml"], in: repository.git.path)
    } else {
      for command in fault.commands {
        let done = try repository.git.attempt(command)
        #expect(done.status == 0, "\(done.errorText)")
      }
    }
    let report = try repository.git.handoff("doctor")
    #expect(report.text.contains(fault.says), "\(report.text)")
    #expect(report.status == fault.status)
  }

  @Test func `grafts and attributes that rewrite a brief are told`() throws {
    let repository = try HandoffRepository()
    try repository.install()
    let head = try repository.git.id("HEAD").description
    try repository.git.write(".git/info/grafts", head + "\n")
    try repository.git.write(".git/info/attributes", "*.md ident\n")
    let report = try repository.git.handoff("doctor")
    #expect(report.status == 1)
    #expect(report.text.contains("warning  grafts: "))
    #expect(report.text.contains("\(HandoffRepository.file) has the attribute ident"))
  }

  @Test func `missing reviewers and a stranger are told`() throws {
    let repository = try HandoffRepository()
    let policy = HandoffRepository.policy
    let lines = policy.split(separator: "\n").prefix(5).joined(separator: "\n") + "\n"
    try repository.git.write("handoff.yaml", lines + "    roles: [policy]\n")
    let report = try repository.git.handoff(
      "doctor", setting: ["GIT_AUTHOR_EMAIL": "zoe@northwind.example"])
    #expect(report.text.contains("warning  legal review: nobody can approve"), "\(report.text)")
    #expect(report.text.contains("zoe@northwind.example is not on the roster"))
  }

  @Test func `an address that is set by variables is yours`() throws {
    let repository = try HandoffRepository()
    repository.git.variables["GIT_AUTHOR_EMAIL"] = nil
    let report = try repository.git.handoff("doctor", setting: InitTests.settings)
    #expect(report.text.contains("ok       you: Dana@Northwind.example: "), "\(report.text)")
  }

  @Test func `folders of the user are shortened`() throws {
    let repository = try HandoffRepository()
    let report = try repository.git.handoff(
      "doctor", setting: ["HOME": repository.git.beside("")])
    #expect(report.text.contains("~/work/.git/"), "\(report.text)")
    #expect(!report.text.contains(repository.git.path))
  }

  @Test func `outside of a repository doctor says so`() throws {
    let folder = try TemporaryDirectory()
    let report = try run(
      HandoffProgram.path, ["doctor"], in: folder.path,
      environment: ["PATH": "/usr/bin:/bin", "HOME": folder.path])
    #expect(report.status == 1)
    #expect(report.text.contains("there is no git repository here"))
  }
}
