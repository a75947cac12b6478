import Briefs
import Git
import TestSupport
import Testing

@testable import Workspace

/// Signing with the key that git is set to.
@Suite struct ApprovalSignerTests {
  @Test func `a key in a file signs, named by either half`() throws {
    let desk = try SigningDesk()
    try desk.repository.git("config", "gpg.format", "ssh")
    for path in [desk.dana.path, desk.dana.path + ".pub"] {
      try desk.repository.git("config", "user.signingKey", path)
      #expect(desk.verdict(on: try desk.sign()) == .valid)
    }
  }

  @Test func `a path below the home folder is git's to expand`() throws {
    let desk = try SigningDesk()
    let home = try #require(desk.repository.variables["HOME"])
    _ = try run("/bin/cp", [desk.dana.path, home + "/key"], in: "/")
    try desk.repository.git("config", "gpg.format", "ssh")
    try desk.repository.git("config", "user.signingKey", "~/key")
    #expect(desk.verdict(on: try desk.sign()) == .valid)
  }

  @Test func `an agent signs for a public key, given or printed by a command`() throws {
    let desk = try SigningDesk()
    let socket = desk.repository.beside("agent")
    let agent = try run(
      "/bin/sh", ["-c", "ssh-agent -a \(socket) | sed -n 's/.*PID=\\([0-9]*\\);.*/\\1/p'"],
      in: "/", environment: desk.repository.variables)
    let process = String(agent.text.filter { $0.isNumber })
    defer { _ = try? run("/bin/kill", [process], in: "/") }
    desk.repository.variables["SSH_AUTH_SOCK"] = socket
    #expect(
      try run(
        "/usr/bin/ssh-add", ["-q", desk.dana.path], in: "/", environment: desk.repository.variables
      ).status == 0)
    try desk.repository.git("config", "gpg.format", "ssh")
    for key in ["key::" + desk.dana.publicLine, desk.dana.publicLine] {
      try desk.repository.git("config", "user.signingKey", key)
      #expect(desk.verdict(on: try desk.sign()) == .valid)
    }
    try desk.repository.git("config", "--unset", "user.signingKey")
    try desk.repository.git("config", "gpg.ssh.defaultKeyCommand", "ssh-add -L")
    #expect(desk.verdict(on: try desk.sign()) == .valid)
  }

  @Test func `a program of the user's signs, and the real one proves it`() throws {
    let desk = try SigningDesk()
    let program = desk.repository.beside("sign")
    try writeFile(program, Array("#!/bin/sh\nexec /usr/bin/ssh-keygen \"$@\"\n".utf8))
    _ = try run("/bin/chmod", ["+x", program], in: "/")
    try desk.repository.git("config", "gpg.format", "ssh")
    try desk.repository.git("config", "user.signingKey", desk.dana.path)
    try desk.repository.git("config", "gpg.ssh.program", program)
    #expect(desk.verdict(on: try desk.sign()) == .valid)
    try desk.repository.git("config", "gpg.ssh.program", "/bin/true")
    #expect(desk.failure()?.message == "/bin/true did not sign")
  }

  @Test func `what keeps somebody from signing is said with the next step`() throws {
    let desk = try SigningDesk()
    #expect(desk.failure()?.message.contains("not set to sign") == true)
    try desk.repository.git("config", "gpg.format", "ssh")
    #expect(desk.failure()?.message == "git does not know which key you sign with")
    try desk.repository.git("config", "user.signingKey", desk.repository.beside("none"))
    #expect(desk.failure()?.message.contains("there is no key in ") == true)
    let faults = [
      (desk.stranger, "is not Dana Lee’s"), (desk.sam, "is Sam Park’s"), (desk.old, "has replaced"),
    ]
    try desk.repository.git("config", "user.signingKey", desk.stranger.path)
    let line = desk.stranger.publicLine.split(separator: " ").dropLast().joined(separator: " ")
    #expect(desk.failure()?.hints.first?.hasSuffix(": - " + line) == true)
    for (key, words) in faults {
      try desk.repository.git("config", "user.signingKey", key.path)
      #expect(desk.failure()?.message.contains(words) == true)
    }
  }
}

extension SigningDesk {
  fileprivate func sign() throws -> String {
    let signer = ApprovalSigner(repository: try repository.open(), policy: policy)
    let person = try #require(policy.person("dana@northwind.example"))
    return try signer.sign(statement, for: person)
  }

  fileprivate func failure() -> SigningFailure? {
    do {
      _ = try sign()
      return nil
    } catch {
      return error as? SigningFailure
    }
  }
}
