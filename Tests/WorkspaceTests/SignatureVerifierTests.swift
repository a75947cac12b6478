import Briefs
import Diagnostics
import Git
import TestSupport
import Testing
import Workspace

/// What the real `ssh-keygen` and the look before it make of signatures.
@Suite struct SignatureVerifierTests {
  @Test(arguments: ["ed25519", "rsa", "ecdsa"])
  func `a key of each common kind proves its holder`(type: String) throws {
    let desk = try SigningDesk(type: type)
    #expect(desk.verdict(on: try desk.dana.sign(desk.statement.bytes)) == .valid)
    #expect(
      desk.verdict(on: try desk.dana.sign(desk.statement.bytes, digest: "sha256")) == .valid)
    #expect(
      desk.verdict(on: try desk.dana.sign(desk.statement.bytes + [0x0A]))
        == .invalid(.otherWords))
  }

  @Test func `no sign of a signature can be another`() throws {
    let desk = try SigningDesk()
    let signature = Array(try desk.dana.sign(desk.statement.bytes).utf8)
    for position in signature.indices.dropLast() {
      var altered = signature
      altered[position] = altered[position] == UInt8(ascii: "A") ? 0x42 : 0x41
      let verdict = desk.verdict(on: String(decoding: altered, as: UTF8.self))
      guard case .invalid = verdict else {
        Issue.record("sign \(position): \(verdict)")
        continue
      }
    }
  }

  @Test func `the key says who signed`() throws {
    let desk = try SigningDesk()
    #expect(
      desk.verdict(on: try desk.sam.sign(desk.statement.bytes)) == .invalid(.keyOf("Sam Park")))
    #expect(
      desk.verdict(on: try desk.old.sign(desk.statement.bytes)) == .invalid(.replacedKey))
    #expect(
      desk.verdict(on: try desk.stranger.sign(desk.statement.bytes)) == .invalid(.unknownKey))
    #expect(
      desk.verdict(on: try desk.dana.sign(desk.statement.bytes, as: "git"))
        == .invalid(.otherPurpose("git")))
  }

  @Test func `a certificate is no key of the roster`() throws {
    let desk = try SigningDesk()
    let signed = try run(
      "/usr/bin/ssh-keygen",
      ["-q", "-s", desk.stranger.path, "-I", "x", "-n", "approver", desk.dana.path + ".pub"],
      in: "/")
    #expect(signed.status == 0)
    let made = try run(
      "/usr/bin/ssh-keygen",
      ["-q", "-Y", "sign", "-n", "handoff-approval", "-f", desk.dana.path + "-cert.pub"], in: "/",
      input: desk.statement.bytes)
    if made.status == 0 { #expect(desk.verdict(on: made.text) == .invalid(.unknownKey)) }
  }

  @Test func `without ssh-keygen nothing counts as proven`() throws {
    let desk = try SigningDesk()
    let signature = try desk.dana.sign(desk.statement.bytes)
    for extent in [SignatureVerifier.Extent.everything, .formAndKey] {
      let blind = SignatureVerifier(extent, programs: ["/nowhere/ssh-keygen"])
      #expect(
        desk.verdict(on: signature, by: blind) == .unverifiable("ssh-keygen is not installed"))
    }
  }

  @Test func `a program that knows no signatures proves nothing`() throws {
    let desk = try SigningDesk()
    let signature = try desk.dana.sign(desk.statement.bytes)
    for program in ["/bin/false", "/bin/cat"] {
      guard
        case .unverifiable = desk.verdict(
          on: signature, by: SignatureVerifier(programs: [program]))
      else {
        Issue.record("\(program) proved something")
        continue
      }
    }
  }

  @Test func `the early look starts no program`() throws {
    let desk = try SigningDesk()
    let early = SignatureVerifier(.formAndKey, programs: ["/bin/false"])
    #expect(desk.verdict(on: try desk.dana.sign([1]), by: early) == .valid)
    #expect(
      desk.verdict(on: try desk.sam.sign(desk.statement.bytes), by: early)
        == .invalid(.keyOf("Sam Park")))
  }
}

/// Two people of a roster with their keys, and a stranger with one.
struct SigningDesk {
  let repository: TestRepository
  let dana: SSHKey
  let old: SSHKey
  let sam: SSHKey
  let stranger: SSHKey

  let statement = ApprovalStatement(
    handoff: "acme-onboarding", role: "sales", by: "dana@northwind.example",
    at: "2026-07-20T10:00:00Z", covers: "sha256:" + String(repeating: "0", count: 64))

  init(type: String = "ed25519") throws {
    repository = try TestRepository()
    let folder = repository.beside("keys")
    dana = try SSHKey("dana", type: type, in: folder)
    old = try SSHKey("old", in: folder)
    sam = try SSHKey("sam", in: folder)
    stranger = try SSHKey("stranger", in: folder)
  }

  var policy: Policy {
    Policy(
      reading: SourceText(
        Array(
          """
          version: 1
          people:
            - email: dana@northwind.example
              name: Dana Lee
              roles: [sales, policy]
              keys:
                - \(dana.publicLine)
              old_keys:
                - \(old.publicLine)
            - email: sam@northwind.example
              name: Sam Park
              roles: [receiving]
              keys:
                - \(sam.publicLine)

          """.utf8)))
  }

  func verdict(
    on signature: String, by verifier: SignatureVerifier = SignatureVerifier()
  ) -> SignatureVerdict {
    verifier.verdict(on: signature, of: statement, by: "dana@northwind.example", policy)
  }
}
