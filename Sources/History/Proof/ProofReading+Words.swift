internal import Briefs
internal import Diagnostics
internal import Git

extension ProofReading {
  /// What the item says, in which version, and whether it still does.
  mutating func words() throws(GitError) -> ItemProof.Step {
    let tree = try repository.outline(of: shown.commit).tree
    let entry = try repository.entry(at: Array(shown.path.utf8), inTree: tree)
    var facts = [
      "\(item.list.noun.capitalizedFirst) \(item.id ?? ""): “\(item.proofWords)”",
      "So it stands in \(shown.path) of commit \(shown.commit.short).",
    ]
    var checks = [
      entry.map {
        ItemProof.Check(
          purpose: "the file as commit \(shown.commit.short) has it, bound by its digest",
          command: "git rev-parse \("\(shown.commit):\(shown.path)".shellWord)",
          prints: $0.id.description, commit: shown.commit)
      },
      shown.fences,
      shown.lines("the item in the file", item),
    ]
    if item.list == .evidence {
      let file = try file(of: item)
      facts += file.facts
      checks += file.checks
    }
    try tellDeletion(&facts, &checks)
    tellReview(&facts, &checks)
    switch found.standing {
    case .stands: break
    case .withdrawn:
      facts.append("It was withdrawn: “\(item.string(.withdrawn)?.collapsingWhiteSpace ?? "")”.")
    case .gone where !last.brief.isSound:
      facts.append(
        "The file of commit \(last.commit.short) cannot be read as a brief: whether it still has "
          + "the item is not known. These are the last words that could be read.")
    case .gone:
      facts.append(
        "It is not in the brief any more: commit \(last.commit.short) does not have it, and these "
          + "were its last words.")
      checks.append(last.lacks(item.id ?? ""))
    }
    return ItemProof.Step("The words", facts, checks: checks)
  }

  private func tellDeletion(
    _ facts: inout [String], _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    guard let ended = life.ended else { return }
    facts.append("The brief was taken out of the tree: \(ended.proofWords).")
    checks += wrote(ended)
    checks += try deletion(by: ended.commit, of: life.path)
    if ended.commit == head { return }
    let tree = try repository.outline(of: head).tree
    if try repository.entry(at: life.path, inTree: tree) == nil {
      facts.append("Commit \(head.short) does not have the file either.")
      checks.append(.absence(of: last.path, in: head))
    } else {
      facts.append(
        "What commit \(head.short) has in \(last.path) was put there later, and does not have this "
          + "item.")
    }
  }

  /// What a brief that is being worked on again makes of what was accepted.
  private func tellReview(_ facts: inout [String], _ checks: inout [ItemProof.Check?]) {
    guard life.showsAccepted else { return }
    guard last.brief.isSound else {
      facts.append(
        "Since these words the file cannot be read as a brief in commit \(last.commit.short).")
      return
    }
    let work =
      life.brief.status == .cancelled
      ? "cancelled, while it was worked on again"
      : "in \(life.brief.fields.string(.status) ?? "work") again"
    guard shown.commit == life.acceptance?.last else {
      facts.append(
        "It was never accepted: the brief was accepted without it, and "
          + (life.isReworded
            ? "it was added without the approvals that it needs." : "is \(work)."))
      return
    }
    facts.append(
      "These are the words that were accepted last. "
        + (life.isReworded
          ? "Since then words were changed without the approvals that they need."
          : "Since then the brief is \(work)."))
    let nobody =
      life.isReworded
      ? "whose words lack approvals that they need" : "which nobody has accepted"
    let now = item.id.flatMap { last.brief.item($0, in: item.list) }
    guard let now else {
      facts.append("Commit \(last.commit.short), \(nobody), leaves it out.")
      checks.append(last.lacks(item.id ?? ""))
      return
    }
    checks.append(last.lines("the item in commit \(last.commit.short)", now))
    if let reason = now.string(.withdrawn), !item.isWithdrawn {
      facts.append(
        "Commit \(last.commit.short), \(nobody), withdraws it: “\(reason)”.")
    } else if found.proposal != nil {
      facts.append(
        "Commit \(last.commit.short), \(nobody), \(life.isReworded ? "has" : "would have") it: "
          + "“\(now.proofWords)”.")
    } else {
      facts.append("Commit \(last.commit.short) has it unchanged.")
    }
  }

  /// The exclusions that bound it, as the same version has them.
  func bounds() -> ItemProof.Step? {
    let ids = item.fields.list(.boundedBy).map(\.string)
    if ids.isEmpty { return nil }
    let exclusions = ids.map { ($0, shown.brief.item($0, in: .exclusions)) }
    return ItemProof.Step(
      "What bounds it",
      exclusions.map { id, item in
        guard let item else { return "\(id): the brief has no such exclusion." }
        let end = item.string(.withdrawn).map { ", withdrawn: “\($0.collapsingWhiteSpace)”" } ?? ""
        return "\(id): “\(item.proofWords)”\(end)"
      },
      checks: exclusions.map { id, item in
        item.flatMap { shown.lines("\(id) in the file of commit \(shown.commit.short)", $0) }
      })
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
