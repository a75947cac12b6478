import Git
import TestSupport

/// A way by which a commit that was made elsewhere reaches the branch `main`.
struct Route: Sendable, CustomStringConvertible {
  let name: String

  /// What is done on `main`; `bad` is the commit, one above the common start.
  let take:
    @Sendable (_ gated: GatedRepository, _ bad: String) throws -> (status: Int32, words: String)

  var description: String { name }

  static let all = [
    Route("merge") { gated, bad in
      try gated.advance()
      return try gated.attempt(["merge", "--no-edit", bad])
    },
    Route("merge with the early word switched off") { gated, bad in
      try gated.advance()
      return try gated.attempt(["merge", "--no-edit", "--no-verify", bad])
    },
    Route("fast-forward") { try $0.attempt(["merge", "--ff-only", $1]) },
    Route("cherry-pick") { gated, bad in
      try gated.advance()
      return try gated.attempt(["cherry-pick", bad])
    },
    Route("rebase") { gated, bad in
      try gated.advance()
      try gated.repository.git("branch", "topic", "HEAD")
      try gated.repository.git("switch", "-q", "--detach", bad)
      let rebased = try gated.attempt(["rebase", "main"])
      guard rebased.status == 0 else { return rebased }
      let commit = try gated.repository.id("HEAD").description
      try gated.repository.git("switch", "-q", "main")
      return try gated.attempt(["merge", "--ff-only", commit])
    },
    Route("reset") { try $0.attempt(["reset", "-q", "--hard", $1]) },
    Route("a new branch forced to it") { try $0.attempt(["branch", "-f", "other", $1]) },
    Route("plumbing") { try $0.attempt(["update-ref", "refs/heads/main", $1]) },
    Route("fetch into the branch") { gated, bad in
      try gated.repository.git("switch", "-q", "--detach")
      return try gated.attempt(["fetch", "-q", ".", "+\(bad):refs/heads/main"])
    },
  ]

  private init(
    _ name: String,
    take: @escaping @Sendable (GatedRepository, String) throws -> (status: Int32, words: String)
  ) {
    self.name = name
    self.take = take
  }
}

extension GatedRepository {
  /// Puts a harmless commit on `main`, so that a merge is a real one.
  func advance() throws {
    try repository.write("notes.txt", "elsewhere\n")
    let (status, words) = try commit()
    guard status == 0 else { throw WordsMissing(words: words) }
  }

  /// Makes the commit of a dodge with the hooks off, leaves `main` where it was, and names it.
  func commitElsewhere(_ dodge: Dodge) throws -> String {
    try commitElsewhere { try dodge.apply(self) }
  }

  /// Makes a commit of what is done with the hooks off, leaves `main` where it was, and names it.
  func commitElsewhere(_ change: () throws -> Void) throws -> String {
    let start = try repository.id("HEAD").description
    try setHooks(on: false)
    try repository.git("switch", "-q", "--detach")
    try change()
    try repository.git("add", "-A")
    try repository.git("commit", "-q", "-m", "change")
    let bad = try repository.id("HEAD").description
    try repository.git("switch", "-q", "--force", "--no-recurse-submodules", "main")
    try repository.git("clean", "-qffdx")
    try repository.git("reset", "-q", "--hard", start)
    try setHooks(on: true)
    return bad
  }
}
