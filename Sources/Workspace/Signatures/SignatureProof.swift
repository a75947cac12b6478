internal import Git

/// Where the signatures of a change are proven.
package enum SignatureProof: Sendable {
  case here

  /// By the lock on branches, where it stands.
  ///
  /// A commit passes two gates of ours, and every run of `ssh-keygen` costs it milliseconds. The
  /// first gate is only the early word, before an editor opens: it sees at once what is wrong with
  /// the form, the purpose and the key. Whether the signature holds is for the lock alone, which
  /// nothing gets by. Where the lock does not stand, the first gate does it all.
  case leftToTheLock

  func verifier(in repository: Repository) -> SignatureVerifier {
    switch self {
    case .here: SignatureVerifier()
    case .leftToTheLock:
      SignatureVerifier(repository.hasLockOnBranches ? .formAndKey : .everything)
    }
  }
}
