package import Diagnostics

/// What both owners must see before they approve a brief.
package struct RedFlag: Sendable, Equatable {
  /// What is the matter, the weightiest first.
  package enum Kind: String, Sendable, CaseIterable {
    /// A risk that stops the work and is open.
    case blocker

    /// A promise of which the contract says something else.
    case contradictedPromise = "contradicted-promise"

    /// A promise that the contract lacks.
    case uncontractedPromise = "uncontracted-promise"

    /// A high risk that is open.
    case highRisk = "high-risk"

    /// A person of the client who is against it.
    case opposingStakeholder = "opposing-stakeholder"

    /// An objection of the client to which nobody has said anything yet.
    case unansweredObjection = "unanswered-objection"

    /// A question within the team that stands open.
    case unansweredQuestion = "unanswered-question"

    /// A client who has not answered a summary in the time that there is.
    case silentClient = "silent-client"

    /// What the client may consider agreed, and nobody has said whether it is.
    case unsettledExpectation = "unsettled-expectation"

    /// A term of which this client alone has the benefit.
    case customTerm = "custom-term"

    /// A promise that nothing but somebody's memory holds.
    case heardPromise = "heard-promise"

    /// A wording that a rule doubts.
    case doubtfulWording = "doubtful-wording"
  }

  /// What is the matter.
  package let kind: Kind

  /// The id of the item that it is about; nil where the item has none, or it is about no item.
  package let item: String?

  /// One plain sentence, without a full stop.
  package let sentence: String
}

extension RedFlag {
  /// The red flags of a brief, the weightiest first, those of a kind in the order of the file.
  ///
  /// Doubts are what the rules on wording find in the brief; a person is called as the policy names
  /// them. The day is that of the look.
  package static func flags(
    of brief: Brief, policy: Policy, on day: CalendarDate, doubts: [Diagnostic] = []
  ) -> [RedFlag] {
    let found =
      risks(brief) + promises(brief, policy) + stakeholders(brief) + objections(brief)
      + questions(brief, policy) + silence(brief, policy, day) + expectations(brief)
      + terms(brief)
      + doubts.map { RedFlag(kind: .doubtfulWording, item: $0.item, sentence: $0.message) }
    return Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  private static func risks(_ brief: Brief) -> [RedFlag] {
    brief.standingItems(in: .risks).compactMap { risk in
      guard risk.isOpenRisk else { return nil }
      let person = risk.string(.owner) == nil ? ", and nobody owns it" : ""
      if risk.string(.blocker) == "true" {
        return RedFlag(.blocker, risk, "the risk \(risk.label) stops the work" + person)
      }
      guard risk.string(.severity) == "high" else { return nil }
      return RedFlag(.highRisk, risk, "the risk \(risk.label) is high and open" + person)
    }
  }

  private static func promises(_ brief: Brief, _ policy: Policy) -> [RedFlag] {
    brief.standingItems(in: .promises).filter(\.isOpenPromise).flatMap { promise in
      [contract(promise), witness(of: promise, brief, policy)].compactMap { $0 }
    }
  }

  private static func contract(_ promise: Item) -> RedFlag? {
    let clause = promise.string(.clause).map { " (\($0.shortened(to: 60)))" } ?? ""
    switch promise.string(.contract) {
    case "missing":
      return RedFlag(
        .uncontractedPromise, promise, "the contract lacks the promise \(promise.label)")
    case "contradicted":
      return RedFlag(
        .contradictedPromise, promise,
        "the contract says otherwise\(clause) than the promise \(promise.label)")
    default: return nil
    }
  }

  private static func witness(
    of promise: Item, _ brief: Brief, _ policy: Policy
  ) -> RedFlag? {
    guard let people = brief.witnesses(of: promise, by: policy) else { return nil }
    let names = people.map { policy.person($0)?.label ?? $0.shortened(to: 60) }
    let who = names.isEmpty ? "one person" : names.joined(separator: " and ")
    return RedFlag(.heardPromise, promise, "only \(who) heard the promise \(promise.label)")
  }

  private static func stakeholders(_ brief: Brief) -> [RedFlag] {
    brief.opposingStakeholders.map { person in
      let role = person.string(.role).map { " (\($0.shortened(to: 60)))" } ?? ""
      return RedFlag(.opposingStakeholder, person, "\(person.label)\(role) is against it")
    }
  }

  private static func objections(_ brief: Brief) -> [RedFlag] {
    brief.standingItems(in: .objections).filter { $0.string(.response)?.isBlank ?? true }
      .map { RedFlag(.unansweredObjection, $0, "nobody has answered the objection \($0.label)") }
  }

  private static func questions(_ brief: Brief, _ policy: Policy) -> [RedFlag] {
    brief.openQuestions.map { question in
      let asker = question.string(.by).map { policy.person($0)?.label ?? $0.shortened(to: 60) }
      let by = asker.map { " by \($0)" } ?? ""
      return RedFlag(
        .unansweredQuestion, question, "the question \(question.label)\(by) is not answered")
    }
  }

  private static func silence(
    _ brief: Brief, _ policy: Policy, _ day: CalendarDate
  ) -> [RedFlag] {
    if brief.emailRecords.isEmpty { return [] }
    let answer = ClientAnswer(of: brief, policy: policy, on: day)
    guard answer.state == .silent, let sent = answer.sent else { return [] }
    let reminder = answer.isReminded ? ", though they were reminded" : ""
    return [
      RedFlag(
        kind: .silentClient, item: nil,
        sentence: "the client has not answered the \(answer.noun) of \(sent)\(reminder)")
    ]
  }

  private static func expectations(_ brief: Brief) -> [RedFlag] {
    brief.unsettledExpectations.map { expectation in
      RedFlag(
        .unsettledExpectation, expectation,
        "the client may consider \(expectation.label) agreed, and nobody has settled it")
    }
  }

  private static func terms(_ brief: Brief) -> [RedFlag] {
    brief.standingItems(in: .customTerms).map { term in
      let kind = term.string(.kind).map { " (\($0.shortened(to: 40)))" } ?? ""
      return RedFlag(.customTerm, term, "\(term.label) is a custom term\(kind)")
    }
  }

  private init(_ kind: Kind, _ item: Item, _ sentence: String) {
    self.init(kind: kind, item: item.id, sentence: sentence)
  }
}
