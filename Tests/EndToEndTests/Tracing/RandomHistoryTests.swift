import Briefs
import Git
import TestSupport
import Testing
import Workspace

/// Histories of many merges and wrong clocks, against what git itself finds.
struct RandomHistoryTests {
  @Test(arguments: UInt64(1)...20)
  func `the versions are the commits that differ from all parents, children before parents`(
    _ seed: UInt64
  ) throws {
    let git = try TestRepository()
    try git.git("fast-import", "--quiet", input: Array(history(seed).utf8))
    let repository = try git.open()
    var trace = try BriefTrace(
      of: TracedRepository.id, from: [try git.id("main")], in: repository,
      BlobStore(repository: repository))
    var found: [String] = []
    while let version = try trace.next() { found.append(version.commit.id.description) }
    let commits = try git.git("rev-list", "--topo-order", "--reverse", "--parents", "main")
      .split(separator: "\n").map { $0.split(separator: " ").map { String($0) } }
    let names = commits.map { "\($0[0]):\(TracedRepository.file)\n" }.joined()
    let blobs = try git.git("cat-file", "--batch-check=%(objectname)", input: Array(names.utf8))
    let blob = Dictionary(
      uniqueKeysWithValues: zip(commits.map { $0[0] }, blobs.split(separator: "\n")))
    let wanted = commits.filter { commit in
      !commit.dropFirst().contains { blob[$0] == blob[commit[0]] }
    }
    #expect(Set(found) == Set(wanted.map { $0[0] }))
    #expect(Set(found).count == found.count)
    var ancestors: [String: Set<String>] = [:]
    for commit in commits {
      ancestors[commit[0]] = commit.dropFirst().reduce(into: Set(commit.dropFirst())) {
        $0.formUnion(ancestors[$1] ?? [])
      }
    }
    for (position, commit) in found.enumerated() {
      #expect(ancestors[commit]?.isDisjoint(with: found[..<position]) ?? false)
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `leaping over what did not touch the brief gives the same versions in the same order`(
    _ seed: UInt64
  ) throws {
    let git = try TestRepository()
    try git.git("fast-import", "--quiet", input: Array(history(seed).utf8))
    let tip = try git.id("main")
    let whole = try versions(in: git, from: tip, touched: nil)
    let reduced = try reducedHistory(of: git, from: tip)

    #expect(try versions(in: git, from: tip, touched: TouchedCommits(reduced)) == whole)

    // A cache that forgot a commit with other words than those around it misleads nobody.
    let known = Dictionary(reduced.map { ($0.commit, $0.earlier) }) { first, _ in first }
    let misled = reduced.map { commit, earlier in
      (commit: commit, earlier: Array(earlier.flatMap { known[$0] ?? [] }))
    }
    let found = try versions(in: git, from: tip, touched: TouchedCommits(misled))
    #expect(Set(found).isSubset(of: whole))
  }

  private func versions(
    in git: TestRepository, from tip: ObjectID, touched: TouchedCommits?
  ) throws -> [String] {
    let repository = try git.open()
    var trace = try BriefTrace(
      of: TracedRepository.id, from: [tip], in: repository, BlobStore(repository: repository),
      touched: touched)
    var found: [String] = []
    while let version = try trace.next() {
      let before = version.previous.map { "\($0.fields.string(.goal) ?? "")" }.sorted()
      found.append("\(version.commit.id) \(before)")
    }
    return found
  }

  /// The tip and the commits whose words differ from some parent's, each with the nearest of them
  /// before it.
  private func reducedHistory(
    of git: TestRepository, from tip: ObjectID
  ) throws -> [(commit: ObjectID, earlier: [ObjectID])] {
    let lines = try git.git("rev-list", "--topo-order", "--reverse", "--parents", "main")
      .split(separator: "\n").map {
        $0.split(separator: " ").compactMap { ObjectID(hex: String($0)) }
      }
    let names = lines.map { "\($0[0]):\(TracedRepository.file)\n" }.joined()
    let blobs = try git.git("cat-file", "--batch-check=%(objectname)", input: Array(names.utf8))
      .split(separator: "\n")
    let blob = Dictionary(uniqueKeysWithValues: zip(lines.map { $0[0] }, blobs))
    var nearest: [ObjectID: Set<ObjectID>] = [:]
    var result: [(commit: ObjectID, earlier: [ObjectID])] = []
    for line in lines {
      let (commit, parents) = (line[0], line.dropFirst())
      let isTouched = parents.isEmpty || parents.contains { blob[$0] != blob[commit] }
      let earlier = parents.reduce(into: Set<ObjectID>()) { $0.formUnion(nearest[$1] ?? []) }
      nearest[commit] = isTouched ? [commit] : earlier
      if isTouched || commit == tip { result.append((commit, earlier.sorted())) }
    }
    return result
  }

  /// Commits with up to three parents, each with one of a few wordings and any date.
  private func history(_ seed: UInt64) -> String {
    var numbers = SeededGenerator(seed: seed)
    var commands = ""
    var goals = ["one"]
    for number in 1...40 {
      var parents = number == 1 ? [] : [number - 1]
      for _ in 0..<2 where number > 3 && Bool.random(using: &numbers) {
        parents.append(Int.random(in: 1..<number, using: &numbers))
      }
      parents = Array(Set(parents)).sorted(by: >)
      if number > 4, Int.random(in: 0..<3, using: &numbers) == 0 { parents.removeFirst() }
      if number > 1, parents.isEmpty { parents = [number - 2] }
      var goal = parents.randomElement(using: &numbers).map { goals[$0] } ?? "one"
      if Int.random(in: 0..<3, using: &numbers) == 0 {
        goal = ["one", "two", "three"].randomElement(using: &numbers) ?? goal
      }
      goals.append(goal)
      let text = TracedRepository.text(goal: goal)
      let date = Int.random(in: 1_000_000_000...1_900_000_000, using: &numbers)
      commands += """
        commit refs/heads/main
        mark :\(number)
        committer Dana Lee <dana@northwind.example> \(date) +0000
        data 2
        c

        """
      for (index, parent) in parents.enumerated() {
        commands += "\(index == 0 ? "from" : "merge") :\(parent)\n"
      }
      commands += """
        M 100644 inline \(TracedRepository.file)
        data \(text.utf8.count)
        \(text)

        """
    }
    return commands
  }
}
