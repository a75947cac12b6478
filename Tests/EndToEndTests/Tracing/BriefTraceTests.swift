import Briefs
import Git
import TestSupport
import Testing
import Workspace

struct BriefTraceTests {
  @Test func `each commit that changes the brief is a version, newest first`() throws {
    let repository = try TracedRepository()
    try repository.git.commit("elsewhere", ["notes.txt": "something else\n"])
    try repository.commit("reword", goal: "two")
    try repository.commit("nothing new", goal: "two")
    #expect(
      try repository.trace() == ["reword: two, none ← one, none", "begin: one, none"])
  }

  @Test func `what came before the first commit of a policy is traced too`() throws {
    let repository = try TracedRepository()
    try repository.git.commit("roster in two languages", ["handoff.yaml": "version: [\n"])
    try repository.commit("reword", goal: "two")
    #expect(try repository.trace() == ["reword: two, none ← one, none", "begin: one, none"])
  }

  @Test func `a rename in the same commit as a change loses nothing`() throws {
    let repository = try TracedRepository()
    try repository.git.git("rm", "-q", TracedRepository.file)
    try repository.commit("rename", goal: "two", at: "handoffs/acme/acme.md")
    try repository.git.git("rm", "-q", "handoffs/acme/acme.md")
    try repository.commit("rename back", goal: "two")
    #expect(
      try repository.trace() == [
        "rename back: two, none ← two, none", "rename: two, none ← one, none", "begin: one, none",
      ])
  }

  @Test func `a brief moves between folders`() throws {
    let repository = try TracedRepository()
    try repository.git.git("mv", "handoffs/acme", "handoffs/2026")
    try repository.git.commit("move")
    try repository.commit("reword", goal: "two", at: "handoffs/2026/acme-onboarding.md")
    #expect(
      try repository.trace() == [
        "reword: two, none ← one, none", "move: one, none ← one, none", "begin: one, none",
      ])
  }

  @Test func `a merge is a version where it is like neither side`() throws {
    let repository = try TracedRepository()
    try repository.branch("side") { try repository.commit("theirs", exclusion: "training") }
    try repository.commit("ours", goal: "two")
    try repository.merge("side")
    #expect(
      try repository.trace() == [
        "merge: two, training ← two, none and one, training", "ours: two, none ← one, none",
        "theirs: one, training ← one, none", "begin: one, none",
      ])
  }

  @Test func `a merge that takes one side is none, and both sides are followed`() throws {
    let repository = try TracedRepository()
    try repository.branch("side") { try repository.commit("theirs", exclusion: "training") }
    try repository.commit("ours", goal: "two")
    try repository.git.git("merge", "-q", "-s", "ours", "-m", "merge", "side")
    #expect(
      try repository.trace() == [
        "ours: two, none ← one, none", "theirs: one, training ← one, none", "begin: one, none",
      ])
  }

  @Test func `a side that moves the brief merges with one that changes it`() throws {
    let repository = try TracedRepository()
    try repository.branch("side") {
      try repository.git.git("mv", "handoffs/acme", "handoffs/2026")
      try repository.git.commit("move")
    }
    try repository.commit("ours", goal: "two")
    try repository.merge("side")
    #expect(
      try repository.trace() == [
        "merge: two, none ← two, none and one, none", "ours: two, none ← one, none",
        "move: one, none ← one, none", "begin: one, none",
      ])
  }

  @Test func `an octopus has as many parents as it has`() throws {
    let repository = try TracedRepository()
    try repository.branch("left") { try repository.commit("left", exclusion: "training") }
    try repository.branch("right") { try repository.commit("right", situation: "loud") }
    try repository.commit("ours", goal: "two")
    try repository.git.git("merge", "-q", "-m", "merge", "left", "right")
    #expect(
      try repository.trace() == [
        "merge: two, training ← two, none and one, training and one, none",
        "ours: two, none ← one, none", "right: one, none ← one, none",
        "left: one, training ← one, none", "begin: one, none",
      ])
  }

  @Test func `a revert is a version like any other`() throws {
    let repository = try TracedRepository()
    try repository.commit("reword", goal: "two")
    try repository.git.git("revert", "--no-edit", "HEAD")
    #expect(
      try repository.trace() == [
        "Revert \"reword\": one, none ← two, none", "reword: two, none ← one, none",
        "begin: one, none",
      ])
  }

  @Test func `what is made anew under the id of a deleted brief begins a life of its own`() throws {
    let repository = try TracedRepository()
    try repository.git.git("rm", "-q", TracedRepository.file)
    try repository.git.commit("delete")
    #expect(try repository.trace() == [])
    try repository.commit("anew", goal: "two")
    #expect(try repository.trace() == ["anew: two, none"])
    #expect(try repository.trace(from: "HEAD~2") == ["begin: one, none"])
  }

  @Test func `a second file with the same words is another life`() throws {
    let repository = try TracedRepository()
    try repository.git.commit(
      "copy", ["handoffs/acme/acme-other.md": TracedRepository.text(id: "acme-other")])
    try repository.commit("reword", goal: "two")
    #expect(try repository.trace() == ["reword: two, none ← one, none", "begin: one, none"])
  }

  @Test func `clocks that run backwards put no parent before its child`() throws {
    let repository = try TracedRepository()
    let future = ["GIT_COMMITTER_DATE": "1999999999 +0000"]
    let past = ["GIT_COMMITTER_DATE": "1000000000 +0000"]
    try repository.branch("side") {
      try repository.write("theirs", exclusion: "training", setting: past)
      try repository.write("theirs again", exclusion: "dashboards", setting: past)
    }
    try repository.write("ours", goal: "two", setting: future)
    try repository.write("ours again", goal: "three", setting: past)
    try repository.merge("side")
    let subjects = try repository.trace().map { $0.prefix { $0 != ":" } }
    #expect(subjects.count == 6 && subjects.first == "merge" && subjects.last == "begin")
    #expect(subjects.filter { $0.hasPrefix("theirs") } == ["theirs again", "theirs"])
    #expect(subjects.filter { $0.hasPrefix("ours") } == ["ours again", "ours"])
  }

  @Test func `iteration stops where the caller stops`() throws {
    let repository = try TracedRepository()
    try repository.commit("reword", goal: "two")
    let opened = try repository.git.open()
    var trace = try BriefTrace(
      of: TracedRepository.id, from: [try repository.git.id("HEAD")], in: opened,
      BlobStore(repository: opened))
    #expect(try trace.next()?.subject == "reword")
    #expect(try trace.next()?.subject == "begin")
    #expect(try trace.next() == nil)
    #expect(try trace.next() == nil)
  }
}
