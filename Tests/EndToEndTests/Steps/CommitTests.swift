import Git
import TestSupport
import Testing

@Suite struct StepCommitTests {
  let deal: StepRepository
  var git: TestRepository { deal.acme.repository }

  init() throws { deal = try StepRepository() }

  @Test func `what else is staged or changed stays exactly as it was`() throws {
    try git.write("staged.txt", "staged\n")
    try git.git("add", "staged.txt")
    try git.write(StepRepository.other, "changed and not staged\n")
    try git.write("untracked.txt", "new\n")
    let before = try rest()
    try deal.accept()
    try deal.succeed("sam", "ask", "acme-onboarding", "When?")
    #expect(try deal.status() == "review")
    try deal.succeed("sam", "undo")
    try deal.succeed("sam", "start", "acme-onboarding")
    #expect(try rest() == before)
    #expect(
      try git.git("log", "-5", "--name-only", "--format=").split(separator: "\n")
        .allSatisfy { $0 == CommandRepository.path })
  }

  /// All but the brief: the index, the work tree and what is not tracked.
  private func rest() throws -> String {
    try git.git("status", "--porcelain=v2", "--", ":!handoffs")
      + git.git("diff", "--cached", "--", ":!handoffs") + git.git("diff", "--", ":!handoffs")
  }

  @Test func `changes of the brief that are not committed are not committed along`() throws {
    let text = deal.acme.text()
    try git.write(CommandRepository.path, text + "\nMore.\n")
    #expect(
      try deal.refuse("dana", "submit", "acme-onboarding")
        .contains("acme-onboarding has changes that are not committed"))
    try git.git("add", "-A")
    #expect(
      try deal.refuse("dana", "submit", "acme-onboarding").contains("not committed"))
    try git.git("rm", "-q", "--cached", CommandRepository.path)
    #expect(try deal.refuse("dana", "submit", "acme-onboarding").contains("git add"))
  }

  @Test func `no commit is made in the middle of a merge or a rebase, nor from a hook`() throws {
    for (mark, name) in [
      ("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
    ] {
      try git.write(".git/\(mark)", try git.git("rev-parse", "HEAD") + "\n")
      #expect(
        try deal.refuse("dana", "submit", "acme-onboarding")
          .contains("a \(name) is not finished"))
      _ = try run("rm", [git.path + "/.git/" + mark], in: "/", environment: git.variables)
    }
    let inHook = try git.handoff(
      "submit", "acme-onboarding", setting: ["GIT_INDEX_FILE": git.path + "/.git/index"])
    #expect(inHook.status == 2)
    #expect(inHook.errorText.contains("git is in the middle of a commit"))
  }

  @Test func `where a hook refuses, the file is as it was`() throws {
    let hook = git.beside("pre-commit")
    try writeFile(hook, Array("#!/bin/sh\necho 'ticket missing' >&2\nexit 1\n".utf8))
    _ = try run(
      "/usr/bin/install", ["-m", "755", hook, git.path + "/.git/hooks/pre-commit"], in: "/")
    let said = try deal.refuse("dana", "submit", "acme-onboarding")
    #expect(said.contains("ticket missing"))
    #expect(said.contains("git refused the commit, and the file is as it was"))
  }

  @Test func `undo takes back the last step, and no more`() throws {
    try deal.succeed("dana", "submit", "acme-onboarding")
    #expect(
      try deal.succeed("dana", "undo") == "taken back: acme-onboarding: submitted for review\n")
    #expect(try deal.status() == "draft")
    #expect(try deal.refuse("dana", "undo").contains("no change of handoff's own"))
    try deal.succeed("dana", "submit", "acme-onboarding")
    try git.git("commit", "-q", "--allow-empty", "-m", "another")
    #expect(try deal.refuse("dana", "undo").contains("no longer the last commit"))
  }

  @Test func `undo leaves what others have`() throws {
    try deal.succeed("dana", "submit", "acme-onboarding")
    try git.git("update-ref", "refs/remotes/origin/main", "HEAD")
    #expect(try deal.refuse("dana", "undo").contains("was sent to others, so it stays"))
  }

  @Test func `undo takes back what was only written`() throws {
    let before = deal.acme.text()
    try deal.succeed("dana", "add", "acme-onboarding", "exclusion", "Travel.")
    #expect(deal.acme.text() != before)
    try deal.succeed("dana", "undo")
    #expect(deal.acme.text() == before)
    try deal.succeed("dana", "add", "acme-onboarding", "exclusion", "Travel.")
    try git.write(CommandRepository.path, deal.acme.text() + "\n")
    #expect(try deal.refuse("dana", "undo").contains("was changed since"))
  }
}

@Suite struct UndoTests {
  let deal: StepRepository
  var git: TestRepository { deal.acme.repository }

  init() throws { deal = try StepRepository() }

  @Test func `undo leaves another branch and its edits alone`() throws {
    try deal.succeed("dana", "submit", "acme-onboarding")
    try git.git("checkout", "-q", "-b", "feature", "HEAD~1")
    try git.write(CommandRepository.path, deal.acme.text() + "\nMore.\n")
    #expect(try deal.refuse("dana", "undo").contains("no longer the last commit"))
  }

  @Test func `undo leaves what was committed by hand alone`() throws {
    try deal.succeed("dana", "set", "acme-onboarding", "deal", "https://crm.example/2")
    try git.git("commit", "-qam", "the deal", setting: deal.identity(of: "dana"))
    #expect(
      try deal.refuse("dana", "undo").contains(
        "what “set acme-onboarding deal https://crm.example/2” changed is committed by now"))
  }

  @Test func `undo touches nothing but briefs, whatever it is told to have changed`() throws {
    try deal.succeed("dana", "add", "acme-onboarding", "exclusion", "Travel.")
    let kept = git.path + "/.git/handoff/last-change"
    let record = String(decoding: try #require(readFile(kept)), as: UTF8.self)
    for path in ["../victim", "/etc/hostname", ".git/config", "handoff.yaml"] {
      let forged = record.replacing(CommandRepository.path, with: path)
      try writeFile(kept, Array(forged.utf8))
      #expect(
        try deal.refuse("dana", "undo", status: 2).contains("names no brief"), "\(path)")
    }
  }

  @Test func `undo takes back the step, not what a hook committed after it`() throws {
    let hook = git.beside("post-commit")
    let script = """
      #!/bin/sh
      test -f changes || { echo more >changes; git add changes; git commit -qm changelog; }
      """
    try writeFile(hook, Array(script.utf8))
    _ = try run(
      "/usr/bin/install", ["-m", "755", hook, git.path + "/.git/hooks/post-commit"], in: "/")
    try deal.succeed("dana", "submit", "acme-onboarding")
    #expect(try deal.refuse("dana", "undo").contains("no longer the last commit"))
  }

  @Test func `a commit that was made stands, however a later hook ends`() throws {
    let hook = git.beside("post-commit")
    try writeFile(hook, Array("#!/bin/sh\nkill -9 $PPID\n".utf8))
    _ = try run(
      "/usr/bin/install", ["-m", "755", hook, git.path + "/.git/hooks/post-commit"], in: "/")
    try deal.succeed("dana", "submit", "acme-onboarding")
    #expect(try deal.status() == "review")
    #expect(try git.git("status", "--porcelain") == "")
  }

  @Test func `words that git was told not to look at are not committed along`() throws {
    try git.git("update-index", "--assume-unchanged", CommandRepository.path)
    try git.write(
      CommandRepository.path, deal.acme.text().replacing("three days", with: "two days"))
    #expect(try deal.type("dana", "submit", "acme-onboarding").errorText.contains("not committed"))
  }
}

extension String {
  /// The text with every occurrence of some words replaced.
  func replacing(_ words: String, with others: String) -> String {
    var result: [UInt8] = []
    var rest = Array(utf8)[...]
    let wanted = Array(words.utf8)
    while !rest.isEmpty {
      if rest.starts(with: wanted) {
        result += others.utf8
        rest = rest.dropFirst(wanted.count)
      } else {
        result.append(rest.removeFirst())
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
