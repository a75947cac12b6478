import Git
import TestSupport
import Testing

/// Nothing of an answer is silently cut short.
struct PromisedGapTests {
  let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02")
    try deal.promise("three", "again", on: "2026-03-03")
  }

  @Test func `a shallow clone says what it does not know, and ends with 2`() throws {
    let clone = deal.git.beside("shallow")
    try deal.git.git("clone", "-q", "--depth", "2", "file://\(deal.git.path)", clone)
    let lines = try deal.promised(in: clone)
    #expect(
      lines[1] == "P1 stands: three | reword or before: added | again: text [-two-] {+three+}")
    #expect(lines.contains { $0.hasPrefix("gap: ") && $0.contains("who added") }, "\(lines)")
    let answer = try deal.handoff("promised", "acme-onboarding", in: clone)
    #expect(answer.status == 2)
    let first = try deal.git.id("HEAD~1").description.prefix(12)
    let before = try deal.git.id("HEAD~2").description.prefix(12)
    #expect(
      answer.text.contains(
        "added in or before commit \(first) of 2026-03-02, where history here begins"),
      "\(answer.text)")
    #expect(
      answer.text.contains(
        "what came before commit \(first) is not here (object \(before)), so not known: "))
    #expect(answer.errorText.contains("the answer is not complete"))
    #expect(answer.errorText.contains("git fetch --unshallow"))
    let allowed = try deal.handoff("promised", "acme-onboarding", "--incomplete-ok", in: clone)
    #expect(allowed.status == 0 && allowed.text == answer.text)
    #expect(try deal.handoff("log", "acme-onboarding/P1", in: clone).status == 2)
    let early = try deal.handoff("promised", "acme-onboarding", "--on", "2026-01-05", in: clone)
    #expect(early.status == 2)
    #expect(early.errorText.contains("which commit was the last by the day"), "\(early.errorText)")
  }

  @Test func `the first commit of a shallow clone is never said to have done what stood there`()
    throws
  {
    let withdrawn = DealRepository.promise("three", more: "withdrawn: too dear")
    try deal.commit(
      "withdraw", on: "2026-03-04",
      [DealRepository.file: DealRepository.brief(withdrawn, status: "accepted")])
    let carrying = DealRepository.brief(
      DealRepository.promise("three", more: "carried: acme-onboarding/P1"), id: "acme-next",
      more: "after: [acme-onboarding]")
    try deal.commit("next", on: "2026-03-05", ["handoffs/acme/acme-next.md": carrying])
    try deal.commit("quiet", on: "2026-03-06", ["notes.md": "."])
    try deal.commit("quieter", on: "2026-03-07", ["notes.md": ".."])
    let clone = deal.git.beside("late")
    try deal.git.git("clone", "-q", "--depth", "2", "file://\(deal.git.path)", clone)
    let first = try deal.git.id("HEAD~1").description.prefix(12)
    let begins = "in or before commit \(first) of 2026-03-06, where history here begins"
    let promised = try deal.handoff("promised", "acme-onboarding", in: clone).text
    #expect(promised.contains("“three” was withdrawn \(begins): too dear"), "\(promised)")
    #expect(promised.contains("set to accepted \(begins)"), "\(promised)")
    let log = try deal.handoff("log", "acme-onboarding/P1", in: clone).text
    #expect(log.contains("\n\(begins)\n  P1  “three” stood there"), "\(log)")
    #expect(log.contains("carried on in acme-next/P1 \(begins)"), "\(log)")
    let search = try deal.handoff("search", "three", in: clone).text
    #expect(search.contains("written \(begins)"), "\(search)")
    for text in [promised, log, search] { #expect(!text.contains("by Dana Lee"), "\(text)") }
    for (command, name) in [("promised", "acme-onboarding"), ("log", "acme-onboarding/P1")] {
      let json = try deal.handoff(command, name, "--format", "json", in: clone).text
      try deal.expectValid(json, by: command)
    }
  }

  @Test func `what is not found in a shallow clone is not said to have never been`() throws {
    let clone = deal.git.beside("shallow")
    try deal.git.git("clone", "-q", "--depth", "1", "file://\(deal.git.path)", clone)
    let part = "in what can be read of the history of HEAD"
    for (arguments, words) in [
      (["promised", "Nope"], "there is no brief and no account Nope \(part)"),
      (["log", "nope/P1"], "there is no brief nope \(part)"),
      (["log", "acme-onboarding/P7"], "acme-onboarding has no item P7 \(part)"),
      (["proof", "acme-onboarding/P7"], "acme-onboarding has no item P7 \(part)"),
    ] {
      let answer = try deal.handoff(arguments[0], arguments[1], in: clone)
      #expect(answer.status == 2 && answer.errorText.contains(words), "\(answer.errorText)")
      #expect(answer.errorText.contains("git fetch --unshallow"), "\(answer.errorText)")
    }
    let search = try deal.handoff("search", "zebra", in: clone).text
    #expect(
      search.contains(
        "no item and no section of a summary in what can be read of the history of HEAD"))
    let gone = try deal.git.id("HEAD~2").description
    let past = try deal.handoff("promised", "acme-onboarding", "--on", gone, in: clone)
    #expect(past.errorText.contains("is no day and no revision that is here"))
    #expect(past.errorText.contains("this clone is shallow"), "\(past.errorText)")
  }

  @Test func `a partial clone says what is not there`() throws {
    try deal.git.git("config", "uploadpack.allowFilter", "true")
    let clone = deal.git.beside("partial")
    try deal.git.git(
      "clone", "-q", "--filter=blob:none", "file://\(deal.git.path)", clone)
    let answer = try deal.handoff("promised", "acme-onboarding", in: clone)
    #expect(answer.status == 2, "\(answer.text)\(answer.errorText)")
    #expect(answer.text.contains("three"))
    #expect(answer.errorText.contains("one of 2 that cannot be read"), "\(answer.errorText)")
    let past = try deal.handoff(
      "promised", "acme-onboarding", "--on", "2026-03-02", in: clone)
    #expect(past.status == 2, "\(past.text)\(past.errorText)")
  }

  @Test func `a damaged object is named with what it leaves open`() throws {
    let blob = try deal.git.id("HEAD~2:\(DealRepository.file)").description
    let path = "\(deal.git.path)/.git/objects/\(blob.prefix(2))/\(blob.dropFirst(2))"
    _ = try run("/bin/chmod", ["u+w", path], in: "/")
    try writeFile(path, Array("damaged".utf8))
    let answer = try deal.handoff("promised", "acme-onboarding")
    #expect(answer.status == 2)
    #expect(answer.text.contains("three"))
    #expect(answer.errorText.contains("what acme-onboarding said there"), "\(answer.errorText)")
  }

  @Test(arguments: [
    "HEAD~1", "HEAD~1^{tree}", "HEAD~1:handoffs", "HEAD~1:\(DealRepository.file)",
  ])
  func `an object that was cut short is named by every answer that it leaves open`(
    _ revision: String
  ) throws {
    let name = try deal.git.id(revision).description
    let path = "\(deal.git.path)/.git/objects/\(name.prefix(2))/\(name.dropFirst(2))"
    let whole = try #require(readFile(path))
    _ = try run("/bin/chmod", ["u+w", path], in: "/")
    try writeFile(path, Array(whole[..<(whole.count / 2)]))
    for arguments in [
      ["promised", "acme-onboarding"], ["log", "acme-onboarding/P1"], ["search", "three"],
      ["audit"],
    ] {
      let answer = try run(
        HandoffProgram.path, arguments, in: deal.git.path, environment: deal.git.variables)
      let words = answer.text + answer.errorText
      #expect(answer.status == 2, "\(arguments): \(words)")
      #expect(words.contains(name.prefix(12)), "\(arguments): \(words)")
      if arguments[0] != "audit" { #expect(answer.text.contains("three"), "\(words)") }
    }
  }

  @Test func `a commit that cannot be read is named, and what it changed is told`() throws {
    let tree = try deal.git.git("write-tree")
    let parent = try deal.git.id("HEAD").description
    let raw = "tree \(tree)\nparent \(parent)\nauthor Dana 1\ncommitter Dana 1\n\nbroken\n"
    let broken = try deal.git.git(
      "hash-object", "-t", "commit", "-w", "--literally", "--stdin", input: Array(raw.utf8))
    try deal.git.write(
      DealRepository.file, DealRepository.brief(DealRepository.promise("four")))
    try deal.git.git("add", "-A")
    let next = try deal.git.git("write-tree")
    let bad = "tree \(next)\nparent \(broken)\nauthor Dana 1\ncommitter Dana 1\n\nbroken\n"
    let worse = try deal.git.git(
      "hash-object", "-t", "commit", "-w", "--literally", "--stdin", input: Array(bad.utf8))
    try deal.git.git("update-ref", "refs/heads/main", worse)
    let lines = try deal.promised()
    #expect(lines[1].hasSuffix("| ?: text [-three-] {+four+}"), "\(lines)")
    #expect(lines.contains("gap: who made this change, and when"), "\(lines)")
    #expect(try deal.handoff("promised", "acme-onboarding").status == 2)
  }

  @Test func `where nothing was committed by a day, that is the answer`() throws {
    let answer = try deal.handoff("promised", "acme-onboarding", "--on", "2025-06-01")
    #expect(answer.status == 0)
    #expect(
      answer.text.contains("no commit by the end of 2025-06-01 in UTC: the history here begins"),
      "\(answer.text)")
    let early = try deal.handoff("promised", "acme-onboarding", "--on", "2026-02-01").text
    #expect(
      early.contains("it was not there by then; it begins 2026-03-01 by Dana Lee"), "\(early)")
    try deal.git.write("handoffs/acme/acme-new.md", DealRepository.brief("", id: "acme-new"))
    for arguments in [["promised", "acme-new"], ["log", "acme-new/P1"]] {
      let new = try deal.handoff(arguments[0], arguments[1])
      #expect(new.status == 2 && new.errorText.contains("acme-new is not committed yet"))
    }
    let wrong = try deal.handoff("promised", "acme-onboarding", "--on", "2026-02-30")
    #expect(wrong.status == 2 && wrong.errorText.contains("2026-02-30 is no day and no revision"))
  }
}
