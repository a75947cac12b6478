import Git
import TestSupport

/// A random history that is known without git: who looks at it needs no tree and no parser.
struct ModelHistory {
  /// What a file says.
  struct Content: Hashable {
    var id: String?
    var account = "Acme GmbH"
    var status = "draft"
    var exclusion = "none"
    var situation = "quiet"
    var isBrief = true
    var isLink = false
  }

  struct Commit {
    var parents: [Int] = []
    var files: [String: Content] = [:]

    /// The patterns of its policy; nil where it has none.
    var patterns: String?
    var seconds = 0
  }

  private(set) var commits: [Commit] = []

  static let ids = ["acme-onboarding", "beta-rollout"]
  static let accounts = ["Acme GmbH", "Beta Ltd"]
  static let words = ["dashboards", "Training on site", "no Migration", "Dashboards, again"]
  fileprivate static let paths = [
    "handoffs/a/one.md", "handoffs/b/one.md", "handoffs/two.md", "deals/one.md", "notes/one.md",
    "evidence/one.md", "evidence/a/two.md",
  ]

  init(seed: UInt64, count: Int = 30) {
    var numbers = SeededGenerator(seed: seed)
    for number in 0..<count {
      let isRoot = number == 0 || Int.random(in: 0..<12, using: &numbers) == 0
      var parents: Set<Int> = isRoot ? [] : [number - 1]
      for _ in 0..<2 where number > 2 && !isRoot {
        guard Int.random(in: 0..<3, using: &numbers) == 0 else { continue }
        parents.insert(Int.random(in: 0..<number, using: &numbers))
      }
      if number > 3, Int.random(in: 0..<4, using: &numbers) == 0 { parents.remove(number - 1) }
      var commit = Commit(parents: parents.sorted(by: >))
      let base = commit.parents.randomElement(using: &numbers).map { commits[$0] }
      commit.files = base?.files ?? [:]
      if commit.parents.count > 1 { commit.merge(commits, &numbers) }
      commit.patterns = base?.patterns
      commit.seconds = Int.random(in: 1_000_000_000...1_900_000_000, using: &numbers)
      for _ in 0..<Int.random(in: 0...2, using: &numbers) { commit.change(&numbers) }
      commits.append(commit)
    }
  }

  /// The commands for `git fast-import`, with commit n under `refs/heads/n<n>`.
  var commands: String {
    var commands = ""
    for (number, commit) in commits.enumerated() {
      commands += """
        commit refs/heads/n\(number)
        mark :\(number + 1)
        committer Dana Lee <dana@northwind.example> \(commit.seconds) +0000
        data 2
        c

        """
      for (index, parent) in commit.parents.enumerated() {
        commands += "\(index == 0 ? "from" : "merge") :\(parent + 1)\n"
      }
      commands += "deleteall\n"
      for (path, content) in commit.files.sorted(by: { $0.key < $1.key }) {
        let text = content.text
        commands += "M \(content.isLink ? "120000" : "100644") inline \(path)\n"
        commands += "data \(text.utf8.count)\n\(text)\n"
      }
      if let patterns = commit.patterns {
        let text = "version: 1\nbriefs: \(patterns)\n"
        commands += "M 100644 inline handoff.yaml\ndata \(text.utf8.count)\n\(text)\n"
      }
    }
    return commands
  }
}

extension ModelHistory.Commit {
  /// Takes what some parent has, or nobody's: a merge may take out what all of them have.
  fileprivate mutating func merge(
    _ commits: [ModelHistory.Commit], _ numbers: inout SeededGenerator
  ) {
    for parent in parents {
      for (path, content) in commits[parent].files.sorted(by: { $0.key < $1.key })
      where Int.random(in: 0..<3, using: &numbers) == 0 {
        files[path] = content
      }
    }
    for path in files.keys.sorted() where Int.random(in: 0..<8, using: &numbers) == 0 {
      files[path] = nil
    }
  }

  fileprivate mutating func change(_ numbers: inout SeededGenerator) {
    guard let path = ModelHistory.paths.randomElement(using: &numbers),
      let other = ModelHistory.paths.randomElement(using: &numbers)
    else { return }
    var content = files[path] ?? ModelHistory.Content(id: ModelHistory.ids[0])
    switch Int.random(in: 0..<15, using: &numbers) {
    case 0: files[path] = nil
    case 1:
      files[other] = files[path]
      files[path] = nil
    case 2:
      patterns =
        [nil, "handoffs/**/*.md", "deals/*.md", "'**/one.md'"]
        .randomElement(using: &numbers) ?? nil
    case 3:
      content.id = ([nil] + ModelHistory.ids).randomElement(using: &numbers) ?? nil
      files[path] = content
    case 4:
      content.isBrief.toggle()
      files[path] = content
    case 5:
      content.isLink.toggle()
      files[path] = content
    case 6:
      content.account = ModelHistory.accounts.randomElement(using: &numbers) ?? ""
      files[path] = content
    case 14:
      content.status = ["draft", "review", "accepted"].randomElement(using: &numbers) ?? ""
      files[path] = content
    case 7, 8:
      content.situation = ModelHistory.words.randomElement(using: &numbers) ?? ""
      files[path] = content
    default:
      content.exclusion = ModelHistory.words.randomElement(using: &numbers) ?? ""
      files[path] = content
    }
  }
}

extension ModelHistory.Content {
  /// The file, or where the link leads.
  var text: String {
    if isLink { return "elsewhere/\(situation)" }
    guard isBrief else { return "# Notes\n\n\(situation)\n" }
    let name = id.map { "handoff: \($0)\n" } ?? ""
    return """
      ---
      \(name)type: sales-to-onboarding
      status: \(status)
      account: \(account)

      exclusions:
        - id: X1
          text: "\(exclusion)"
      ---

      ## Current situation

      \(situation)

      """
  }

  /// Its texts with what they belong to, lower-cased, as far as they are searched.
  var texts: Set<String> {
    guard isBrief, !isLink else { return [] }
    return ["exclusions X1: \(exclusion)", "Current situation: \(situation)"]
  }

  /// Whether another file is the same to git.
  func isSame(as other: Self?) -> Bool { text == other?.text && isLink == other?.isLink }

  /// Whether the file counts as a brief.
  var counts: Bool { isBrief || isLink }

  /// The id that it says.
  var key: String? { isLink ? nil : id }
}
