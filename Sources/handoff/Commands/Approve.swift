internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Workspace

/// Approves the words of a brief in a role.
struct Approve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Approve the words of a brief in your role.",
    discussion: """
      handoff approve acme-onboarding --role pricing

      Records that you agree to the words as they are: promises, exclusions, terms and the rest. \
      Commits that and nothing else. With --sign, or where the policy requires it, the approval is \
      signed with git's SSH key (user.signingKey, gpg.format ssh). The last approval that a brief in review needs makes it \
      accepted. Names each red flag first.
      """)

  @Argument(help: "A brief.")
  var brief: String

  @Option(help: "The role that you approve in; needed where you could approve in several.")
  var role: [String] = []

  @Flag(help: "Sign the approval with the SSH key that git is set to.")
  var sign = false

  func run() throws {
    let session = try Session()
    let person = try session.member()
    let target = try session.target(brief, for: .approve)
    let proofs = try session.proofs(of: target)
    let standing = proofs.filter(\.counts).map(\.approval)
    let roles = try role.isEmpty ? [roleToGive(target, person, standing, session)] : role
    let given = roles.filter { role in
      standing.contains { $0.role == role && session.policy.isSamePerson($0.by, person.email) }
    }
    guard given.isEmpty else { throw CommandFailure.approvedAlready(given, target) }
    try session.requireSeparateHands(person, approving: target, as: roles)
    let approved = try session.approving(target, as: roles, by: person, isSigning: sign)
    let findings = try session.requireSound(approved, of: target, for: .approve)
    session.tell(redFlagsOf: target.brief, findings)
    let (draft, missing) = try session.movingOn(approved, of: target)
    let names = roles.joined(separator: " and ")
    let isAccepted = draft.status == .accepted && target.brief.status != .accepted
    if isAccepted {
      try session.requireProof(proofs, of: target, for: .accept, givenAnew: roles)
    }
    try session.commit(
      draft, of: target, as: .approve,
      saying: "approved as \(names)" + (isAccepted ? ", and so accepted" : ""))
    Console.say("\(person.label) approves \(target.name) as \(names)")
    if isAccepted { Console.say("\(target.name) is accepted") }
    session.tell(missing: missing, for: target.name)
    if isAccepted { session.tellStartNeeds(of: draft, named: target.name) }
  }

  /// The one role in which the person has something left to approve.
  private func roleToGive(
    _ target: Session.Target, _ person: Person, _ standing: [Approval], _ session: Session
  ) throws -> String {
    let policy = session.policy
    let needed = policy.neededRoles(of: target.brief, on: Environment.today)
    let own = needed.filter { role in
      policy.disqualification(
        of: person.email, approving: target.brief, as: role, on: Environment.today) == nil
    }
    let open = own.filter { role in !standing.contains { $0.role == role } }
    if open.count == 1 { return open[0] }
    if let role = open.first(where: { $0 == Person.sales }),
      open.contains(where: { Policy.takesTwoPeople($0, role) })
    {
      let free = open.filter {
        policy.rival(of: person.email, approving: target.brief, as: $0) == nil
      }
      if free.count == 1 { return free[0] }
      throw CommandFailure.oneOrTheOther(open, target)
    }
    if open.count > 1 {
      let options = open.map { "--role \($0)" }.joined(separator: " ")
      throw CommandFailure(
        "you can approve \(target.name) as \(open.joined(separator: " or as "))",
        hints: ["say which; for all of them: handoff approve \(target.name.shellWord) \(options)"])
    }
    if !own.isEmpty { throw CommandFailure.approvedAlready(own, target) }
    throw CommandFailure.notTheirs(person, needed, target, policy)
  }
}

extension CommandFailure {
  fileprivate static func approvedAlready(
    _ roles: [String], _ target: Session.Target
  ) -> CommandFailure {
    CommandFailure(
      "the \(roles.joined(separator: " and ")) approval of \(target.name) is there and holds",
      kind: .refused, hints: ["nothing was changed; see it: handoff show \(target.name.shellWord)"])
  }

  fileprivate static func oneOrTheOther(
    _ roles: [String], _ target: Session.Target
  ) -> CommandFailure {
    let others = roles.filter { $0 != Person.sales }.joined(separator: " and ")
    return CommandFailure(
      "you have the roles to approve \(target.name) as sales or as \(others), and may not do both",
      kind: .refused,
      hints: ["say which, and let somebody else give the other one: --role \(roles[0])"])
  }

  fileprivate static func notTheirs(
    _ person: Person, _ needed: [String], _ target: Session.Target, _ policy: Policy
  ) -> CommandFailure {
    let who = needed.map { role in
      let people = policy.approvers(for: role, of: target.brief, on: Environment.today)
      return people.isEmpty ? role : "\(role) (\(people.joined(separator: " or ")))"
    }
    let needs =
      needed.isEmpty
      ? "it needs no approval" : "it needs the approval of \(who.joined(separator: ", "))"
    return CommandFailure(
      "\(target.name) needs no approval of \(person.label)", kind: .refused,
      hints: ["\(needs); to approve all the same, name a role of yours: --role ROLE"])
  }
}
