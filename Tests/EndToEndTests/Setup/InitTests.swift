import Git
import TestSupport
import Testing

struct InitTests {
  static let settings = [
    "GIT_CONFIG_COUNT": "2", "GIT_CONFIG_KEY_0": "user.email",
    "GIT_CONFIG_VALUE_0": "Dana@Northwind.example", "GIT_CONFIG_KEY_1": "user.name",
    "GIT_CONFIG_VALUE_1": "Dana \"D\" Lee # sales",
  ]

  @Test func `a new folder becomes a repository that is ready`() throws {
    let repository = try TestRepository()
    let folder = repository.beside("new")
    let made = try repository.handoff("init", folder, setting: Self.settings)
    #expect(made.status == 0, "\(made.errorText)")
    #expect(try repository.git("symbolic-ref", "HEAD", in: folder) == "refs/heads/main")
    let policy = readFile(folder + "/handoff.yaml").map { String(decoding: $0, as: UTF8.self) }
    #expect(policy?.contains("email: dana@northwind.example\n") == true)
    try repository.git("add", "-A", in: folder)
    let committed = try repository.attempt(["commit", "-qm", "begin"], in: folder)
    #expect(committed.status == 0, "\(committed.errorText)")
    let report = try repository.handoff("doctor", in: folder)
    #expect(report.status == 0, "\(report.text)")
  }

  @Test func `a name that git does not know is said to be missing`() throws {
    let repository = try TestRepository()
    let email = [
      "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "user.email",
      "GIT_CONFIG_VALUE_0": "dana@northwind.example",
    ]
    let made = try repository.handoff("init", repository.beside("new"), setting: email)
    #expect(made.errorText.contains("git does not know your name"), "\(made.errorText)")
  }

  @Test func `a first brief is begun on request`() throws {
    let repository = try TestRepository()
    let folder = repository.beside("new")
    let made = try repository.handoff(
      "init", folder, "--brief", "sales-to-onboarding", "--account", "Acme GmbH", "--to",
      "dana@northwind.example", setting: Self.settings)
    #expect(made.status == 0, "\(made.errorText)")
    let brief = readFile(folder + "/handoffs/acme/acme-onboarding.md")
    #expect(
      brief.map { String(decoding: $0, as: UTF8.self) }?.contains("account: Acme GmbH") == true)
  }

  @Test func `a repository with files keeps them and a second run changes nothing`() throws {
    let repository = try HandoffRepository()
    let before = repository.bytes("handoff.yaml")
    let first = try repository.git.handoff("init", setting: Self.settings)
    #expect(first.status == 0)
    #expect(repository.bytes("handoff.yaml") == before)
    try repository.git.commit("init")
    let second = try repository.git.handoff("init", setting: Self.settings)
    #expect(second.status == 0)
    #expect(second.errorText.contains("handoff.yaml: is there already"))
    #expect(second.errorText.contains("evidence/README.md: is there already"))
    #expect(try repository.git.git("status", "--porcelain") == "")
  }

  @Test func `a bare repository is refused with a sentence`() throws {
    let repository = try TestRepository(isBare: true)
    let refused = try repository.handoff("init", "--email", "dana@northwind.example")
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("it is a bare repository"))
  }

  @Test func `without an address there is a sentence and with a flag it works`() throws {
    let repository = try TestRepository()
    let refused = try repository.handoff("init")
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("git does not know your address"))
    let bad = try repository.handoff("init", "--email", "dana at home")
    #expect(bad.status == 2)
    #expect(readFile(repository.path + "/handoff.yaml") == nil)
    let made = try repository.handoff("init", "--name", "Dana", "--email", "DANA@northwind.example")
    #expect(made.status == 0, "\(made.errorText)")
  }

  @Test func `nothing is made before it is known for whom`() throws {
    let repository = try TestRepository()
    let folder = repository.beside("deals")
    let nameless = try repository.handoff("init", folder)
    #expect(nameless.status == 2)
    #expect(nameless.errorText.contains("git does not know your address"))
    #expect(try repository.handoff("init", folder, "--email", "dana at home").status == 2)
    #expect(readFile(folder + "/.git/HEAD") == nil)
    let made = try repository.handoff("init", folder, "--email", "dana@northwind.example")
    #expect(made.status == 0, "\(made.errorText)")
  }

  @Test func `a file is no folder to make a repository of`() throws {
    let repository = try TestRepository()
    let file = repository.beside("afile")
    try writeFile(file, [])
    let refused = try repository.handoff("init", file, setting: Self.settings)
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("afile is a file, not a folder\n"))
  }

  @Test func `a folder within a repository is refused with the way on`() throws {
    let repository = try HandoffRepository()
    let refused = try repository.git.handoff("init", "handoffs", setting: Self.settings)
    #expect(refused.status == 2)
    #expect(refused.errorText.contains("`git init` in the folder first"))
  }

  @Test func `running briefs are taken over in their status`() throws {
    let repository = try TestRepository()
    let brief = { (id: String, status: String) in
      """
      ---
      handoff: \(id)
      type: sales-to-onboarding
      status: \(status)
      account: Acme GmbH
      from: dana@northwind.example
      to: sam@northwind.example
      ---

      """
    }
    try repository.write("handoffs/acme/acme-one.md", brief("acme-one", "started"))
    try repository.write("handoffs/acme/acme-two.md", brief("acme-two", "draft"))
    let made = try repository.handoff("init", "--import", setting: Self.settings)
    #expect(made.status == 0, "\(made.errorText)")
    let policy =
      readFile(repository.path + "/handoff.yaml").map { String(decoding: $0, as: UTF8.self) } ?? ""
    #expect(policy.contains("imported:\n  - id: acme-one\n    status: started\n    by: dana@"))
    #expect(!policy.contains("acme-two"))
    let again = try repository.handoff("init", "--import", setting: Self.settings)
    #expect(again.text.contains("  - id: acme-one\n    status: started\n"))
  }
}
