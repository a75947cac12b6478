internal import Diagnostics

// What single items of a brief wait for.
extension TaskFinder {
  var questions: [WaitingTask] {
    brief.openQuestions.map { question in
      let asked = question.fields.instant(.at)?.date
      let by = question.string(.by).map { "\(label(of: $0)) asks" } ?? "a question"
      let words = question.telling?.string.shortened(to: 120) ?? ""
      return task(
        .answer, question.string(.to).map { [person($0)] } ?? sender, "\(by): “\(words)”",
        command("answer", question, "\"…\""), item: question, since: asked,
        due: asked?.addingWorkingDays(policy.reviewDays))
    }
  }

  var expectations: [WaitingTask] {
    brief.unsettledExpectations.map { expectation in
      task(
        .settle, sender, "the client may consider \(expectation.label) agreed: say whether it is",
        command("set", expectation, "settled \"…\""), item: expectation)
    }
  }

  var lateItems: [WaitingTask] { late(.promises) + late(.requirements) }

  /// The promises, or the requirements, whose day is past.
  func late(_ list: ItemList) -> [WaitingTask] {
    brief.standingItems(in: list).compactMap { item in
      let isOpen = list == .promises ? item.isOpenPromise : item.string(.status) != "done"
      guard isOpen, let due = item.fields.date(.due), due < day else { return nil }
      let isPromise = list == .promises
      return task(
        isPromise ? .promise : .requirement, owners(item.string(.owner)),
        "the \(list.noun) \(item.label) was due on \(due)",
        command("set", item, isPromise ? "state kept" : "status done"), item: item, due: due)
    }
  }

  var waivers: [WaitingTask] {
    brief.standingItems(in: .waivers).compactMap { waiver in
      guard let until = waiver.fields.date(.until), until < day else { return nil }
      let rule = waiver.string(.rule)?.shortened(to: 40) ?? "a rule"
      return task(
        .waiver, people(with: Person.policyRole),
        "the waiver \(waiver.label) from \(rule) ran out on \(until)",
        command("withdraw", waiver, "--reason \"…\""), item: waiver, due: until)
    }
  }
}

// Whose turn it is.
extension TaskFinder {
  /// Whoever hands over; anybody with the role sales where that person has left.
  var sender: [WaitingTask.Assignee] {
    guard let from = brief.fields.string(.from), policy.person(from)?.isActive(on: day) ?? true
    else { return people(with: Person.sales) }
    return [person(from)]
  }

  /// Whoever takes over, and who may stand in.
  var receiver: [WaitingTask.Assignee] {
    guard let to = brief.fields.string(.to) else {
      return [WaitingTask.Assignee(address: nil, label: "a receiver")]
    }
    var assignee = person(to)
    assignee.standIns =
      policy.person(to)?.standIns.filter { policy.person($0)?.isActive(on: day) ?? false }
      .map { policy.person($0)?.email ?? $0 } ?? []
    return [assignee]
  }

  /// Those who can give an approval that the brief needs.
  func approvers(as role: String) -> [WaitingTask.Assignee] {
    if role == Person.receiving { return receiver }
    let able = policy.approverAddresses(for: role, of: brief, on: day)
    if able.isEmpty { return people(with: Person.policyRole) }
    let from = brief.fields.string(.from) ?? ""
    let isSenders = role == Person.sales && able.contains { policy.isSamePerson($0, from) }
    return isSenders ? sender : able.map(person)
  }

  /// The owner of an item; where it names none who is there, whoever has the brief now.
  func owners(_ owner: String?) -> [WaitingTask.Assignee] {
    guard let owner, policy.person(owner)?.isActive(on: day) ?? true else {
      return brief.status?.isAcceptedOrLater ?? false ? receiver : sender
    }
    return [person(owner)]
  }

  func people(with role: String) -> [WaitingTask.Assignee] {
    let people = policy.people(with: role, on: day)
    if people.isEmpty {
      return [WaitingTask.Assignee(address: nil, label: "somebody with the role \(role)")]
    }
    return people.map { WaitingTask.Assignee(address: $0.email, label: $0.label) }
  }

  /// Somebody with an address: of the roster, or a stakeholder of the client.
  func person(_ address: String) -> WaitingTask.Assignee {
    if let known = policy.person(address) {
      return WaitingTask.Assignee(address: known.email, label: known.label)
    }
    let stakeholder = brief.items(in: .stakeholders).first { stakeholder in
      stakeholder.string(.email)?.asciiLowercased.utf8.elementsEqual(address.asciiLowercased.utf8)
        ?? false
    }
    return WaitingTask.Assignee(
      address: address.asciiLowercased,
      label: stakeholder?.string(.name)?.shortened(to: 60) ?? address.shortened(to: 60))
  }
}
