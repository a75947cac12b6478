internal import Git

/// A key pair that `ssh-keygen` made for a test.
package struct SSHKey {
  /// The file with the private half; the public one ends in `.pub`.
  package let path: String

  /// The public half, as the roster holds it.
  package let publicLine: String

  package init(_ name: String, type: String = "ed25519", in folder: String) throws {
    path = "\(folder)/\(name)"
    try writeFile(folder + "/.keep", [])
    let made = try run(
      "/usr/bin/ssh-keygen", ["-q", "-t", type, "-N", "", "-C", name, "-f", path], in: "/")
    guard made.status == 0, let line = readFile(path + ".pub") else {
      throw GitFailure(arguments: ["ssh-keygen"], status: made.status, words: made.errorText)
    }
    publicLine = String(decoding: line.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }

  /// The armoured signature of some bytes.
  package func sign(
    _ bytes: [UInt8], as purpose: String = "handoff-approval", digest: String = "sha512"
  ) throws -> String {
    let made = try run(
      "/usr/bin/ssh-keygen",
      ["-Y", "sign", "-n", purpose, "-O", "hashalg=\(digest)", "-f", path, "-q"], in: "/",
      input: bytes)
    guard made.status == 0 else {
      throw GitFailure(arguments: ["ssh-keygen"], status: made.status, words: made.errorText)
    }
    return made.text
  }
}
