internal import Diagnostics
internal import ReceivedMail

// Why no summary is found that a reply answers.
extension CommandFailure {
  /// Does work that may find no summary; that is told as a failure of the command.
  static func catchingMismatch<Result>(
    _ work: () throws(ReplyMatch.Failure) -> Result
  ) throws(CommandFailure) -> Result {
    do {
      return try work()
    } catch {
      throw CommandFailure(error)
    }
  }

  private init(_ failure: ReplyMatch.Failure) {
    switch failure {
    case .unknown:
      self.init(
        "the message does not say which summary it answers", kind: .refused,
        hints: ["name the brief: handoff email reply FILE BRIEF"])
    case .several(let names):
      self.init(
        "the message answers summaries of several briefs: \(names.joined(separator: ", "))",
        kind: .refused, hints: ["name the one that is meant: handoff email reply FILE BRIEF"])
    case .nothingSent(let name):
      self.init(
        "no such summary of \(name) is on record as sent", kind: .refused,
        hints: [
          "see what is: handoff email log \(name.shellWord)",
          "record it: handoff email sent \(name.shellWord)",
        ])
    case .unrecorded(let name, let revision):
      self.init(
        "the message answers revision \(revision) of \(name), and no email of that is on record",
        kind: .refused,
        hints: ["record it: handoff email sent \(name.shellWord) --revision \(revision)"])
    case .undecided(let name, let revision):
      self.init(
        "revision \(revision) of \(name) was sent as more than one kind of summary",
        kind: .refused, hints: ["say which is answered: --kind call or --kind final"])
    case .early(let name):
      self.init(
        "the message was written before any summary of \(name) was sent that it could answer",
        kind: .refused,
        hints: [
          "say which it answers: --kind call, --kind final or --revision NUMBER",
          "see what was sent: handoff email log \(name.shellWord)",
        ])
    case .contradicted(let sent):
      let number = sent.revision.map { "revision \($0) of " } ?? ""
      self.init(
        "the message says that it answers \(number)the \(sent.noun) of \(sent.brief)",
        kind: .refused, hints: ["leave --kind and --revision out"])
    }
  }
}
