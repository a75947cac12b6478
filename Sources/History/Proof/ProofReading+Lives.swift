internal import Briefs
internal import Git
internal import Workspace

extension ProofReading {
  /// What the item's id said in other lives of its brief, by whom, and who ended them.
  func otherLives() throws(GitError) -> [ItemProof.Step] {
    var steps: [ItemProof.Step] = []
    for other in others {
      var facts = [
        "The brief \(record.id) was made more than once under this id. In life \(other.life.number) of "
          + "it there was an item \(found.item.id ?? "") too, which is another than the one above."
      ]
      var checks: [ItemProof.Check?] = []
      for change in other.life.changes { try tell(change, withWords: true, &facts, &checks) }
      if let departure = other.departure { try tell(departure, &facts, &checks) }
      steps.append(ItemProof.Step("Another life of the id", facts, checks: checks))
    }
    return steps
  }

  /// The deletions of the brief that a merge did not take, while it had the item.
  func tellDeletionsAside(
    _ facts: inout [String], _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    for departure in departures where departure.commit != life.ended?.commit && hadItem(departure) {
      try tell(departure, &facts, &checks)
      if life.ended != nil { continue }
      facts.append("Commit \(last.commit.short) has the brief all the same.")
      checks.append(last.fences)
    }
  }

  func tell(
    _ departure: Departure, _ facts: inout [String], _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    let commit = try repository.commit(departure.commit)
    facts.append("\(commit.proofWords): took the brief out of the tree.")
    checks += wrote(commit)
    checks += try deletion(by: commit.id, of: departure.path)
  }

  /// Whether the item was in the brief when it was taken out, and that is not told as a change.
  func hadItem(_ departure: Departure) -> Bool {
    let history = record.history
    guard let own = history.life(of: life.tip), history.life(of: departure.last) == own,
      !history.order.takenBack.values.joined().contains(departure), let id = found.item.id
    else { return false }
    return history.newestChanges(at: departure.last).contains { key, changes in
      key.hasID(id) && changes.contains { !history.events[$0].isLoss }
    }
  }

  /// What the item carries on, and where it is carried on.
  func carrying() throws(GitError) -> ItemProof.Step? {
    var facts: [String] = []
    var checks: [ItemProof.Check?] = []
    if let earlier = item.string(.carried)?.collapsingWhiteSpace {
      facts.append(
        "It carries on \(earlier) of an earlier handoff. Who promised and approved that, and what "
          + "the client was sent, is shown by: handoff proof \(earlier)")
      checks.append(shown.lines("that the item says so", item))
    }
    for successor in successors where isPast(successor.change.event.commit, of: head) {
      try tell(successor, &facts, &checks)
    }
    return facts.isEmpty
      ? nil : ItemProof.Step("The handoffs before and after", facts, checks: checks)
  }

  func tell(
    _ successor: ItemLog.Successor, _ facts: inout [String], _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    let (event, name) = (successor.change.event, "\(successor.brief)/\(successor.item)")
    facts.append(
      "\(successor.change.deed.proofWords): a later handoff carries it on as \(name). What became of "
        + "it there is shown by: handoff proof \(name)")
    checks += wrote(successor.change.deed)
    let tree = try repository.outline(of: event.commit).tree
    guard let entry = try repository.entry(at: event.path, inTree: tree),
      let brief = try store.brief(entry)
    else { return }
    let own = "\(record.id)/\(found.item.id ?? "")"
    checks += try absence(
      of: "\(own) carried on", before: event.commit, at: event.path, isOfThisBrief: false, &facts
    ) { $0.lacksWord("carried: \(own)") }
    checks.append(
      PinnedBrief(commit: event.commit, path: event.path, brief: brief)
        .lines("\(name) as commit \(event.commit.short) has it", event.change.item))
  }

  func isPast(_ commit: ObjectID, of other: ObjectID) -> Bool {
    // What cannot be read is a gap of the record already.
    commit == other || ((try? repository.isAncestor(commit, of: other)) ?? false)
  }
}
