internal import Diagnostics

/// Finds what waits in one brief, by where it is in its life.
struct TaskFinder {
  let waiting: WaitingBrief
  let policy: Policy
  let day: CalendarDate

  var brief: Brief { waiting.brief }

  var tasks: [WaitingTask] {
    guard brief.isSound, let status = brief.status else { return unreadable }
    switch status {
    case .draft, .returned: return writing(status) + questions + client + late(.promises) + waivers
    case .review:
      return approvals + acceptance + questions + expectations + client + mending + waivers
    case .accepted:
      return approvals + start + questions + client + introduction + lateItems + waivers
    case .started:
      return approvals + lastStep + questions + client + introduction + lateItems + waivers
    case .done: return late(.promises)
    case .cancelled: return []
    }
  }

  /// A task of the brief; late where its day is past.
  func task(
    _ kind: WaitingTask.Kind, _ assignees: [WaitingTask.Assignee], _ sentence: String,
    _ command: String, item: Item? = nil, since: CalendarDate? = nil, due: CalendarDate? = nil,
    isLate: Bool = false
  ) -> WaitingTask {
    WaitingTask(
      brief: waiting.name, account: brief.fields.string(.account), kind: kind, item: item?.id,
      sentence: sentence, assignees: assignees, since: since, due: due,
      isOverdue: isLate || due.map { $0 < day } ?? false, command: command)
  }

  /// What is typed to do something with the brief, or with an item of it.
  func command(_ verb: String, _ item: Item? = nil, _ rest: String = "") -> String {
    let reference = [waiting.name, item?.name].compactMap { $0 }.joined(separator: "/")
    return "handoff \(verb) \(reference.shellWord)" + (rest.isEmpty ? "" : " " + rest)
  }

  func label(of address: String) -> String {
    policy.person(address)?.label ?? address.shortened(to: 60)
  }

  private var unreadable: [WaitingTask] {
    if brief.isUnmerged {
      return [task(.mend, sender + receiver, "a merge of it was not finished", "git status")]
    }
    let what = brief.isSound ? "its status is none that there is" : "the file cannot be read whole"
    return [task(.mend, sender, what, "handoff check")]
  }
}

// While it is written.
extension TaskFinder {
  private func writing(_ status: Status) -> [WaitingTask] {
    if status == .returned, let record = brief.unansweredReturn { return [answer(to: record)] }
    let noun = status == .returned ? "returned" : "a draft"
    guard waiting.obstacles.isEmpty else {
      let missing = counted(waiting.obstacles.count, "thing is", "things are")
      return [
        task(
          .write, sender, "\(noun); \(missing) missing before it can be submitted",
          command("checklist"))
      ]
    }
    return [
      task(.submit, sender, "\(noun) with all that it needs: hand it over", command("submit"))
    ]
  }

  private func answer(to record: Item) -> WaitingTask {
    let reasons = record.fields.list(.reasons).map(\.string).joined(separator: ", ")
    let by = record.string(.by).map { " by \(label(of: $0))" } ?? ""
    let note = record.string(.note).map { ", “\($0.shortened(to: 80))”" } ?? ""
    return task(
      .answerReturn, sender,
      "returned\(by) (\(reasons.shortened(to: 80)))\(note): mend it and say how",
      command("answer", record, "\"…\""), item: record, since: record.fields.instant(.at)?.date)
  }
}

// While it is decided on.
extension TaskFinder {
  private var approvals: [WaitingTask] {
    let needed = policy.neededApprovals(of: brief, on: day)
    var tasks = needed.filter { !$0.isGiven }.map { approval in
      approval.role == Person.receiving && brief.status == .review
        ? decision(approval) : self.approval(approval)
    }
    if brief.status == .review, !needed.contains(where: { $0.role == Person.receiving }) {
      tasks.insert(decision(nil), at: 0)
    }
    return tasks
  }

  private func approval(_ approval: NeededApproval) -> WaitingTask {
    let isStale = approval.state == "stale"
    if let impediment = approval.impediment {
      return task(
        .approve, approvers(as: approval.role), "\(sentence(on: approval)); \(impediment)",
        command("checklist"))
    }
    return task(
      isStale ? .approveAgain : .approve, approvers(as: approval.role), sentence(on: approval),
      command("approve", nil, "--role \(approval.role.shellWord)"),
      since: isStale ? approval.approval?.at?.date : nil)
  }

  private func decision(_ approval: NeededApproval?) -> WaitingTask {
    let from = brief.fields.string(.from).map { label(of: $0) } ?? "somebody"
    let given = approval.flatMap { $0.state == "missing" ? nil : $0 }
    let sentence =
      given.map { self.sentence(on: $0) }
      ?? "\(from) hands it over: read it, then accept or return it"
    let isLate = waiting.late.contains { $0.item == nil && !isAboutAnEmail($0) }
    let days = [
      brief.block(.meeting)?.fields.date(.on).map { $0.addingDays(-1) },
      brief.fields.date(.kickoff),
    ].compactMap { $0 }
    // What is late for another reason than the meeting's or the kickoff's day is not due by that day.
    let due = days.min().flatMap { isLate && $0 >= day ? nil : $0 }
    return task(
      given?.state == "stale" ? .approveAgain : .review, receiver, sentence, command("review"),
      due: due, isLate: isLate)
  }

  /// Whether a finding stands in the record of an email, which has no id.
  private func isAboutAnEmail(_ finding: Diagnostic) -> Bool {
    brief.items(in: .emails).contains { record in
      let first = brief.source.position(at: record.span.lowerBound).line
      let last = brief.source.position(at: record.span.upperBound).line
      return (first...max(first, last)).contains(finding.start.line)
    }
  }

  private func sentence(on approval: NeededApproval) -> String {
    let by = approval.approval.map { label(of: $0.by) } ?? "somebody"
    return switch approval.state {
    case "stale": "the words changed since \(by) approved them as \(approval.role)"
    case "void": "the \(approval.role) approval by \(by) does not count"
    default: "the \(approval.role) approval is missing"
    }
  }

  /// Where all have approved, and yet nobody has taken the last step.
  private var acceptance: [WaitingTask] {
    let needed = policy.neededApprovals(of: brief, on: day)
    guard waiting.obstacles.isEmpty, needed.contains(where: { $0.role == Person.receiving }),
      needed.allSatisfy(\.isGiven), brief.openQuestions.isEmpty,
      brief.unsettledExpectations.isEmpty
    else { return [] }
    return [task(.accept, receiver, "all that it needs is there: take it over", command("accept"))]
  }

  private var mending: [WaitingTask] {
    let others = waiting.obstacles.filter { !TaskFinder.rulesWithTasks.contains($0.rule) }
    guard let first = others.first else { return [] }
    return [
      task(
        .mend, sender,
        "\(counted(others.count, "thing keeps", "things keep")) it from being accepted: "
          + first.message.shortened(to: 120), command("checklist"))
    ]
  }

  /// The rules whose findings have tasks of their own while a brief is in review.
  private static let rulesWithTasks = [
    "missing-approval", "stale-approval", "unreviewed-term", "open-question",
    "unsettled-expectation", "expired-waiver",
  ]
}

// Once it is accepted.
extension TaskFinder {
  private var start: [WaitingTask] {
    guard let first = waiting.obstacles.first else {
      return [task(.start, receiver, "accepted: begin the work", command("start"))]
    }
    let held = counted(waiting.obstacles.count, "thing holds", "things hold")
    return [
      task(
        .start, receiver, "accepted; \(held) up the start: \(first.message.shortened(to: 120))",
        command("checklist"))
    ]
  }

  private var lastStep: [WaitingTask] {
    switch brief.type.flatMap({ policy.types[$0] })?.lastStep ?? .nothing {
    case .firstMilestone: [step(.firstMilestone, "first milestone")]
    case .followUp: [step(.followUp, "follow-up")]
    case .debriefs: debriefs
    case .nothing: [end("nothing is left to do: end it")]
    }
  }

  private func step(_ block: Block, _ noun: String) -> WaitingTask {
    let fields = brief.block(block)?.fields ?? Fields()
    if fields.string(.status) == "done" { return end("the \(noun) is done: end the handoff") }
    let words = fields.string(.text).map { " “\($0.shortened(to: 60))”" } ?? ""
    let due = fields.date(.due)
    return task(
      .finish, owners(fields.string(.owner)),
      "the \(noun)\(words) is " + (due.map { "due on \($0)" } ?? "not done"),
      command("finish", nil, "--done-on DAY"), due: due)
  }

  private var debriefs: [WaitingTask] {
    let open = brief.standingItems(in: .support).filter { $0.string(.debrief)?.isBlank ?? true }
    if open.isEmpty { return [end("everybody in support has said how it went: end it")] }
    return open.map { person in
      task(
        .debrief, owners(person.string(.person)), "say how the support went",
        command("set", person, "debrief \"…\""), item: person)
    }
  }

  private func end(_ sentence: String) -> WaitingTask {
    task(.finish, receiver, sentence, command("finish"))
  }
}

/// A number with what is counted, such as `1 thing is` or `4 things are`.
func counted(_ count: Int, _ one: String, _ several: String) -> String {
  "\(count) \(count == 1 ? one : several)"
}
