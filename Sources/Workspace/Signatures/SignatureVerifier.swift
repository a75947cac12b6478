package import Briefs
internal import Git
internal import Glibc

/// Proves offline that an approval was signed by whom it names.
///
/// The real `ssh-keygen -Y verify` decides, from a place where only the system's owner puts
/// programs: neither the `PATH`, nor git's settings, nor a file of the repository has a say in it.
/// It is told one key, which the policy gives the person, under a name of ours.
package struct SignatureVerifier: Sendable {
  /// How much of a signature is looked at.
  package enum Extent: Sendable {
    /// The form, the purpose and the key, which no program is needed for; what else may be wrong,
    /// a later gate finds.
    case formAndKey
    case everything
  }

  private let extent: Extent
  private let programs: [String]

  package init(
    _ extent: Extent = .everything, programs: [String] = SignatureVerifier.usualPrograms
  ) {
    self.extent = extent
    self.programs = programs
  }

  /// The places where `ssh-keygen` is looked for, and nowhere else.
  package static let usualPrograms = [
    "/usr/bin/ssh-keygen", "/bin/ssh-keygen", "/usr/local/bin/ssh-keygen",
    "/opt/homebrew/bin/ssh-keygen",
  ]

  /// Where `ssh-keygen` is; nil where it is missing.
  package var program: String? { programs.first { access($0, X_OK) == 0 } }

  /// The verdict on the signature of a record in a brief, by the keys that a policy gives whoever
  /// the record names.
  package func verdict(
    on approval: Approval, in handoff: String?, by policy: Policy
  ) -> SignatureVerdict {
    guard let handoff, let statement = ApprovalStatement(of: approval, handoff: handoff) else {
      return .invalid(.incompleteRecord)
    }
    return verdict(on: approval.signature ?? "", of: statement, by: approval.by, policy)
  }

  /// The verdict on an armoured signature of a statement, which is to be by an address's person.
  package func verdict(
    on signature: String, of statement: ApprovalStatement, by address: String, _ policy: Policy
  ) -> SignatureVerdict {
    let armour: SignatureArmour
    do throws(SignatureFault) {
      armour = try SignatureArmour(signature)
    } catch {
      return .invalid(error)
    }
    if let fault = policy.fault(in: armour, by: address) { return .invalid(fault) }
    guard let program else { return .unverifiable(SignatureVerifier.missing) }
    let keys = policy.person(address)?.keys ?? []
    guard extent == .everything,
      let key = keys.first(where: { $0.blob == armour.publicKey })
    else { return .valid }
    return SignatureVerifier.run(program, armour, statement, key)
  }

  private static func run(
    _ program: String, _ armour: SignatureArmour, _ statement: ApprovalStatement, _ key: PublicKey
  ) -> SignatureVerdict {
    let purpose = ApprovalStatement.namespace
    let signers = "\(principal) namespaces=\"\(purpose)\" \(key.line)\n"
    let result: ChildProcess.Output
    do throws(GitError) {
      // In memory, so that nobody can put other files in their place.
      result = try ChildProcess.run(
        program,
        [
          "-Y", "verify", "-n", purpose, "-I", principal, "-f", "/dev/fd/3", "-s", "/dev/fd/4",
        ], in: "/", environment: ["LC_ALL": "C"], input: statement.bytes,
        files: [Array(signers.utf8), Array(armour.text.utf8)])
    } catch {
      return .unverifiable(error.description)
    }
    if result.status == 0 { return .valid }
    let words = String(decoding: result.errors.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    if words.utf8.starts(with: "Signature verification failed".utf8) {
      return .invalid(.otherWords)
    }
    return .unverifiable("\(program) says “\(words.shortened(to: 120))”")
  }

  /// One name for whoever signs: the key says who it is, and an address might be a pattern.
  private static let principal = "approver"

  private static let missing = "ssh-keygen is not installed"
}
