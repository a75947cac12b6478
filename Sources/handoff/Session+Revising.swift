internal import Briefs
internal import Diagnostics
internal import Workspace

extension Session {
  /// Makes a change of a brief in its file, and says what else follows from it.
  @discardableResult
  func revise(
    _ target: Target, _ change: (inout BriefEditor) throws(EditingError) -> Void
  ) throws -> Brief {
    let revision: BriefRevision
    do {
      revision = try BriefRevision(of: target.brief, changing: change)
    } catch {
      throw CommandFailure(error, name: target.name)
    }
    try write(revision, of: target)
    return revision.brief
  }

  /// Writes a revision where it differs from the file.
  func write(_ revision: BriefRevision, of target: Target) throws {
    let previous = target.brief.source.bytes
    guard revision.bytes != previous else { return }
    try write(revision.bytes, to: target.file, replacing: previous)
    remember(
      LastChange(
        path: target.file.path, commit: nil, before: previous, after: revision.bytes,
        command: Arguments.typed))
    guard revision.isBackInReview || !revision.staleApprovals.isEmpty else { return }
    let state = revision.isBackInReview ? " is back in review" : "'s approvals are stale"
    Console.explain("\(target.name)\(state), since agreed words changed".escapingControls)
    let approvers = revision.staleApprovals.map { "\($0.role) (\($0.by))" }
    let again =
      approvers.isEmpty ? "" : "these must approve again: \(approvers.joined(separator: ", ")); "
    Console.explain("  \(again)see: handoff checklist \(target.name)".escapingControls)
  }
}

extension Session {
  /// Writes a new file, with the folders above it; never over one that is there.
  func create(_ bytes: [UInt8], at path: [UInt8]) throws {
    let whole = tree.absolute(path)
    let folder = whole.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(whole[..<$0]) }
    do {
      if let folder { try AtomicFile.makeFolder(folder) }
      try AtomicFile.create(bytes, at: whole)
    } catch {
      throw CommandFailure(
        "\(String(decoding: path, as: UTF8.self)) could not be written: \(error.reason)",
        hints: ["nothing was overwritten; give the brief another id: --id ID"])
    }
    remember(
      LastChange(
        path: path, commit: nil, before: nil, after: bytes, command: Arguments.typed))
  }
}

extension CommandFailure {
  init(_ failure: BriefRevision.Failure, name: String) {
    switch failure {
    case .editing(let error): self.init(error.description)
    case .sealed(let status):
      self.init(
        "\(name) is \(status.rawValue), so what was agreed stays as it is", kind: .refused,
        hints: [
          "to open it again: handoff reopen \(name.shellWord) --reason \"…\""
        ])
    }
  }

  init(_ fault: FieldInput.Fault) {
    self.init(fault.message, hints: [fault.help])
  }
}
