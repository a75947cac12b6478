import Git
import TestSupport
import Testing

/// What is damaged or gone is named as git knows it, with the index and without.
struct LostObjectTests {
  private let deal: DealRepository

  init() throws {
    deal = try DealRepository()
    try deal.promise("one", "begin", on: "2026-03-01")
    try deal.promise("two", "reword", on: "2026-03-02")
  }

  private func file(of object: ObjectID) -> String {
    "\(deal.git.path)/.git/objects/\(object.description.prefix(2))/\(object.description.dropFirst(2))"
  }

  @Test(arguments: [["search", "two"], ["proof", "acme-onboarding/P1"]])
  func `what is damaged since the index was built is named`(_ command: [String]) throws {
    _ = try deal.handoff("promised", "acme-onboarding")
    #expect(try deal.handoff("search", "two").status == 0)
    let blob = try deal.git.id("HEAD:\(DealRepository.file)")
    _ = try run("/bin/rm", ["-f", file(of: blob)], in: "/")
    try writeFile(file(of: blob), [])
    let with = try deal.handoff(command[0], command[1])
    #expect(with.status == 2)
    #expect((with.text + with.errorText).contains("\(blob)"), "\(with.errorText)")
    #expect(!with.errorText.contains("has no item"), "\(with.errorText)")
    let without = try run(
      deal.git.handoffWithoutIndex(), command, in: deal.git.path, environment: deal.git.variables)
    #expect(with.text == without.text)
    #expect(with.status == without.status)
  }

  @Test(arguments: ["log", "proof"])
  func `of a brief that never could be read, no item is said not to be there`(
    _ command: String
  ) throws {
    try deal.commit(
      "broken", on: "2026-03-03",
      ["handoffs/acme-next.md": DealRepository.brief("goal: [", id: "acme-next")])
    let answer = try deal.handoff(command, "acme-next/P1")
    #expect(answer.status == 2)
    #expect(answer.errorText.contains("is not known"), "\(answer.errorText)")
    #expect(answer.errorText.contains("cannot be read"), "\(answer.errorText)")
    #expect(!answer.errorText.contains("has no item"), "\(answer.errorText)")
  }

  @Test(arguments: ["HEAD~1", "HEAD~1^{tree}", "HEAD^{tree}"])
  func `a commit or a tree that is gone is named by its own id`(_ revision: String) throws {
    let object = try deal.git.id(revision)
    _ = try run("/bin/rm", ["-f", file(of: object)], in: "/")
    for command in [["promised", "acme-onboarding"], ["log", "acme-onboarding/P1"]] {
      let answer = try deal.handoff(command[0], command[1])
      #expect(answer.status == 2)
      #expect(
        answer.errorText.contains("(object \(object.description.prefix(12)))"),
        "\(answer.errorText)")
      #expect(!answer.errorText.contains("did you mean"), "\(answer.errorText)")
    }
  }
}
