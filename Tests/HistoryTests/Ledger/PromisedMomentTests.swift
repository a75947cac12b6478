import Git
import TestSupport
import Testing

/// What `--on` is taken for, and what names lead to.
struct PromisedMomentTests {
  let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    try deal.promise("one", "begin", on: "2026-03-01")
  }

  private func promised(on moment: String) throws -> ChildProcess.Output {
    try deal.handoff("promised", "acme-onboarding", "--on", moment)
  }

  @Test func `a day or an instant that is still to come is not told as if it were over`() throws {
    for (typed, words) in [
      ("2999-01-01", "as it is so far, since 2999-01-01 is not over in UTC: commit "),
      (
        "2999-01-01T00:00:00Z",
        "as it is so far, since 2999-01-01T00:00:00Z is still to come: commit "
      ),
    ] {
      let answer = try promised(on: typed)
      #expect(answer.status == 0 && answer.text.contains(words), "\(answer.text)")
    }
    let json = try deal.handoff(
      "promised", "acme-onboarding", "--on", "2999-01-01", "--format", "json"
    ).text
    #expect(json.contains(#""over":false"#))
    try deal.expectValid(json, by: "promised")
  }

  @Test func `an instant may be written with any offset, and is told in UTC`() throws {
    for typed in [
      "2026-03-01T13:00:00+01:00", "2026-03-01T04:00:00-08:00", "2026-03-01T12:00:00Z",
    ] {
      let answer = try promised(on: typed).text
      #expect(answer.contains("as it was at 2026-03-01T12:00:00Z: commit "), "\(answer)")
      #expect(answer.contains("P1  one"), "\(answer)")
    }
    let before = try promised(on: "2026-03-01T12:59:59+01:00").text
    #expect(before.contains("it was not there by then"), "\(before)")
  }

  @Test func `what is no moment is refused, with what can be written`() throws {
    for (typed, words) in [
      ("", "--on is empty"), ("2026-03-01T13:00:00+25:00", "is no day and no revision"),
    ] {
      let answer = try promised(on: typed)
      #expect(answer.status == 2 && answer.errorText.contains(words), "\(answer.errorText)")
      #expect(answer.errorText.contains("2026-03-15T10:00:00Z"))
    }
  }

  @Test func `a change that was merged later than the day is told as such`() throws {
    try deal.branch("side") { try deal.promise("two", "reword", on: "2026-03-03") }
    try deal.commit("quiet", on: "2026-03-02", ["notes.md": "."])
    try deal.merge(
      "side", on: "2026-03-06",
      [DealRepository.file: DealRepository.brief(DealRepository.promise("two"))])
    let answer = try promised(on: "2026-03-04").text
    #expect(answer.contains("merged since then, changed 2026-03-03 by Dana Lee"), "\(answer)")
  }

  @Test func `a brief is found at the paths at which it stood`() throws {
    let moved = "handoffs/bolt/acme-onboarding.md"
    let brief = DealRepository.brief(DealRepository.promise("one"))
    try deal.commit("move", on: "2026-03-02", [DealRepository.file: nil, moved: brief])
    #expect(try deal.handoff("promised", DealRepository.file).text.contains("P1  one"))
    try deal.commit("delete", on: "2026-03-03", [moved: nil])
    for path in [DealRepository.file, moved] {
      let answer = try deal.handoff("promised", path)
      #expect(answer.text.contains("not in the tree any more"), "\(answer.errorText)")
      #expect(try deal.handoff("log", path + "/P1").status == 0)
    }
    let wrong = try deal.handoff("promised", "elsewhere/acme-onboarding.md")
    #expect(wrong.status == 2, "\(wrong.text)")
  }

  @Test func `what is not found is said for what was looked through`() throws {
    try deal.git.write(
      "handoffs/cargo/cargo-sdr.md", DealRepository.brief("", id: "cargo-sdr", account: "Cargo"))
    for (arguments, words) in [
      (["promised", "Nope"], "there is no brief and no account Nope in the history of HEAD"),
      (
        ["promised", "acme-onboarding", "--account"], "it is a brief: handoff promised acme-onboard"
      ),
      (["promised", "Cargo"], "no brief that is committed names the account Cargo"),
      (
        ["proof", "acme-onboarding/P1", "--on", "2025-01-01"],
        "no commit by the end of 2025-01-01 in UTC: the history here begins with commit"
      ),
    ] {
      let answer = try run(
        HandoffProgram.path, arguments, in: deal.git.path, environment: deal.git.variables)
      #expect(answer.status == 2 && answer.errorText.contains(words), "\(answer.errorText)")
      #expect(!answer.errorText.contains("never"), "\(answer.errorText)")
    }
    let bare = deal.git.beside("bare.git")
    try deal.git.git("clone", "-q", "--bare", deal.git.path, bare)
    let answer = try deal.handoff("promised", "Zzz", in: bare)
    #expect(answer.errorText.contains("see what there is: git ls-tree"), "\(answer.errorText)")
  }
}
