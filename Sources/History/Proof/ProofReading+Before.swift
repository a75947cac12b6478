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

  /// The item as the parents of the commit that changed it have it, or that none has it.
  ///
  /// What cannot be shown is told.
  func before(
    _ event: ItemEvent, _ facts: inout [String]
  ) throws(GitError) -> [ItemProof.Check?] {
    let known = event.change.previousItem ?? event.change.item
    let what = known.id ?? "“\(known.proofWords)”"
    return try absence(of: what, before: event.commit, at: event.path, &facts) { earlier in
      guard let old = earlier.brief.item(knownAs: known) else {
        return known.id.flatMap { earlier.lacksWord("id: \($0)") }
          ?? event.change.item.id.flatMap { earlier.lacksWord("id: \($0)") }
      }
      if event.change.kind.isAddition { return nil }
      return earlier.lines("the item before, in commit \(earlier.short)", old)
    }
  }

  /// That no parent of the commit that added an approval has that record.
  func absence(
    of approval: Approval, before commit: ObjectID, _ facts: inout [String]
  ) throws(GitError) -> [ItemProof.Check?] {
    guard let version = version(of: commit),
      let own = version.brief.approvals.first(where: { $0.isSameRecord(as: approval) })
    else { return [] }
    let lines = version.texts(of: own.item)
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

  func absence(
    of what: String, before commit: ObjectID, at path: [UInt8], isOfThisBrief: Bool = true,
    _ facts: inout [String], _ lack: (PinnedBrief) -> ItemProof.Check?
  ) throws(GitError) -> [ItemProof.Check?] {
    var checks: [ItemProof.Check?] = [try parents(of: commit)]
    for earlier in try self.earlier(than: commit, at: path, isOfThisBrief) {
      if let check = earlier.check(lack) {
        checks.append(check)
      } else {
        facts.append(
          "How commit \(earlier.parent.short) has \(what), or that it does not, is not shown here.")
      }
    }
    return checks
  }

  /// That a commit does not have the file of the brief, and which of its parents have it.
  func deletion(by commit: ObjectID, of path: [UInt8]) throws(GitError) -> [ItemProof.Check?] {
    let name = String(decoding: path, as: UTF8.self)
    return try [.absence(of: name, in: commit), parents(of: commit)]
      + earlier(than: commit, at: path).map { earlier in
        guard let version = earlier.version else { return earlier.check { _ in nil } }
        return version.brief.item(knownAs: item).flatMap {
          version.lines("the item before, in commit \(version.short)", $0)
        } ?? version.fences
      }
  }

  /// How many parents a commit has, so that no side of a merge is passed over.
  func parents(of commit: ObjectID) throws(GitError) -> ItemProof.Check {
    .parents(try repository.outline(of: commit).parents, of: commit)
  }

  /// The file as the parents of a commit have it that can be read.
  private func earlier(
    than commit: ObjectID, at path: [UInt8], _ isOfThisBrief: Bool = true
  ) throws(GitError) -> [Earlier] {
    let parents = try repository.outline(of: commit).parents
    var result: [Earlier] = []
    for (index, parent) in parents.enumerated() {
      // What is not here is a gap of the record already.
      guard let tree = (try? repository.outline(of: parent))?.tree else { continue }
      let name = ParentName(child: commit, number: parents.count > 1 ? index + 1 : nil)
      let path = (isOfThisBrief ? record.path(in: parent, before: commit) : nil) ?? path
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

extension Brief {
  /// The item with the id of another, else with its words.
  fileprivate func item(knownAs known: Item) -> Item? {
    guard isSound else { return nil }
    if let id = known.id { return item(id, in: known.list) }
    return items(in: known.list).first {
      $0.id == nil && $0.proofWords.utf8.elementsEqual(known.proofWords.utf8)
    }
  }
}

extension PinnedBrief {
  /// The lines of an entry of this version, without what makes it one.
  func texts(of item: Item) -> [String] {
    let source = brief.source
    return numbers(of: item.span)
      .compactMap { String(validating: source.bytes[source.range(ofLine: $0)], as: UTF8.self) }
      .map(\.withoutDash).filter { !$0.isEmpty }
  }
}

extension String {
  /// A line of an entry without what makes it one.
  fileprivate var withoutDash: String { String(drop { $0 == " " || $0 == "-" }) }
}
