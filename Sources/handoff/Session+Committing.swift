internal import Briefs
internal import Diagnostics
internal import Git
internal import Reports
internal import Workspace

/// A file that is committed along with a brief.
struct NewFile {
  /// Its path from the top of the repository.
  let path: [UInt8]
  let bytes: [UInt8]
}

// How a command takes a step in a brief's life: it checks, changes the file and commits it alone.
extension Session {
  /// Who is at work, where the roster knows them.
  func member() throws -> Person {
    let address = try author()
    guard let person = policy.person(address) else {
      let keepers = policy.people(with: Person.policyRole, on: Environment.today).map(\.label)
      throw CommandFailure(
        "you (\(address)) are not on the roster", kind: .refused,
        hints: [
          "\(keepers.isEmpty ? "a policy person" : keepers.joined(separator: " or ")) can add you "
            + "under `people:` in handoff.yaml; or tell git who you are: git config user.email …"
        ])
    }
    return person
  }

  /// The brief for a step, as it was committed; refused where the step cannot be taken now.
  func target(_ name: String, for step: Step) throws -> Target {
    let (file, brief) = try brief(name)
    let target = Target(file: file, brief: brief, item: nil)
    try requireCommittable(target)
    let status = brief.status ?? .draft
    guard step.isOpen(from: status) else {
      throw CommandFailure.outOfTurn(step, status, target.name)
    }
    try requireTurn(step, of: target)
    return target
  }

  /// Refuses a step that is somebody else's, before anything is judged.
  private func requireTurn(_ step: Step, of target: Target) throws {
    let address = try author()
    let (brief, today) = (target.brief, Environment.today)
    let isTheirs =
      switch step.owner {
      case .sender: policy.mayHandOver(brief, address, on: today)
      case .receiver: policy.mayTakeOver(brief, address, on: today)
      case .either:
        policy.mayHandOver(brief, address, on: today)
          || policy.mayTakeOver(brief, address, on: today)
      case .anybody: true
      }
    if !isTheirs { throw CommandFailure.notTheirs(step, address, target, policy) }
  }

  /// Refuses where the file could not be committed alone, before anything is written.
  func requireCommittable(_ target: Target) throws {
    let obstacle = try CommandFailure.catching { () throws(GitError) in
      try CommitObstacle.to(committing: target.file.path, in: repository)
    }
    if let obstacle { throw CommandFailure(obstacle, target) }
  }

  /// The brief with a change, not written anywhere.
  func draft(
    of brief: Brief, named name: String,
    _ change: (inout BriefEditor) throws(EditingError) -> Void
  ) throws -> Brief {
    do {
      var editor = try BriefEditor(brief)
      try change(&editor)
      return editor.brief
    } catch {
      throw CommandFailure("\(name): \(error.description)")
    }
  }

  /// What the rules would find in the file as it would be.
  func findings(
    in draft: Brief, of target: Target, adding newFile: NewFile? = nil
  ) throws -> [Diagnostic] {
    let author = try author()
    let added = newFile.map { [String(decoding: $0.path, as: UTF8.self): $0.bytes] } ?? [:]
    return try CommandFailure.catching { () throws(GitError) in
      try WorkTreeCheck(repository: repository, files: tree).verdict(
        on: [target.file.path], author: author, today: Environment.today,
        expecting: FileVersion(path: target.file.path, identity: "", brief: draft),
        adding: added)
    }.diagnostics
  }

  /// Refuses a draft with errors; says all of them, and gives what only warns.
  @discardableResult
  func requireSound(
    _ draft: Brief, of target: Target, for step: Step, adding newFile: NewFile? = nil
  ) throws -> [Diagnostic] {
    let findings = try findings(in: draft, of: target, adding: newFile)
    let errors = findings.filter { $0.severity == .error }
    guard errors.isEmpty else { throw CommandFailure.refused(errors, step, target) }
    return findings
  }

  /// Writes the draft over the file and commits it, and with it a new file where there is one; where
  /// git or a hook refuses, the file is put back as it was and the new one is taken away.
  func commit(
    _ draft: Brief, of target: Target, as step: Step, saying summary: String,
    reason: String? = nil, adding newFile: NewFile? = nil
  ) throws {
    let before = target.brief.source.bytes
    let after = draft.source.bytes
    guard after != before else { return }
    let begun = try begin(
      LastChange(
        path: target.file.path, commit: nil, before: before, after: after,
        command: Arguments.typed), adding: newFile)
    defer { begun.end() }
    if let newFile { try place(newFile) }
    do {
      try write(after, to: target.file, replacing: before)
    } catch {
      try remove(newFile)
      throw error
    }
    let message = StepMessage.text(
      brief: target.name, step: step, summary: summary, reason: reason)
    let made: (id: ObjectID, words: String)
    do throws(GitError) {
      made = try repository.commit(
        onlyFiles: [target.file.path], adding: newFile.map { [$0.path] } ?? [], message: message)
    } catch {
      try remove(newFile)
      try putBack(before, over: after, of: target, because: error)
    }
    remember(
      LastChange(
        path: target.file.path, commit: made.id, before: before, after: after,
        command: Arguments.typed))
    tell(made.words, of: target.name)
  }

  /// Puts the file back after a commit that was not made, and says why it was not.
  private func putBack(
    _ before: [UInt8], over after: [UInt8], of target: Target, because error: GitError
  ) throws -> Never {
    Console.explain(error.message.safeToPrint)
    do {
      try AtomicFile.write(before, to: tree.absolute(target.file.path), expecting: after)
    } catch {
      let path = target.file.displayPath.shellWord
      throw CommandFailure(
        "\(target.name): git refused the commit, and the file could not be put back: \(error.reason)",
        hints: ["put it back yourself: git restore --staged --worktree \(path)"])
    }
    throw CommandFailure(
      "\(target.name): git refused the commit, and the file is as it was", kind: .refused,
      hints: ["mend what git or the hook names above, then type the command again"])
  }

  /// Says what hooks said, without the list of what is still to do: the command says itself what
  /// matters of it; and that others do not have the commit yet.
  private func tell(_ words: String, of name: String) {
    let toDo = "handoff: \(name), still to do: "
    Console.explain(words.safeToPrint.filter { !$0.utf8.starts(with: toDo.utf8) })
    // Where remotes cannot be listed, nobody is reminded of them.
    if let remotes = try? repository.references("refs/remotes/"), !remotes.isEmpty {
      Console.explain("committed here; the others get it with: git push")
    }
  }

  /// Keeps a change so that `handoff undo` can take it back.
  ///
  /// Where it cannot be kept, the change stands all the same: only taking it back is lost.
  func remember(_ change: LastChange) {
    do {
      try change.keep(in: repository)
    } catch {
      Console.explain("handoff undo will not know of this: \(error.reason)".escapingControls)
    }
  }
}

extension String {
  /// What another program said, line by line, without its control characters.
  fileprivate var safeToPrint: [String] {
    unicodeScalars.split(separator: "\n").map { String($0).escapingControls }
  }
}

extension CommandFailure {
  fileprivate init(_ obstacle: CommitObstacle, _ target: Session.Target) {
    let path = target.file.displayPath.shellWord
    switch obstacle {
    case .insideHook:
      self.init(
        "git is in the middle of a commit, and this command makes one of its own",
        hints: ["call it after the commit, not from a hook"])
    case .unfinished(let operation):
      self.init(
        "a \(operation) is not finished", kind: .refused,
        hints: ["end it first: git \(operation) --continue, or git \(operation) --abort"])
    case .untracked:
      self.init(
        "\(target.name) was never committed", kind: .refused,
        hints: ["commit it first: git add \(path) && git commit -m \"\(target.name): a draft\""])
    case .uncommitted:
      self.init(
        "\(target.name) has changes that are not committed", kind: .refused,
        hints: [
          "look at them: git diff HEAD -- \(path)",
          "then commit them: git add \(path) && git commit -m \"…\"; or drop them: "
            + "git restore --staged --worktree \(path)",
        ])
    case .noCommit:
      self.init(
        "there is no commit yet", kind: .refused,
        hints: ["make the first: git add . && git commit -m \"Handoffs begin\""])
    }
  }

  /// The step cannot be taken from the status that the brief has; says what can.
  fileprivate static func outOfTurn(
    _ step: Step, _ status: Status, _ name: String
  ) -> CommandFailure {
    let open = Step.allCases.filter { $0.target != nil || $0 == .reopen }
      .filter { $0.isOpen(from: status) }
    let next = open.map { "handoff \($0.command) \(name.shellWord)" }.joined(separator: ", ")
    return CommandFailure(
      "\(name) is \(status.inSentence), so it cannot be \(step.participle)", kind: .refused,
      hints: ["what can be done now: \(next)"])
  }

  /// The step is for somebody else to take.
  fileprivate static func notTheirs(
    _ step: Step, _ address: String, _ target: Session.Target, _ policy: Policy
  ) -> CommandFailure {
    func label(_ name: FieldName, _ otherwise: String) -> String {
      target.brief.fields.string(name).map { policy.person($0)?.label ?? $0 } ?? otherwise
    }
    let sender = "\(label(.from, "the sender")), or anybody with the role sales,"
    let receiver = "\(label(.to, "its receiver")), or a stand-in,"
    let owner =
      switch step.owner {
      case .sender: sender
      case .receiver: receiver
      case .either, .anybody: "\(sender) or \(receiver)"
      }
    let isSender = policy.mayHandOver(target.brief, address, on: Environment.today)
    let me = policy.person(address)?.label ?? address
    return CommandFailure(
      "\(target.name) is for \(owner) to \(step.rawValue), and you are \(me)", kind: .refused,
      hints: [
        step == .accept && isSender
          ? "nobody accepts what they hand over; it stands in the receiver's inbox"
          : "what waits for you: handoff"
      ])
  }

  /// Tells all that keeps a step from being taken, and gives the failure to end with.
  static func refused(
    _ errors: [Diagnostic], _ step: Step, _ target: Session.Target
  ) -> CommandFailure {
    let lines = Set(target.brief.source.bytes.split(separator: 0x0A).map(Array.init))
    // A line that the file does not have is the command's own, and nothing in the file to mend.
    let isOwn = { (error: Diagnostic) in
      step.writesArguments && error.sourceLine.map { !lines.contains(Array($0.utf8)) } ?? false
    }
    let ofFile = errors.filter { !isOwn($0) }
    for error in errors where isOwn(error) {
      let line = error.sourceLine?.collapsingWhiteSpace ?? ""
      Console.say("the command would write “\(line)”: \(error.message)")
      Console.say("  help: \(error.help)")
    }
    let again = "and again: handoff \(Arguments.retyped)"
    guard !ofFile.isEmpty else {
      return CommandFailure(
        "\(target.name) cannot be \(step.participle) like that; nothing was changed",
        kind: .refused, hints: ["change what the command is given, \(again)"])
    }
    let report = CheckReport(diagnostics: ofFile.sorted(), briefs: 1)
    Console.explain(
      report.rendered(
        as: .text, isColored: Console.usesColour(onErrors: true), tool: .handoff))
    return CommandFailure(
      "\(target.name) cannot be \(step.participle) yet; nothing was changed", kind: .refused,
      hints: ["mend what is named above, then: git add -A && git commit -m \"…\"", again])
  }
}

extension Status {
  /// The status as sentences say it: `a draft`, `in review`.
  var inSentence: String {
    switch self {
    case .draft: "a draft"
    case .review: "in review"
    case .accepted, .started, .returned, .done, .cancelled: rawValue
    }
  }
}

extension Step {
  /// Whether the step writes what it is given into the brief, rather than the brief's next status.
  fileprivate var writesArguments: Bool {
    switch self {
    case .emailSend, .emailSent, .emailReply, .emailIntroduce, .ask, .answer: true
    case .submit, .approve, .accept, .return, .start, .finish, .cancel, .reopen: false
    }
  }

  /// What the brief is after the step, as sentences say it.
  var participle: String {
    switch self {
    case .submit: "submitted"
    case .approve: "approved"
    case .accept: "accepted"
    case .return: "returned"
    case .ask: "asked about"
    case .answer: "answered"
    case .start: "started"
    case .finish: "finished"
    case .cancel: "cancelled"
    case .reopen: "reopened"
    case .emailSend: "sent to the client"
    case .emailSent: "recorded as sent"
    case .emailReply: "recorded as answered"
    case .emailIntroduce: "introduced"
    }
  }
}
