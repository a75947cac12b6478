/// An SSH signature of an approval, taken apart as far as that needs no key.
///
/// Only the exact form is taken that `ssh-keygen` writes: what else stands around or within it
/// would be read by one program and passed over by the next.
package struct SignatureArmour: Sendable, Hashable {
  /// The key that the signature says it was made with.
  package let publicKey: [UInt8]

  /// The signature without its armour.
  private let blob: [UInt8]

  /// Reads an armoured signature that was made for approvals.
  package init(_ text: String) throws(SignatureFault) {
    blob = try SignatureArmour.unarmoured(text)
    var fields = BlobReader(blob[...])
    guard fields.skip("SSHSIG"), fields.skip([0, 0, 0, 1]) else {
      throw .malformed("what stands between its lines is something else")
    }
    guard let key = fields.string(), let namespace = fields.string(),
      let reserved = fields.string(),
      let digest = fields.string(), let signature = fields.string(), fields.isAtEnd,
      !key.isEmpty, reserved.isEmpty, !signature.isEmpty,
      digest.elementsEqual("sha256".utf8) || digest.elementsEqual("sha512".utf8)
    else { throw .malformed("it is damaged") }
    guard namespace.elementsEqual(ApprovalStatement.namespace.utf8) else {
      throw .otherPurpose(String(decoding: namespace, as: UTF8.self))
    }
    publicKey = Array(key)
  }

  /// The key as a line of the roster; nil where it is of a kind that the roster does not take.
  package var signer: PublicKey? {
    var fields = BlobReader(publicKey[...])
    guard let type = fields.string() else { return nil }
    return PublicKey(
      String(decoding: type + [0x20] + Base64.encoded(publicKey), as: UTF8.self))
  }

  /// The signature as `ssh-keygen` writes it, whatever the lengths of the lines it was read from.
  package var text: String {
    var lines = [SignatureArmour.begin]
    let base64 = Base64.encoded(blob)
    for start in stride(from: 0, to: base64.count, by: 70) {
      lines.append(String(decoding: base64[start..<min(start + 70, base64.count)], as: UTF8.self))
    }
    return (lines + [SignatureArmour.end, ""]).joined(separator: "\n")
  }

  private static let begin = "-----BEGIN SSH SIGNATURE-----"
  private static let end = "-----END SSH SIGNATURE-----"

  /// A signature by the largest key that is in use has not half as many bytes.
  private static let limit = 16 << 10

  private static func unarmoured(_ text: String) throws(SignatureFault) -> [UInt8] {
    guard text.utf8.count <= 2 * limit else { throw .malformed("it is too long") }
    guard !text.utf8.contains(UInt8(ascii: "\r")) else {
      throw .malformed("its lines end in CR LF")
    }
    var lines = Array(text.utf8).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard lines.first?.elementsEqual(begin.utf8) == true else {
      throw .malformed("its first line is not \(begin)")
    }
    guard lines.count > 2, lines.last?.elementsEqual(end.utf8) == true else {
      throw .malformed("its last line is not \(end)")
    }
    let content = lines.dropFirst().dropLast()
    guard content.allSatisfy({ !$0.isEmpty && $0.count <= 76 }),
      let bytes = Base64.decoded(content.flatMap { $0 }, atMost: limit)
    else { throw .malformed("what stands between its lines is not base64") }
    return bytes
  }
}

/// Reads the strings that SSH writes with their lengths before them.
private struct BlobReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func skip(_ text: String) -> Bool { skip(Array(text.utf8)) }

  mutating func skip(_ bytes: [UInt8]) -> Bool {
    guard rest.starts(with: bytes) else { return false }
    rest = rest.dropFirst(bytes.count)
    return true
  }

  mutating func string() -> ArraySlice<UInt8>? {
    guard rest.count >= 4 else { return nil }
    let count = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    rest = rest.dropFirst(4)
    guard rest.count >= count else { return nil }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }
}
