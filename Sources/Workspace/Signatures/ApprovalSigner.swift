package import Briefs
package import Git
internal import Glibc

/// Signs approvals as git signs commits: with the key and the program that the user's settings name.
///
/// Whoever is to sign may be asked for a passphrase by that program, on the terminal.
package struct ApprovalSigner {
  private let repository: Repository
  private let policy: Policy
  private let verifier: SignatureVerifier

  package init(
    repository: Repository, policy: Policy, verifier: SignatureVerifier = SignatureVerifier()
  ) {
    self.repository = repository
    self.policy = policy
    self.verifier = verifier
  }

  /// The armoured signature of a statement, which every gate will take for the person's.
  ///
  /// It ends in a line feed, and stands in the record as the literal block `signature: |`.
  package func sign(
    _ statement: ApprovalStatement, for person: Person
  ) throws(SigningFailure) -> String {
    let key = try SigningKey(setIn: repository)
    let program = try SigningKey.setting("gpg.ssh.program", in: repository) ?? "ssh-keygen"
    let made = try PrivateFolder.with { (folder) throws(SigningFailure) in
      try signature(of: statement, with: key, by: program, in: folder)
    }
    let armour: SignatureArmour
    do throws(SignatureFault) {
      armour = try SignatureArmour(made)
    } catch {
      throw .useless(error, person, key: nil)
    }
    switch verifier.verdict(on: armour.text, of: statement, by: person.email, policy) {
    case .valid: return armour.text
    case .invalid(let fault): throw .useless(fault, person, key: armour.signer)
    case .unverifiable(let reason): throw .unverifiable(reason)
    }
  }

  /// Calls the program as git does, since other programs than `ssh-keygen` know no other way.
  private func signature(
    of statement: ApprovalStatement, with key: SigningKey, by program: String, in folder: String
  ) throws(SigningFailure) -> String {
    let file = folder + "/approval"
    var arguments = ["-Y", "sign", "-n", ApprovalStatement.namespace, "-f"]
    switch key {
    case .file(let path): arguments.append(path)
    case .inAgent(let text):
      try ApprovalSigner.write(Array((text + "\n").utf8), to: folder + "/key.pub")
      arguments += [folder + "/key.pub", "-U"]
    }
    try ApprovalSigner.write(statement.bytes, to: file)
    let result = try SigningFailure.catching { () throws(GitError) in
      try ChildProcess.run(
        program, arguments + [file], in: repository.workTree ?? repository.gitDirectory,
        environment: repository.environment.variables)
    }
    guard result.status == 0,
      case .bytes(let made) = FileReader.read(file + ".sig", atMost: 1 << 16)
    else { throw .programFailed(program, result.errors) }
    return String(decoding: made, as: UTF8.self)
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(SigningFailure) {
    do throws(AtomicFile.Failure) {
      try AtomicFile.write(bytes, to: path, mode: 0o600)
    } catch {
      throw SigningFailure("\(error.path) could not be written: \(error.reason)")
    }
  }
}

/// A folder that only its maker can look into, gone with all in it once it has served.
private enum PrivateFolder {
  static func with<Result>(
    _ work: (String) throws(SigningFailure) -> Result
  ) throws(SigningFailure) -> Result {
    var name = Array("/tmp/handoff-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else {
      throw SigningFailure("no folder could be made in /tmp: \(AtomicFile.lastError)")
    }
    let path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer {
      for file in ["approval", "approval.sig", "key.pub"] { unlink("\(path)/\(file)") }
      rmdir(path)
    }
    return try work(path)
  }
}

extension SigningFailure {
  fileprivate static func programFailed(_ program: String, _ errors: [UInt8]) -> Self {
    let lines = errors.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
    let words = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "; ")
    return Self(
      "\(program) did not sign" + (words.isEmpty ? "" : ": " + words.shortened(to: 300)),
      hints: [
        "see which key git signs with: git config user.signingKey",
        "a key that an agent holds must be there: ssh-add -l",
      ])
  }

  fileprivate static func useless(
    _ fault: SignatureFault, _ person: Person, key: PublicKey?
  ) -> Self {
    let owner = person.label
    let line = key.map { ": - \($0.line)" } ?? ""
    let addition =
      "a policy person adds your public key under `keys:` of \(person.email) in "
      + "\(Policy.fileName), commits it, and you approve again\(line)"
    let other = "or sign with a key of \(owner)’s: git config user.signingKey FILE"
    return switch fault {
    case .unknownKey:
      Self(
        "your key is not \(owner)’s in \(Policy.fileName), so the signature would prove nothing",
        hints: [addition, other])
    case .replacedKey:
      Self(
        "your key is one that \(owner) has replaced (`old_keys:` in \(Policy.fileName))",
        hints: ["sign with the new one: git config user.signingKey FILE"])
    case .keyOf(let somebody):
      Self(
        "your key is \(somebody)’s in \(Policy.fileName), and the approval is \(owner)’s",
        hints: ["approve as yourself", other])
    case .malformed, .otherPurpose, .incompleteRecord, .otherWords:
      Self(
        "the signature that was made does not hold: it \(fault.words(about: owner))",
        hints: ["check the program that signs: git config gpg.ssh.program"])
    }
  }

  fileprivate static func unverifiable(_ reason: String) -> Self {
    Self(
      "the signature was made and cannot be checked: \(reason)",
      hints: [
        "install OpenSSH where the system has its programs: apt-get install openssh-client"
      ])
  }
}
