import Git
import TestSupport
import Testing

@testable import Workspace

/// Whether the first gate may leave signatures to the lock.
@Suite struct LockOnBranchesTests {
  @Test func `the lock is looked for where git looks for hooks`() throws {
    let repository = try TestRepository()
    #expect(try !repository.open().hasLockOnBranches)
    try install(in: repository.path + "/.git/hooks", of: repository)
    #expect(try repository.open().hasLockOnBranches)
    try repository.git("config", "core.hooksPath", "elsewhere")
    #expect(try !repository.open().hasLockOnBranches)
    try install(in: repository.path + "/elsewhere", of: repository)
    #expect(try repository.open().hasLockOnBranches)
    try repository.git("config", "core.hooksPath", "~/hooks")
    #expect(try !repository.open().hasLockOnBranches)
    try install(in: (repository.variables["HOME"] ?? "") + "/hooks", of: repository)
    #expect(try repository.open().hasLockOnBranches)
  }

  @Test func `a hook that git passes over, or that is another's, is no lock`() throws {
    let repository = try TestRepository()
    let folder = repository.path + "/.git/hooks"
    try install(in: folder, of: repository)
    _ = try run("/bin/chmod", ["-x", folder + "/reference-transaction"], in: "/")
    #expect(try !repository.open().hasLockOnBranches)
    _ = try run("/bin/chmod", ["+x", folder + "/reference-transaction"], in: "/")
    #expect(try repository.open().hasLockOnBranches)
    try writeFile(folder + "/reference-transaction", Array("#!/bin/sh\n# handoff gate\n".utf8))
    #expect(try !repository.open().hasLockOnBranches)
  }

  @Test(arguments: ["'core.hooksPath'='/dev/null'", "'include.path'='/tmp/x'"])
  func `a setting of the command line that may move the hooks leaves nothing to the lock`(
    setting: String
  ) throws {
    let repository = try TestRepository()
    try install(in: repository.path + "/.git/hooks", of: repository)
    #expect(try !repository.open(["GIT_CONFIG_PARAMETERS": setting]).hasLockOnBranches)
    #expect(
      try repository.open(["GIT_CONFIG_PARAMETERS": "'core.fsmonitor'='false'"]).hasLockOnBranches)
  }

  private func install(in folder: String, of repository: TestRepository) throws {
    try writeFile(folder + "/.keep", [])
    _ = try run(
      "cp", [HandoffProgram.hookPath("reference-transaction"), folder], in: "/",
      environment: repository.variables)
  }
}
