import Briefs
import Diagnostics
import Git
import TestSupport
import Testing
import Workspace

struct SummaryRevisionsTests {
  @Test func `words are a revision; layout, other fields and a move are none`() throws {
    let repository = try TracedRepository()
    try repository.commit("layout", situation: "quiet\n\n\n<!-- a note -->")
    try repository.commit("goal", goal: "two")
    try repository.commit("louder", goal: "two", situation: "loud and\nclear")
    try repository.commit("wrapped", goal: "two", situation: "loud  and clear")
    try repository.git.git("mv", "handoffs/acme", "handoffs/2026")
    try repository.git.commit("move")
    #expect(try repository.revisions() == ["1 begin: quiet", "2 louder: loud and\nclear"])
  }

  @Test func `a rename with other words is a revision, and so is going back to older words`() throws
  {
    let repository = try TracedRepository()
    try repository.git.git("rm", "-q", TracedRepository.file)
    try repository.commit("rename", situation: "loud", at: "handoffs/acme/acme.md")
    try repository.commit("back", situation: "quiet", at: "handoffs/acme/acme.md")
    #expect(
      try repository.revisions() == ["1 begin: quiet", "2 rename: loud", "3 back: quiet"])
  }

  @Test func `a brief begins with its first words, and may lose them`() throws {
    let repository = try TracedRepository()
    try repository.git.git("rm", "-q", TracedRepository.file)
    try repository.git.commit("gone")
    try repository.commit("anew", situation: "Not discussed yet")
    #expect(try repository.revisions() == [])
    try repository.commit("words", situation: "loud")
    try repository.commit("silence", situation: "Not discussed yet")
    #expect(try repository.revisions() == ["1 words: loud", "2 silence: "])
  }

  @Test func `a merge that takes one side's words is no revision`() throws {
    let repository = try TracedRepository()
    try repository.branch("side") { try repository.commit("theirs", situation: "theirs") }
    try repository.commit("ours", situation: "ours")
    try repository.git.git("merge", "-q", "-s", "ours", "-m", "merge", "side")
    try repository.commit("goal", goal: "two", situation: "ours")
    let revisions = ["1 begin: quiet", "2 theirs: theirs", "3 ours: ours"]
    #expect(try repository.revisions() == revisions)
  }

  @Test func `a merge with words of its own is one`() throws {
    let repository = try TracedRepository()
    try repository.branch("side") { try repository.commit("theirs", situation: "theirs") }
    try repository.commit("ours", situation: "ours")
    try repository.git.git("merge", "-q", "-s", "ours", "--no-commit", "side")
    try repository.commit("merge", situation: "both")
    #expect(
      try repository.revisions() == [
        "1 begin: quiet", "2 theirs: theirs", "3 ours: ours", "4 merge: both",
      ])
  }

  @Test func `branches are ordered by the authors' dates, whichever parent comes first`() throws {
    let dates = { (day: Int) in ["GIT_AUTHOR_DATE": "2026-08-0\(day)T10:00:00Z"] }
    for first in ["main", "side"] {
      let repository = try TracedRepository()
      try repository.branch("side") {
        try repository.say("side 4", setting: dates(4))
        try repository.say("side 1", setting: dates(1))
      }
      try repository.say("main 2", setting: dates(2))
      try repository.say("main 5", setting: dates(5))
      let other = first == "main" ? "side" : "main"
      try repository.git.git("checkout", "-q", first)
      try repository.git.git("merge", "-q", "-s", "ours", "-m", "merge", other)
      #expect(
        try repository.revisions().map { $0.split(separator: ":")[0] } == [
          "1 begin", "2 main 2", "3 side 4", "4 side 1", "5 main 5",
        ])
    }
  }

  @Test func `a rebase keeps the numbers, and records keep their words`() throws {
    let repository = try TracedRepository()
    try repository.branch("side") {
      try repository.commit("two", situation: "two")
      try repository.commit("three", situation: "three")
      try repository.send("two", situation: "two", whenItSays: "three")
    }
    try repository.git.commit("elsewhere", ["notes.txt": "something\n"])
    try repository.git.git("checkout", "-q", "side")
    let before = try repository.revisions()
    #expect(before == ["1 begin: quiet", "2 two: two", "3 three: three"])
    try repository.git.git("rebase", "-q", "main")
    #expect(try repository.revisions() == before)
    #expect(try repository.read().revision(2)?.emails.count == 1)
    #expect(try repository.read().unmatched.isEmpty)
  }

  @Test func `a record speaks of the newest words of its own time`() throws {
    let repository = try TracedRepository()
    try repository.send("sent", situation: "quiet", whenItSays: "quiet")
    try repository.send("loud", situation: "quiet", whenItSays: "loud")
    try repository.send("quiet again", situation: "quiet", whenItSays: "quiet")
    let revisions = try repository.read()
    #expect(revisions.all.map(\.emails.count) == [1, 0, 0])
    #expect(revisions.lastSent?.revision.number == 1)
    #expect(revisions.lastConfirmed(by: Policy(source: SourceText("")))?.number == 1)
  }

  @Test func `words that no commit has are said to be so`() throws {
    let repository = try TracedRepository()
    try repository.send("sent", situation: "never committed", whenItSays: "quiet")
    let revisions = try repository.read()
    #expect(revisions.unmatched.count == 1 && revisions.lastSent == nil)
  }

  @Test func `a final summary is found by the promises of its time`() throws {
    let repository = try TracedRepository()
    try repository.commit("exclusion", exclusion: "training", situation: "quiet")
    let sent = try repository.read().all[0].states[1].brief
    let body = SummaryContent(of: sent, kind: .final).digest
    try repository.record("sent", body: body, kind: "final", exclusion: "food")
    let revisions = try repository.read()
    #expect(revisions.all.map(\.number) == [1])
    let email = try #require(revisions.all[0].emails.first)
    #expect(email.content.kind == .final && !email.includesTerms)
    #expect(email.content.text.contains("training"))
    #expect(revisions.all[0].content(.final).text.contains("food"))
  }

  @Test func `a shallow clone says that there may be more`() throws {
    let repository = try TracedRepository()
    try repository.commit("two", situation: "two")
    try repository.commit("three", situation: "three")
    let clone = repository.git.beside("clone")
    try repository.git.git(
      "clone", "-q", "--depth", "2", "file://\(repository.git.path)", clone)
    let revisions = try repository.read(at: clone)
    #expect(revisions.isCutShort && revisions.all.count == 2)
    #expect(try !repository.read().isCutShort)
  }

  @Test func `a brief that was never committed has no revisions`() throws {
    let repository = try TestRepository()
    let opened = try repository.open()
    let brief = try #require(Brief(reading: SourceText(TracedRepository.text())))
    let revisions = try SummaryRevisions(
      of: brief, near: nil, at: nil, in: opened, BlobStore(repository: opened))
    #expect(revisions.all.isEmpty && revisions.revision(1) == nil && revisions.revision(0) == nil)
  }
}

extension TracedRepository {
  /// The revisions that lead to HEAD.
  fileprivate func read(at path: String? = nil) throws -> SummaryRevisions {
    let opened = try git.open(at: path)
    let store = BlobStore(repository: opened)
    let head = try opened.resolve("HEAD")
    let near = try git.git("ls-files", "handoffs", in: path).split(separator: "\n").first
    let file = near.map { Array($0.utf8) }
    var trace = try BriefTrace(of: Self.id, near: file, from: [head], in: opened, store)
    let brief = try #require(try trace.next()?.brief)
    return try SummaryRevisions(of: brief, near: file, at: head, in: opened, store)
  }

  /// Each revision as its number, the commit's subject and what it says.
  fileprivate func revisions() throws -> [String] {
    try read().all.map { revision in
      let subject = String(
        decoding: revision.commit.message.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
      let words = revision.content().sections.map(\.markdown).joined(separator: " / ")
      return "\(revision.number) \(subject): \(words)"
    }
  }

  /// Commits words that are like the subject, with variables that git is to see.
  fileprivate func say(_ subject: String, setting changes: [String: String]) throws {
    try git.write(Self.file, Self.text(situation: subject))
    try git.git("commit", "-q", "-a", "-m", subject, setting: changes)
  }

  /// Commits a record of words that were sent and confirmed, while the brief says these or others.
  fileprivate func send(_ subject: String, situation: String, whenItSays now: String) throws {
    let sent = try #require(Brief(reading: SourceText(Self.text(situation: situation))))
    try record(
      subject, body: SummaryContent(of: sent, kind: .call).digest, kind: "call", situation: now)
  }

  fileprivate func record(
    _ subject: String, body: String, kind: String, exclusion: String = "none",
    situation: String = "quiet"
  ) throws {
    let text = Self.text(exclusion: exclusion, situation: situation)
    let record = """

      emails:
        - kind: \(kind)
          body: \(body)
          sent: 2026-07-21
          to: [ana@acme.example]
          reply: confirmed
          replied: 2026-07-22
          replied_by: ana@acme.example
          how: phone

      stakeholders:
        - id: S1
          name: Ana Ruiz
          role: economic buyer
          email: ana@acme.example

      evidence:
      """
    try git.commit(subject, [Self.file: text.replacing("\nevidence:", with: record)])
  }
}
