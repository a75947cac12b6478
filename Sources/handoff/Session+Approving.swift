internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

// What `approve` and `accept` share.
extension Session {
  /// The brief with approvals of its words by one person, in the order of the roles; signed where
  /// that is wanted or the policy requires it.
  func approving(
    _ target: Target, as roles: [String], by person: Person, isSigning: Bool
  ) throws -> Brief {
    let at = timeOfApproval(of: target, as: roles)
    let approvals = try roles.map { role in
      let approval = NewApproval(of: target.brief, role: role, by: person.email, at: at)
      guard isSigning || policy.signaturesAreRequired else { return approval }
      return approval.signed(try signature(of: approval, in: target, by: person))
    }
    return try draft(of: target.brief, named: target.name) { editor throws(EditingError) in
      for approval in approvals { try editor.approve(approval) }
    }
  }

  /// The brief as accepted, where it is in review and nothing is missing for that; else as it is,
  /// with what is missing.
  func movingOn(
    _ draft: Brief, of target: Target
  ) throws -> (brief: Brief, missing: [Diagnostic]) {
    guard draft.status == .review else { return (draft, []) }
    let accepted = try self.draft(of: draft, named: target.name) {
      editor throws(EditingError) in try editor.move(to: .accepted)
    }
    let missing = try findings(in: accepted, of: target).filter { $0.severity == .error }
    return missing.isEmpty ? (accepted, []) : (draft, missing)
  }

  /// Refuses an approval that takes a second person: whoever approved as sales neither takes over
  /// nor reviews the terms.
  func requireSeparateHands(
    _ person: Person, approving target: Target, as roles: [String]
  ) throws {
    if let second = roles.first(where: { role in
      role != Person.sales && roles.contains { Policy.takesTwoPeople(role, $0) }
    }) {
      throw CommandFailure(
        "nobody approves \(target.name) as sales and as \(second): it takes two people",
        kind: .refused, hints: ["give one of the two: --role sales, or --role \(second)"])
    }
    for role in roles {
      guard let rival = policy.rival(of: person.email, approving: target.brief, as: role) else {
        continue
      }
      throw CommandFailure(
        "\(person.label) approved \(target.name) as \(rival.role), and may not approve it as "
          + "\(role) too: it takes two people",
        kind: .refused,
        hints: [policy.wayOut(of: rival, for: role, of: target.brief, on: Environment.today)])
    }
  }

  /// Each role's newest approval, with what history says of it.
  func proofs(of target: Target) throws -> [ProvenApproval] {
    try CommandFailure.catching { () throws(GitError) in
      try ApprovalProof(in: repository, BlobStore(repository: repository), policy: policy)
        .proofs(of: target.brief, near: target.file.path, at: try repository.head().commit)
    }
  }

  /// Refuses where an approval on record that the brief needs is not proven by its history, and is
  /// not given anew in one of the roles.
  func requireProof(
    _ proofs: [ProvenApproval], of target: Target, for step: Step, givenAnew roles: [String] = []
  ) throws {
    let needed = policy.neededRoles(of: target.brief, on: Environment.today)
    let unproven = proofs.filter { proof in
      needed.contains(proof.approval.role) && !roles.contains(proof.approval.role)
        && !proof.isProven
    }
    guard let first = unproven.first else { return }
    for proof in unproven { Console.say("\(target.name): \(proof)") }
    throw CommandFailure(
      "\(target.name) cannot be \(step.participle): its history does not prove who approved it",
      kind: .refused,
      hints: [
        "\(first.person) approves it again: handoff approve \(target.name.shellWord) --role "
          + first.approval.role.shellWord
      ])
  }

  /// Says what still keeps a brief from being accepted, and who can clear it.
  func tell(missing: [Diagnostic], for name: String) {
    if missing.isEmpty { return }
    Console.say("\(name) stays in review; still missing:")
    for diagnostic in missing {
      Console.say("  \(diagnostic.message)")
      if !diagnostic.help.isEmpty { Console.say("    → \(diagnostic.help)") }
    }
  }

  private func signature(
    of approval: NewApproval, in target: Target, by person: Person
  ) throws -> String {
    let statement = ApprovalStatement(
      handoff: target.name, role: approval.role, by: approval.by, at: approval.at,
      covers: approval.covers)
    do {
      return try ApprovalSigner(repository: repository, policy: policy)
        .sign(statement, for: person)
    } catch {
      throw CommandFailure(error)
    }
  }

  /// The present time; where an approval of one of the roles has that or a later one, a second after
  /// it, as only a role's newest approval counts.
  private func timeOfApproval(of target: Target, as roles: [String]) -> String {
    let now = Environment.secondsSince1970
    guard let last = roles.compactMap({ target.brief.newestApproval(as: $0)?.at }).max() else {
      return Instant.text(secondsSince1970: now)
    }
    let next = min(last.secondsSince1970 + 1, Instant.lastSecond)
    if next > now + 1 {
      Console.say(
        "\(target.name) has an approval dated \(last.date), later than this computer’s clock: the new "
          + "one is dated a second after it, so that it counts")
    }
    return Instant.text(secondsSince1970: max(now, next))
  }
}

extension [Diagnostic] {
  /// Those that an approval by somebody else would clear.
  var awaitingApproval: [Diagnostic] {
    filter { ["missing-approval", "stale-approval", "unreviewed-term"].contains($0.rule) }
  }
}
