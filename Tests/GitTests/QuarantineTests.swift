import Git
import TestSupport
import Testing

struct QuarantineTests {
  /// A hook cannot call a test, so it keeps its variables and a copy of the quarantine for later.
  @Test func `objects of a push are found in quarantine, and not without its variables`() throws {
    let test = try TestRepository()
    let server = test.beside("server")
    try test.git("init", "-q", "--bare", server)
    let tip = try test.commit("one", ["a.md": "A\n"])
    let hook = "#!/bin/sh\nenv > ../variables\ncp -r \"$GIT_QUARANTINE_PATH\" ../kept\nexit 1\n"
    try writeFile(server + "/hooks/pre-receive", Array(hook.utf8))
    _ = try run("/bin/chmod", ["+x", server + "/hooks/pre-receive"], in: "/")
    let push = try test.attempt(["push", "-q", server, "main"])
    #expect(push.status != 0)

    let lines = String(decoding: readFile(test.beside("variables")) ?? [], as: UTF8.self)
    var variables: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      if parts.count == 2, parts[0].hasPrefix("GIT_") { variables[parts[0]] = parts[1] }
    }
    #expect(variables["GIT_DIR"] == ".")
    // The quarantine is gone by now; what it held is in the copy.
    variables["GIT_OBJECT_DIRECTORY"] = "../kept"
    variables["GIT_QUARANTINE_PATH"] = test.beside("kept")

    let inside = try test.open(variables, at: server)
    #expect(try inside.commits(reachableFrom: [tip]) == [tip])
    #expect(try inside.commit(tip).message == Array("one\n".utf8))
    variables["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = "/no/such/directory:\"../ke\\pt\""
    variables["GIT_OBJECT_DIRECTORY"] = "./objects"
    #expect(try test.open(variables, at: server).hasObject(tip))
    let error = #expect(throws: GitError.self) { try test.open(at: server).commit(tip) }
    #expect(error?.code == .notFound)
  }
}
