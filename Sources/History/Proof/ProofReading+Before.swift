internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

extension ProofReading {
  /// The file of the brief as one parent of a commit has it.
  private struct Earlier {
    let parent: ParentName
    let path: String

    /// Nil where it has no such file.
    let version: PinnedBrief?

    /// That it has no such file, or else what shows that the file lacks something.
    func check(_ lack: (PinnedBrief) -> ItemProof.Check?) -> ItemProof.Check? {
      if let version { return lack(version) }
      return .absence(of: path, in: parent.child, parent: parent)
    }
  }

  /// That no parent of the commit that added the item has it; what cannot be shown is told.
  func absence(
    before event: ItemEvent, _ facts: inout [String]
  ) throws(GitError) -> [ItemProof.Check?] {
    guard event.change.kind.isAddition, let id = event.change.item.id else { return [] }
    return try absence(of: id, before: event.commit, at: event.path, &facts) {
      $0.lacksWord("id: \(id)")
    }
  }

  /// That no parent of the commit that added an approval has that record.
  func absence(
    of approval: Approval, before commit: ObjectID, _ facts: inout [String]
  ) throws(GitError) -> [ItemProof.Check?] {
    guard let version = version(of: commit),
      let own = version.brief.approvals.first(where: { $0.isSameRecord(as: approval) })
    else { return [] }
    let source = version.brief.source
    let span = own.item.span
    let lines = (source.line(at: span.lowerBound)...source.line(at: span.upperBound - 1))
      .compactMap { String(validating: source.bytes[source.range(ofLine: $0)], as: UTF8.self) }
      .map(\.withoutDash).filter { !$0.isEmpty }
    let present = version.lines("the record in commit \(commit.short), which added it", own.item)
    let what = "the \(approval.role) approval"
    return try [present]
      + absence(of: what, before: commit, at: Array(version.path.utf8), &facts) { earlier in
        lines.lazy.compactMap { earlier.lacks($0) }.first
      }
  }

  /// The status that the parents of the commit that accepted it have.
  func status(before version: PinnedBrief, _ facts: inout [String]) throws(GitError)
    -> [ItemProof.Check?]
  {
    let set = version.brief.fields.string(.status) ?? "accepted"
    return try absence(
      of: "the status \(set)", before: version.commit, at: Array(version.path.utf8), &facts
    ) { earlier in
      earlier.brief.fields.field(.status).flatMap {
        earlier.lines("the status before, in commit \(earlier.short)", $0.keySpan)
      } ?? earlier.lacks("status: \(set)")
    }
  }

  private func absence(
    of what: String, before commit: ObjectID, at path: [UInt8], _ facts: inout [String],
    _ lack: (PinnedBrief) -> ItemProof.Check?
  ) throws(GitError) -> [ItemProof.Check?] {
    var checks: [ItemProof.Check?] = [try parents(of: commit)]
    for earlier in try self.earlier(than: commit, at: path) {
      if let check = earlier.check(lack) {
        checks.append(check)
      } else {
        facts.append(
          "That commit \(earlier.parent.short) does not have \(what) is not shown here: its file "
            + "has the same words elsewhere.")
      }
    }
    return checks
  }

  /// How many parents a commit has, so that no side of a merge is passed over.
  func parents(of commit: ObjectID) throws(GitError) -> ItemProof.Check {
    .parents(try repository.outline(of: commit).parents, of: commit)
  }

  /// The file as the parents of a commit have it that can be read.
  private func earlier(than commit: ObjectID, at path: [UInt8]) throws(GitError) -> [Earlier] {
    let parents = try repository.outline(of: commit).parents
    var result: [Earlier] = []
    for (index, parent) in parents.enumerated() {
      // What is not here is a gap of the record already.
      guard let tree = (try? repository.outline(of: parent))?.tree else { continue }
      let name = ParentName(child: commit, number: parents.count > 1 ? index + 1 : nil)
      let path = record.step(parent)?.path ?? path
      let entry = try repository.entry(at: path, inTree: tree)
      let brief = try entry.flatMap { (entry) throws(GitError) in try store.brief(entry) }
      if entry != nil, brief == nil { continue }
      result.append(
        Earlier(
          parent: name, path: String(decoding: path, as: UTF8.self),
          version: brief.map { PinnedBrief(commit: commit, path: path, brief: $0, parent: name) }))
    }
    return result
  }
}

extension String {
  /// A line of an entry without what makes it one.
  fileprivate var withoutDash: String { String(drop { $0 == " " || $0 == "-" }) }
}
