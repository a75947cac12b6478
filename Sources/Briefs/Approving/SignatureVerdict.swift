/// Whether a record's signature proves who made it.
package enum SignatureVerdict: Sendable, Hashable {
  case valid
  case invalid(SignatureFault)

  /// Nobody could check it, for a reason that reads on behind “it cannot be checked: ”.
  case unverifiable(String)
}

/// Why a signature proves nothing.
package enum SignatureFault: Error, Sendable, Hashable {
  /// It is no SSH signature, for a reason in words.
  case malformed(String)

  /// It was made for something else than approvals, such as the commits of git.
  case otherPurpose(String)

  /// The key stands nowhere in the policy.
  case unknownKey

  /// The key is one that the person has replaced.
  case replacedKey

  /// The key is that of somebody else, whose name follows.
  case keyOf(String)

  /// The record does not say all that is signed.
  case incompleteRecord

  /// It was made for other words, or altered.
  case otherWords
}

extension SignatureFault {
  /// What is wrong, reading on behind “its signature ”.
  package func words(about person: String) -> String {
    switch self {
    case .malformed(let reason): "is no SSH signature: \(reason)"
    case .otherPurpose(let purpose):
      "was made for another purpose, “\(purpose.shortened(to: 40))”"
    case .unknownKey: "was made with a key that is not \(person)’s in \(Policy.fileName)"
    case .replacedKey: "was made with a key that \(person) has replaced"
    case .keyOf(let other): "was made with a key of \(other)"
    case .incompleteRecord: "is of a record that does not say when it was given, or of which brief"
    case .otherWords:
      "is not of this record: the brief, `role`, `by`, `at`, `covers` or the signature itself was "
        + "altered after signing"
    }
  }
}

extension Policy {
  /// What the key of a signature says against its being an address's; nil where it is theirs.
  package func fault(in signature: SignatureArmour, by address: String) -> SignatureFault? {
    let signer = person(address)
    func holds(_ keys: [PublicKey]) -> Bool { keys.contains { $0.blob == signature.publicKey } }
    if let signer, holds(signer.keys) { return nil }
    if let signer, holds(signer.oldKeys) { return .replacedKey }
    return people.first { holds($0.keys + $0.oldKeys) }.map { .keyOf($0.label) } ?? .unknownKey
  }
}
