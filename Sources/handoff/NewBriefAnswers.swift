internal import Briefs
internal import Diagnostics

/// What a new brief begins with, as options give it and questions complete it.
struct NewBriefAnswers {
  var account: String?
  var to: String?
  var deal: String?
  var goal: String?

  /// The answers with those that a brief cannot do without.
  struct Complete {
    let account: String
    let to: String
    let deal: String?
    let goal: String?
  }

  /// Asks on a terminal for what was not given; without one, what is needed must be given.
  func completed(with policy: Policy, on day: CalendarDate) throws -> Complete {
    let receivers = policy.people(with: Person.receiving, on: day).map(\.email)
    if let account, account.isWhiteSpace {
      throw CommandFailure(
        "the account has no name", hints: ["name the customer: --account \"Acme GmbH\""])
    }
    let examples = receivers.isEmpty ? "an address" : receivers.joined(separator: ", ")
    return Complete(
      account: try account ?? asked("Who is the customer?", option: "account"),
      to: try to ?? asked("Who takes over (\(examples))?".escapingControls, option: "to"),
      deal: deal ?? askedIfPossible("Which deal is it in the CRM (Enter for none)?"),
      goal: goal ?? askedIfPossible("What does the customer want to reach (Enter for later)?"))
  }

  private func asked(_ question: String, option: String) throws -> String {
    guard Console.canAsk, let answer = Console.ask(question), !answer.isWhiteSpace else {
      throw CommandFailure("the new brief needs --\(option)", hints: ["see: handoff new --help"])
    }
    return answer
  }

  private func askedIfPossible(_ question: String) -> String? {
    guard Console.canAsk, let answer = Console.ask(question), !answer.isWhiteSpace else {
      return nil
    }
    return answer
  }
}
