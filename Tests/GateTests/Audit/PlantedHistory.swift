import Git
import TestSupport

/// A long history of honest work in which some commits break a rule, made at random from a seed.
///
/// It is written with fast-import, which runs no hook.
struct PlantedHistory {
  /// A breach that the audit must find, with whether its harm is there at the end.
  struct Planting: Hashable {
    let mark: Int
    let rule: String
    let place: String
    var isStanding: Bool
  }

  private struct Account {
    let name: String
    var promises = ["P1", "P2", "P3"]
    var exclusions = ["X1", "X2", "X3"]
    var revision = 0
    var isThere = true
    var evidence = "We will get you the weekly revenue report.\n"
    var isSpoilt = false
    var isApproved = false
  }

  private(set) var plantings: [Planting] = []
  private(set) var commitCount = 0
  private var accounts: [Account] = []
  private var generator: SeededGenerator
  private var stream: [UInt8] = []
  private var mends: [(due: Int, planting: Int, account: Int, before: Account)] = []
  private var policyWriter = "dana"
  private var policyRevision = 0

  /// A history with so many breaches, about six commits to each.
  init(breaches: Int, seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    begin(accounts: breaches + 10)
    while plantings.count < breaches || !mends.isEmpty {
      if let due = mends.firstIndex(where: { $0.due <= commitCount }) {
        mend(mends.remove(at: due))
      } else if plantings.count < breaches, chance(6) {
        plant()
      } else if chance(8) {
        workOnABranch()
      } else {
        work()
      }
    }
    for index in plantings.indices where plantings[index].rule == "unauthorised-policy" {
      plantings[index].isStanding = policyWriter != "dana"
    }
  }

  /// Writes the history to the branch `main`; gives the commits by their marks.
  func write(to repository: TestRepository) throws -> [Int: ObjectID] {
    let marks = repository.beside("marks")
    try repository.git("fast-import", "--quiet", "--export-marks=\(marks)", input: stream)
    var commits: [Int: ObjectID] = [:]
    for line in String(decoding: readFile(marks) ?? [], as: UTF8.self).split(separator: "\n") {
      let words = line.split(separator: " ")
      guard let mark = Int(words[0].dropFirst()), let id = ObjectID(hex: String(words[1])) else {
        continue
      }
      commits[mark] = id
    }
    return commits
  }

  private mutating func chance(_ sides: Int) -> Bool {
    Int.random(in: 0..<sides, using: &generator) == 0
  }

  private mutating func begin(accounts count: Int) {
    accounts = (0..<count).map { Account(name: "acct-\($0)") }
    commit("dana", "begin")
    write("handoff.yaml", AcmeBrief.policy)
    for account in accounts {
      writeBrief(of: account)
      write("evidence/\(account.name)/call.txt", account.evidence)
    }
  }

  // MARK: Commits

  @discardableResult
  private mutating func commit(
    _ author: String, _ message: String, from parent: Int? = nil, merging other: Int? = nil,
    branch: String = "main"
  ) -> Int {
    commitCount += 1
    let person = "\(author) <\(author)@northwind.example> \(1_782_896_400 + commitCount * 60) +0000"
    add(
      "commit refs/heads/\(branch)\nmark :\(commitCount)\nauthor \(person)\ncommitter \(person)\n")
    add("data \(message.utf8.count)\n\(message)\n")
    if let parent { add("from :\(parent)\n") }
    if let other { add("merge :\(other)\n") }
    return commitCount
  }

  private mutating func write(_ path: String, _ text: String) {
    add("M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n")
  }

  private mutating func add(_ text: String) { stream += text.utf8 }

  private mutating func writeBrief(of account: Account) {
    let path = "handoffs/\(account.name)/\(account.name)-onboarding.md"
    if account.isThere { write(path, text(of: account)) } else { add("D \(path)\n") }
  }

  private func text(of account: Account) -> String {
    let promises = account.promises.map { id in
      "  - id: \(id)\n    text: Report \(id) of \(account.name) every Monday.\n"
    }
    let exclusions = account.exclusions.map { id in
      "  - id: \(id)\n    text: Training \(id) of the team.\n"
    }
    let approvals =
      account.isApproved
      ? "approvals:\n  - role: receiving\n    by: sam@northwind.example\n"
        + "    at: 2026-07-20T10:00:00Z\n    covers: sha256:\(String(repeating: "0", count: 64))\n"
      : ""
    return """
      ---
      handoff: \(account.name)-onboarding
      type: sales-to-implementation
      status: draft
      account: \(account.name)
      from: dana@northwind.example
      to: sam@northwind.example
      goal: Close the month in \(account.revision) days.
      promises:
      \(promises.joined())exclusions:
      \(exclusions.joined())\(approvals)---

      ## Current situation

      \(account.name) closes its books in \(account.revision) days.

      """
  }

  // MARK: Honest work

  private mutating func work() {
    let index = Int.random(in: 0..<accounts.count, using: &generator)
    guard accounts[index].isThere else { return }
    accounts[index].revision += 1
    if chance(10) { accounts[index].promises.append("P\(accounts[index].revision + 10)") }
    commit("dana", "work")
    writeBrief(of: accounts[index])
  }

  /// Two lines of work on different briefs, and their merge; now and then one that loses an item.
  private mutating func workOnABranch() {
    let (one, other) = (
      Int.random(in: 0..<accounts.count, using: &generator),
      Int.random(in: 0..<accounts.count, using: &generator)
    )
    guard one != other, accounts[one].isThere, accounts[other].isThere else { return }
    let start = commitCount
    accounts[one].revision += 1
    let side = commit("dana", "side", from: start, branch: "side")
    writeBrief(of: accounts[one])
    accounts[other].revision += 1
    let main = commit("dana", "main", from: start)
    writeBrief(of: accounts[other])
    let merge = commit("dana", "merge", from: main, merging: side)
    if !accounts[other].isSpoilt, plantings.count > 5, chance(3) {
      spoil(other, "dropped-exclusion", merge) { $0.exclusions.removeLast() }
    }
    writeBrief(of: accounts[one])
    writeBrief(of: accounts[other])
  }

  // MARK: Breaches

  private mutating func plant() {
    guard
      let index = accounts.indices.filter({ !accounts[$0].isSpoilt }).randomElement(
        using: &generator)
    else { return }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0:
      spoil(index, "dropped-exclusion", commit("dana", "breach")) { $0.exclusions.removeFirst() }
      writeBrief(of: accounts[index])
    case 1:
      spoil(index, "dropped-promise", commit("dana", "breach")) { $0.promises.remove(at: 1) }
      writeBrief(of: accounts[index])
    case 2:
      spoil(index, "dropped-brief", commit("dana", "breach")) { $0.isThere = false }
      writeBrief(of: accounts[index])
    case 3:
      spoil(index, "changed-evidence", commit("dana", "breach")) { $0.evidence = "Nothing.\n" }
      write("evidence/\(accounts[index].name)/call.txt", accounts[index].evidence)
    case 4:
      spoil(index, "unproven-approval", commit("dana", "breach")) { $0.isApproved = true }
      writeBrief(of: accounts[index])
    default:
      policyRevision += 1
      policyWriter = "sam"
      let mark = commit("sam", "breach")
      write("handoff.yaml", AcmeBrief.policy + "# \(policyRevision)\n")
      plantings.append(
        Planting(mark: mark, rule: "unauthorised-policy", place: "", isStanding: true))
    }
  }

  private mutating func spoil(
    _ index: Int, _ rule: String, _ mark: Int, _ change: (inout Account) -> Void
  ) {
    let before = accounts[index]
    change(&accounts[index])
    accounts[index].isSpoilt = true
    let lost = Set(before.promises + before.exclusions)
      .subtracting(accounts[index].promises + accounts[index].exclusions)
    let brief = rule == "changed-evidence" ? "" : "\(before.name)-onboarding"
    let place = ([brief] + lost.sorted()).joined(separator: "/")
    plantings.append(Planting(mark: mark, rule: rule, place: place, isStanding: true))
    // An approval is a record: taking it out again would be a breach of its own.
    if rule != "unproven-approval", chance(2) {
      let due = commitCount + Int.random(in: 1..<40, using: &generator)
      mends.append((due, plantings.count - 1, index, before))
    }
  }

  private mutating func mend(
    _ mend: (due: Int, planting: Int, account: Int, before: Account)
  ) {
    let index = mend.account
    accounts[index].revision += 1
    accounts[index].isThere = true
    let (promises, exclusions) = (accounts[index].promises, accounts[index].exclusions)
    accounts[index].promises += mend.before.promises.filter { !promises.contains($0) }
    accounts[index].exclusions += mend.before.exclusions.filter { !exclusions.contains($0) }
    plantings[mend.planting].isStanding = false
    commit("dana", "mend")
    writeBrief(of: accounts[index])
    if accounts[index].evidence != mend.before.evidence {
      accounts[index].evidence = mend.before.evidence
      write("evidence/\(accounts[index].name)/call.txt", accounts[index].evidence)
    }
    if chance(4) {
      policyRevision += 1
      policyWriter = "dana"
      commit("dana", "policy")
      write("handoff.yaml", AcmeBrief.policy + "# \(policyRevision)\n")
    }
  }
}
