internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Takes a handoff over, as its receiver.
struct Accept: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a handoff over: approve it as its receiver, and move it on.",
    discussion: """
      For the receiver or a stand-in. Refused while anything but approvals is missing, such as an \
      answer to a question. Records your approval as receiving; the brief becomes accepted with the \
      last approval that it needs, and until then stays in review and says who is missing. Names each red flag first.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Flag(help: "Sign the approval with the SSH key that git is set to.")
  var sign = false

  func run() throws {
    let session = try Session()
    let person = try session.member()
    let target = try session.target(brief, for: .accept)
    let policy = session.policy
    let isNeeded = policy.neededRoles(of: target.brief, on: Environment.today)
      .contains(Person.receiving)
    let proofs = try session.proofs(of: target)
    let isGiven = proofs.contains { proof in
      proof.counts && proof.approval.role == Person.receiving
        && policy.isSamePerson(proof.approval.by, person.email)
    }
    let roles = isNeeded && !isGiven ? [Person.receiving] : []
    try session.requireSeparateHands(person, approving: target, as: roles)
    let approved = try session.approving(target, as: roles, by: person, isSigning: sign)
    let (draft, missing) = try session.movingOn(approved, of: target)
    guard missing.count == missing.awaitingApproval.count else {
      throw CommandFailure.refused(missing, .accept, target)
    }
    let findings = try session.requireSound(draft, of: target, for: .accept)
    session.tell(redFlagsOf: target.brief, findings)
    let isAccepted = draft.status == .accepted
    if isAccepted {
      try session.requireProof(proofs, of: target, for: .accept, givenAnew: roles)
    }
    try session.commit(
      draft, of: target, as: .accept,
      saying: isAccepted ? "accepted" : "approved as receiving")
    if isAccepted {
      Console.say(
        "\(target.name) is accepted; when the work begins: handoff start \(target.name.shellWord)")
    } else {
      Console.say("\(person.label) approves \(target.name) as receiving")
    }
    session.tell(missing: missing, for: target.name)
    session.tellStartNeeds(of: draft, named: target.name)
  }
}
