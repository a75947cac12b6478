internal import ArgumentParser
internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// What somebody who has just read a brief can do with it, by the same commands as typed.
struct ReviewOffer {
  enum Choice: String {
    case accept, approve
    case giveBack = "return"
    case ask
  }

  /// What can be done now by whoever is at work.
  let choices: [Choice]

  /// The approvals that they can give.
  let approvals: [NewApproval]
  private let name: String

  init(_ target: Session.Target, _ session: Session) {
    name = target.name
    let (brief, policy, today) = (target.brief, session.policy, Environment.today)
    // Who is not on the roster, or unknown to git, can read and no more.
    guard let address = session.repository.authorAddress(), let person = policy.person(address)
    else {
      (choices, approvals) = ([], [])
      return
    }
    let status = brief.status ?? .draft
    let roles = policy.neededApprovals(of: brief, on: today).filter { approval in
      !approval.isGiven
        && policy.rival(of: person.email, approving: brief, as: approval.role) == nil
        && policy.disqualification(
          of: person.email, approving: brief, as: approval.role, on: today) == nil
    }.map(\.role)
    let isReceiver =
      brief.fields.string(.to).map { policy.mayActAs($0, person.email, on: today) } ?? false
    var choices: [Choice] = []
    if isReceiver, Step.accept.isOpen(from: status) { choices.append(.accept) }
    if roles.contains(where: { $0 != Person.receiving }), status == .review {
      choices.append(.approve)
    }
    if isReceiver, Step.return.isOpen(from: status) { choices.append(.giveBack) }
    if Step.ask.isOpen(from: status) { choices.append(.ask) }
    self.choices = choices
    let at = Instant.text(secondsSince1970: Environment.secondsSince1970)
    approvals =
      status == .review && !policy.signaturesAreRequired
      ? roles.map { NewApproval(of: brief, role: $0, by: person.email, at: at) } : []
  }

  /// Asks until the answer is one of the choices, and does what is chosen.
  func ask() throws {
    let words = choices.map(\.rawValue).joined(separator: ", ")
    while true {
      let answer = Console.ask("\n\(words), or later (Enter)?") ?? ""
      let typed = answer.collapsingWhiteSpace.lowercased()
      if typed.isEmpty || "later".utf8.starts(with: typed.utf8) { return }
      if let choice = choices.first(where: { $0.rawValue == typed }) ?? only(typed) {
        return try take(choice)
      }
      Console.say("“\(typed)” is none of them; type one of the words, or its beginning")
    }
  }

  /// The one choice that begins so.
  private func only(_ typed: String) -> Choice? {
    let possible = choices.filter { $0.rawValue.utf8.starts(with: typed.utf8) }
    return possible.count == 1 ? possible[0] : nil
  }

  private func take(_ choice: Choice) throws {
    switch choice {
    case .accept: try Accept.parse([name]).run()
    case .approve:
      let roles = approvals.map(\.role).filter { $0 != Person.receiving }
      try Approve.parse([name] + roles.map { "--role=\($0)" }).run()
    case .giveBack:
      let reasons = try ReturnBrief.askedReasons()
      let note = Console.ask("What else should the sender know (Enter for nothing)?") ?? ""
      try ReturnBrief.parse(
        [name] + reasons.map { "--reason=\($0)" } + (note.isBlank ? [] : ["--note=\(note)"])
      ).run()
    case .ask:
      guard let question = Console.ask("Your question?"), !question.isBlank else { return }
      try Ask.parse([name, "--", question]).run()
    }
  }
}
