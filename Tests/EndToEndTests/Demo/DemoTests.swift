import Git
import TestSupport
import Testing

struct DemoTests {
  let repository: TestRepository

  init() throws {
    repository = try TestRepository()
  }

  /// Plays the worked example in a folder beside another repository.
  private func play(
    in folder: String, setting changes: [String: String] = [:], without removed: [String] = []
  ) throws -> ChildProcess.Output {
    let variables = repository.variables.merging(changes) { $1 }
      .filter { !removed.contains($0.key) }
    return try run(
      HandoffProgram.path, ["demo", folder], in: repository.path, environment: variables)
  }

  @Test func `the example goes as told and leaves a clean repository without errors`() throws {
    let folder = repository.beside("demo")
    let played = try play(in: folder)
    #expect(played.status == 0, "\(played.text)\(played.errorText)")
    #expect(played.errorText == "")

    let lines = played.text.split(separator: "\n")
    let refusals = lines.filter { $0.contains("error: ") && $0.contains("[dropped-exclusion]") }
    #expect(refusals.count == 2)
    #expect(lines.contains { $0.contains("handoff: this commit was refused.") })
    #expect(lines.contains { $0.contains("ref updates aborted by hook") })
    #expect(lines.contains { $0.contains("$ git commit --no-verify -a -m \"acme: tidy up\"") })
    #expect(lines.contains { $0.contains("handoff: acme-implementation, still to do: ") })
    #expect(lines.contains { $0.hasSuffix("cd \(folder)") })

    #expect(try repository.git("status", "--porcelain", in: folder) == "")
    #expect(lines.contains { $0.contains("sam$ handoff accept acme-implementation") })
    #expect(lines.contains { $0.contains("error: ") && $0.contains("[missing-evidence]") })
    #expect(lines.contains { $0.contains("the sales approval that Dana Lee gave") })
    #expect(lines.contains { $0.contains("What we promised: acme-implementation") })
    #expect(lines.contains { $0.contains("Dashboards [-beyond-] {+except+}") })
    #expect(lines.contains { $0.contains("no violations in 21 commits") })
    #expect(try repository.git("rev-list", "--count", "HEAD", in: folder) == "21")
    #expect(try repository.attempt(["fsck", "--strict"], in: folder).status == 0)
    let check = try repository.handoff("check", in: folder)
    #expect(check.status == 0)
    #expect(check.text.contains("error:") == false)
    let brief = readFile("\(folder)/handoffs/acme/acme-implementation.md") ?? []
    let text = String(decoding: brief, as: UTF8.self)
    #expect(text.contains("text: Dashboards except the weekly revenue report."))
    #expect(text.contains("withdrawn: Acme ordered two days of training."))
  }

  @Test func `it needs no home and no identity, and heeds no repository around it`() throws {
    let head = try repository.commit("begin", ["note.txt": "note"])
    let folder = "a folder/it's here"
    let played = try play(
      in: folder,
      setting: [
        "GIT_DIR": repository.path + "/.git", "GIT_WORK_TREE": repository.path,
        "GIT_INDEX_FILE": repository.path + "/.git/index", "TMPDIR": "/nowhere",
      ],
      without: [
        "HOME", "XDG_CONFIG_HOME", "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME",
        "GIT_COMMITTER_EMAIL",
      ])
    #expect(played.status == 0, "\(played.text)\(played.errorText)")
    #expect(try repository.id("HEAD") == head)
    #expect(try repository.git("status", "--porcelain") == "?? \"a folder/\"")
    let whole = "\(repository.path)/\(folder)"
    #expect(try repository.git("log", "-1", "--format=%ae", in: whole) == "sam@northwind.example")
  }

  @Test func `without a folder it makes one among the temporary files`() throws {
    try repository.write("temporary files/.keep", "")
    let place = repository.path + "/temporary files"
    let played = try run(
      HandoffProgram.path, ["demo"], in: "/",
      environment: repository.variables.merging(["TMPDIR": place]) { $1 })
    #expect(played.status == 0, "\(played.text)\(played.errorText)")
    #expect(played.text.contains("cd '\(place)/handoff-demo-"))
  }

  @Test func `a folder with files in it is left alone`() throws {
    try repository.write("full/note.txt", "note")
    let played = try play(in: "full")
    #expect(played.status == 2)
    #expect(played.text == "")
    #expect(played.errorText.contains("full is no empty folder"))
    #expect(try repository.git("status", "--porcelain") == "?? full/")
  }

  @Test func `a step that does not go as told ends it, with its number`() throws {
    let programs = repository.beside("programs")
    try writeFile("\(programs)/git", Array("#!/bin/sh\nexit 3\n".utf8))
    _ = try run("/bin/chmod", ["755", "\(programs)/git"], in: "/")
    let played = try play(
      in: "demo", setting: ["PATH": "\(programs):/usr/local/bin:/usr/bin:/bin"])
    #expect(played.status == 2)
    #expect(played.errorText.contains("step 1 of 25 did not go as told: git init -q -b main"))
    #expect(played.errorText.contains("it ended with status 3; it should have succeeded"))
  }
}
