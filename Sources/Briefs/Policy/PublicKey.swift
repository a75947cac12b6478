/// One OpenSSH public key, as the line of a `.pub` file gives it.
///
/// Nothing else that such a line may hold is taken: options, patterns and certificate authorities
/// would let one line speak for many people.
package struct PublicKey: Sendable, Hashable {
  /// The algorithm, such as `ssh-ed25519`.
  package let type: String

  /// The key itself in base64.
  package let base64: String

  /// The key itself as signatures hold it.
  package let blob: [UInt8]

  /// Reads `TYPE BASE64 [COMMENT]`; nil where the line is anything else.
  package init?(_ line: String) {
    guard line.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
    let parts = line.utf8.split(separator: 0x20, maxSplits: 2).map { Array($0) }
    guard parts.count >= 2 else { return nil }
    let type = String(decoding: parts[0], as: UTF8.self)
    guard PublicKey.types.contains(type), let blob = Base64.decoded(parts[1], atMost: 12_288),
      PublicKey.names(parts[0], in: blob)
    else { return nil }
    self.type = type
    self.blob = blob
    base64 = String(decoding: parts[1], as: UTF8.self)
  }

  /// The key as a line of allowed signers holds it, without its comment.
  package var line: String { type + " " + base64 }

  /// The algorithms that sign today; DSA and certificates are not among them.
  private static let types = [
    "ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384",
    "ecdsa-sha2-nistp521", "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
  ]

  /// Whether the key's bytes begin with the name of the same algorithm, and more follows.
  private static func names(_ type: [UInt8], in blob: [UInt8]) -> Bool {
    let length = [0, 0, UInt8(type.count >> 8), UInt8(type.count & 0xFF)]
    return blob.starts(with: length + type) && blob.count > 4 + type.count + 4
  }
}
