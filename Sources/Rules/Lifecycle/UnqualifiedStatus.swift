internal import Briefs
package import Diagnostics

/// A brief is moved on by those whose turn it is.
///
/// The sender, or anybody with the role sales, submits, takes back and cancels; the receiver or a
/// stand-in accepts, returns, starts and finishes. Whoever gives the last approval may set
/// `accepted`, and whoever changes agreed words sets `review`. Who these people are, the version
/// before says; nobody makes themselves one of them.
package struct UnqualifiedStatus: Rule {
  package static let documentation = RuleDocumentation(
    id: "unqualified-status", category: .lifecycle, weight: .alwaysError,
    summary: "A brief is moved on by those whose turn it is.",
    rationale: "A sender who accepts their own handoff has handed over nothing.",
    remedy: "Let the person named make the step: the sender submits and cancels, the receiver or a "
      + "stand-in accepts, returns, starts and finishes.",
    accepts: [
      RuleExample("status: review", before: "status: draft", author: "dana@northwind.example"),
      RuleExample(
        """
        status: returned
        returns:
          - id: B1
            by: noor@northwind.example
            at: 2026-07-20T10:00:00Z
            reasons: [missing-context]
        """, before: "status: review", author: "noor@northwind.example"),
      RuleExample(
        "status: review\nto: noor@northwind.example", before: "status: review",
        author: "sam@northwind.example"),
      RuleExample("to: noor@northwind.example", before: "", author: "noor@northwind.example"),
      RuleExample(
        "type: ae-to-support\nstatus: draft",
        before: "type: sales-to-implementation\nstatus: review"),
      RuleExample("status: review", before: "status: accepted", author: "lee@northwind.example"),
      RuleExample("status: started", before: "status: started", author: "dana@northwind.example"),
      RuleExample("status: accepted", before: "status: review"),
      RuleExample(
        """
        status: accepted
        approvals:
          - role: pricing
            by: lee@northwind.example
            at: 2026-07-20T10:00:00Z
            covers: sha256:0000000000000000000000000000000000000000000000000000000000000000
        """, before: "status: review", author: "lee@northwind.example"),
    ],
    rejects: [
      RuleExample("status: ⟪review⟫", before: "status: draft", author: "sam@northwind.example"),
      RuleExample("status: ⟪accepted⟫", before: "status: review", author: "dana@northwind.example"),
      RuleExample("status: ⟪started⟫", author: "dana@northwind.example"),
      RuleExample("status: ⟪cancelled⟫", before: "status: draft", author: "lee@northwind.example"),
      RuleExample("status: ⟪review⟫", before: "status: draft", author: "kim@northwind.example"),
      RuleExample("status: ⟪returned⟫", before: "status: review", author: "sam@northwind.example"),
      RuleExample(
        "type: ⟪ae-to-support⟫\nstatus: review",
        before: "type: sales-to-implementation\nstatus: review"),
      RuleExample(
        """
        status: review
        custom_terms:
          - id: T1
            kind: ⟪pricing⟫
            text: Notice of three months.
        """,
        before: """
          status: review
          custom_terms:
            - id: T1
              kind: legal
              text: Notice of three months.
          """),
      RuleExample(
        "status: review\nto: ⟪dana@northwind.example⟫", before: "status: review",
        author: "dana@northwind.example"),
      RuleExample(
        "status: review\nfrom: ⟪lena@northwind.example⟫", before: "status: review",
        author: "lena@northwind.example"),
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    let owners =
      (subject.author.map { ownersTaken(by: $0, subject) } ?? []) + looserType(subject)
      + otherKinds(subject)
    guard let status = subject.brief.status,
      !subject.previous.contains(where: { $0.status == status }),
      !(subject.previous.isEmpty && (status == .draft || subject.isTakenOver))
    else { return owners }
    if status == .returned, !hasNewReturn(subject) { return owners + [.unreasoned(subject)] }
    guard owners.isEmpty, let author = subject.author else { return owners }
    let isQualified =
      switch status {
      case .draft: isSender(author, subject) || isReopening(author, subject)
      case .review: isSender(author, subject) || isStepBack(author, subject)
      case .cancelled: isSender(author, subject)
      case .accepted: isReceiver(author, subject) || approves(author, subject)
      case .returned, .done: isReceiver(author, subject)
      case .started: isReceiver(author, subject) || isReopening(author, subject)
      }
    return isQualified ? [] : [.notTheirs(author, status, subject)]
  }

  /// Whether the change says why the receiver returns the brief.
  private func hasNewReturn(_ subject: Subject) -> Bool {
    subject.brief.items(in: .returns).contains { item in
      let isKnown = subject.previous.contains { version in
        item.id.map { version.item($0, in: .returns) != nil } ?? false
      }
      return !isKnown && item.fields.list(.reasons).contains { $0.string != "reopened" }
    }
  }

  func isSender(_ author: String, _ subject: Subject) -> Bool {
    subject.policy.mayHandOver(from: subject.names(of: .from), author, on: subject.latestDay)
  }

  func isReceiver(_ author: String, _ subject: Subject) -> Bool {
    subject.names(of: .to).contains { subject.policy.mayActAs($0, author, on: subject.latestDay) }
  }

  /// Both sides may open again what was closed; that it leaves a return is another rule's matter.
  private func isReopening(_ author: String, _ subject: Subject) -> Bool {
    subject.previous.contains { $0.status?.isSealed ?? false }
      && (isSender(author, subject) || isReceiver(author, subject))
  }

  /// A change of agreed words goes back to review with whoever of the roster makes it.
  private func isStepBack(_ author: String, _ subject: Subject) -> Bool {
    guard let person = subject.policy.person(author), person.isActive(on: subject.latestDay) else {
      return false
    }
    return subject.previous.contains { $0.status == .accepted || $0.status == .started }
  }

  /// Whether the author gives an approval in the same change.
  private func approves(_ author: String, _ subject: Subject) -> Bool {
    subject.addedApprovals.contains { approval in
      subject.policy.isSamePerson(approval.by, author)
        && subject.policy.disqualification(of: approval, in: subject.brief) == nil
    }
  }
}

extension Finding {
  fileprivate static func unreasoned(_ subject: Subject) -> Finding {
    Finding(
      rule: UnqualifiedStatus.documentation.id, span: subject.statusSpan,
      message: "\(subject.name) is returned, and nothing says what is missing",
      help: "add an entry under `returns:` with `id`, `by`, `at` and `reasons`, or run "
        + "`handoff return \(subject.commandName)`")
  }

  fileprivate static func notTheirs(
    _ author: String, _ status: Status, _ subject: Subject
  ) -> Finding {
    let isReceivers = [Status.accepted, .returned, .started, .done].contains(status)
    let sender = subject.brief.fields.string(.from).map { subject.label(of: $0) } ?? "the sender"
    let who =
      isReceivers
      ? "\(subject.approvers(for: Person.receiving)) or a stand-in"
      : "\(sender) or anybody with the role sales"
    return Finding(
      rule: UnqualifiedStatus.documentation.id, span: subject.statusSpan,
      message:
        "\(subject.label(of: author)) sets \(subject.name) to \(status.rawValue), which is for "
        + who,
      help: "leave the status as it was, and let them run `\(status.command(subject.commandName))`")
  }
}

extension Status {
  /// What its owner types to bring a brief there.
  fileprivate func command(_ name: String) -> String {
    guard let step = Step.allCases.first(where: { $0.target == self }) else {
      return "handoff set \(name) status \(rawValue)"
    }
    return "handoff \(step.rawValue) \(name)"
  }
}
