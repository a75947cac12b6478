internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

extension ProofReading {
  /// Whose key it is by the roster, and that the signature is by it.
  func signature(
    of approval: Approval, addedIn commit: Commit
  ) throws(GitError) -> [ItemProof.Check] {
    guard let id = last.brief.id, let statement = ApprovalStatement(of: approval, handoff: id),
      let signature = approval.signature, let armour = try? SignatureArmour(signature),
      let (holder, policy) = try policy(for: commit),
      let key = policy.person(approval.by)?.keys.first(where: { $0.blob == armour.publicKey })
    else { return [] }
    let words = String(decoding: statement.bytes, as: UTF8.self)
    let purpose = ApprovalStatement.namespace
    let signers = "\(approval.by) namespaces=\"\(purpose)\" \(key.line)"
    return [
      entry(of: key, in: policy, holder),
      ItemProof.Check(
        purpose: "the signature is by that key, of who approved which words (this writes two files "
          + "into the git directory of the clone)",
        command: """
          signers=$(git rev-parse --git-path proof-signers)
          signature=$(git rev-parse --git-path proof-signature)
          printf '%s\\n' \(signers.shellWord) >"$signers"
          printf '%s\\n' \(armour.text.trimmingLineEnd.shellWord) >"$signature"
          printf '%s' \(words.shellWord) | ssh-keygen -Y verify -f "$signers" \
          -I \(approval.by.shellWord) -n \(purpose) -s "$signature" >/dev/null && echo signed
          """, prints: "signed"),
    ].compactMap { $0 }
  }

  /// The lines of handoff.yaml from where a person's entry begins to the key.
  private func entry(
    of key: PublicKey, in policy: Policy, _ holder: ObjectID
  ) -> ItemProof.Check? {
    let source = policy.source
    let lines = (1...source.lineStarts.count).map { Array(source.bytes[source.range(ofLine: $0)]) }
    guard let last = lines.firstIndex(where: { $0.holds(Array(key.base64.utf8)) }) else {
      return nil
    }
    let depth = lines[last].prefix { $0 == 0x20 }.count
    let first = lines[...last].lastIndex { line in
      let indent = line.prefix { $0 == 0x20 }.count
      return indent < depth && line.dropFirst(indent).starts(with: "- ".utf8)
    }
    return .lines(
      "whose key it is, by handoff.yaml of commit \(holder.short)",
      (first ?? last) + 1...last + 1, of: source, at: Policy.fileName, in: holder)
  }

  /// The policy that judged a commit, and a commit that has its file.
  private func policy(for commit: Commit) throws(GitError) -> (ObjectID, Policy)? {
    for holder in commit.parents + [commit.id] {
      if let (holder, entry) = try policies.holder(of: holder) {
        return (holder, try store.policy(entry))
      }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmingLineEnd: String {
    var scalars = unicodeScalars
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }
}
