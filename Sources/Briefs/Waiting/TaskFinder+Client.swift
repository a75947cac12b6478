internal import Diagnostics

// What waits for the client, or for the sender to turn to them.
extension TaskFinder {
  /// What the sender has to do so that the client's answer is on record.
  var client: [WaitingTask] {
    let isAwaited = policy.awaitsClient(brief)
    let hasAnything = brief.emailRecords.contains { $0.kind != .introduction && $0.isOut }
    guard isAwaited || hasAnything else { return [] }
    let answer = ClientAnswer(of: brief, policy: policy, on: day)
    switch answer.state {
    case .silent: return [silence(answer)]
    case .corrected: return [correction(answer)]
    case .unsent, .changed: return isAwaited && isStartAhead ? [unsent(answer)] : []
    case .waiting, .confirmed, .unconfirmed: return []
    }
  }

  /// The introduction, which keeps the brief with the sender until it is on record.
  var introduction: [WaitingTask] {
    guard policy.awaitsClient(brief), !isTakenOver, let flaw = brief.introductionFlaw(by: policy),
      flaw == .missing || isStartAhead
    else { return [] }
    let answer = ClientAnswer(to: .final, of: brief, policy: policy, on: day)
    guard isIntroductionNext(after: answer) else {
      guard answer.state == .waiting else { return [] }
      return [
        task(
          .introduce, sender,
          "once the client has answered the final summary, introduce whoever takes over",
          "handoff email reply FILE", since: answer.sent)
      ]
    }
    return [
      task(
        .introduce, sender, "the client does not know yet who takes over: introduce them",
        command("email introduce"))
    ]
  }

  /// Whether nothing about the final summary is to be done, or waited for, before the introduction.
  private func isIntroductionNext(after answer: ClientAnswer) -> Bool {
    if brief.status == .started || policy.clientConfirmation == .optional { return true }
    return switch answer.state {
    case .confirmed, .unconfirmed: true
    case .silent: answer.isReminded
    case .unsent, .changed, .corrected, .waiting: false
    }
  }

  private var isStartAhead: Bool { brief.status == .review || brief.status == .accepted }

  private var isTakenOver: Bool {
    policy.imported.contains { $0.id == brief.id && $0.status.isStartedOrLater }
  }

  private func silence(_ answer: ClientAnswer) -> WaitingTask {
    let since = "the client has not answered the \(answer.noun)"
    let sent = answer.sent.map { " of \($0)" } ?? ""
    if !answer.isReminded {
      return task(
        .remind, sender, "\(since)\(sent): remind them once",
        command("email send", nil, String(answer.flag.dropFirst())), since: answer.sent,
        due: answer.due)
    }
    let mayStart =
      brief.status == .accepted && answer.kind == .final && policy.clientConfirmation == .requested
    if mayStart {
      return task(
        .start, receiver, "\(since), though reminded: say why the work may start, or wait",
        command("start", nil, "--unconfirmed \"…\""), since: answer.sent, due: answer.due)
    }
    return task(
      .remind, sender, "\(since)\(sent), though reminded: call them",
      command("email reply", nil, "--how phone --by ADDRESS"), since: answer.sent, due: answer.due)
  }

  private func correction(_ answer: ClientAnswer) -> WaitingTask {
    let words = answer.record?.note.map { ", “\($0.shortened(to: 100))”" } ?? ""
    return task(
      .correct, sender,
      "the client corrected the \(answer.noun)\(words): change it and send it again",
      command("email send", nil, String(answer.flag.dropFirst())), since: answer.record?.replied)
  }

  private func unsent(_ answer: ClientAnswer) -> WaitingTask {
    let sentence =
      answer.state == .changed
      ? "the words changed since the client got the \(answer.noun): send it again"
      : "the client has not got the \(answer.noun)"
    return task(
      .send, sender, sentence, command("email send", nil, String(answer.flag.dropFirst())))
  }
}
