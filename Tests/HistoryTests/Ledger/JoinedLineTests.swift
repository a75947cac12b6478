import Git
import TestSupport
import Testing

/// An approval that came in with a line of history that began apart holds by the policy of the
/// merge, too.
struct JoinedLineTests {
  private let deal: DealRepository
  private let file = DealRepository.file

  init() throws {
    deal = try DealRepository()
    try deal.commit("team", on: "2026-03-01", ["handoff.yaml": ApprovedDeal.roster()])
  }

  /// A line without a common beginning, whose roster says that Dana is also Rev Ops, on which
  /// somebody commits the approval of sales.
  private func begin(by person: String, adopting: Bool = false, from start: String? = nil) throws {
    let roster = ApprovedDeal.roster().replacing(
      "    name: Dana Lee", with: "    also: [rev@northwind.example]\n    name: Dana Lee")
    if let start {
      try deal.git.git("checkout", "-q", "-b", "side", start)
    } else {
      try deal.git.git("checkout", "-q", "--orphan", "side")
      try deal.git.git("rm", "-rqf", ".")
    }
    try deal.commit("apart", on: "2026-03-01", ["handoff.yaml": roster])
    try deal.commit("begin", on: "2026-03-02", [file: try ApprovedDeal.brief(status: "review")])
    try deal.commit("approve", on: "2026-03-03", as: person, [file: try approved()])
    if adopting {
      try deal.commit("adopt", on: "2026-03-04", ["handoff.yaml": ApprovedDeal.roster()])
    }
  }

  private func approved() throws -> String {
    try ApprovedDeal.brief(status: "review", approvals: ["sales": "dana"])
  }

  private func promised() throws -> String {
    try run(
      HandoffProgram.path, ["promised", DealRepository.id], in: deal.git.path,
      environment: deal.git.variables
    ).text
  }

  private let approval = "approved as sales by Dana Lee on 2026-03-03 (claimed)"

  private func expectRefused(at location: SourceLocation = #_sourceLocation) throws {
    let told = try promised()
    let merge = try deal.git.id("HEAD").description.prefix(12)
    let reason =
      "by the handoff.yaml of merge \(merge), which joined lines of history that began apart, "
      + "rev@northwind.example added it, and it is not signed"
    #expect(
      told.contains("\(approval), which does not count: \(reason)"), "\(told)",
      sourceLocation: location)
    let page = try ProvenPage(of: "\(DealRepository.id)/T1", in: deal.git.path, deal.git)
    #expect(try page.untrue(in: deal.git.path, deal.git) == [])
    #expect(page.says("has it: \(reason)."), "\(page.facts)", sourceLocation: location)
  }

  @Test(arguments: [false, true])
  func `one that only the other line's policy proves does not count`(adopting: Bool) throws {
    try begin(by: "Rev Ops", adopting: adopting)
    #expect(try promised().contains(approval + "\n"))
    try deal.git.git("checkout", "-q", "main")
    try deal.merge("side", on: "2026-03-05", [file: try approved()])
    try expectRefused()
  }

  @Test func `so is it where the lines share only what was before any policy`() throws {
    try deal.git.git("checkout", "-q", "--orphan", "bare")
    try deal.git.git("rm", "-rqf", ".")
    try deal.commit("empty", on: "2026-01-01")
    try deal.commit("team", on: "2026-03-01", ["handoff.yaml": ApprovedDeal.roster()])
    try begin(by: "Rev Ops", from: "HEAD~1")
    try deal.git.git("checkout", "-q", "bare")
    try deal.merge("side", on: "2026-03-05", [file: try approved()])
    try expectRefused()
  }

  @Test func `what was accepted on that line lacks it`() throws {
    try begin(by: "Rev Ops")
    let accepted = try ApprovedDeal.brief(
      status: "accepted", approvals: ["sales": "dana", "receiving": "sam", "pricing": "lee"])
    try deal.commit("accept", on: "2026-03-04", as: "Sam Park", [file: accepted])
    try deal.git.git("checkout", "-q", "main")
    try deal.merge("side", on: "2026-03-05", [file: accepted])
    let told = try promised()
    #expect(
      told.contains(
        "but without what that needed: the sales approval by Dana Lee does not count: by the "
          + "handoff.yaml of merge "), "\(told)")
    let page = try ProvenPage(of: "\(DealRepository.id)/T1", in: deal.git.path, deal.git)
    #expect(page.says("set to accepted without what it needed") && !page.says("each was on"))
  }

  @Test func `one that both policies prove counts`() throws {
    try begin(by: "Dana Lee")
    try deal.git.git("checkout", "-q", "main")
    try deal.merge("side", on: "2026-03-05", [file: try approved()])
    let told = try promised()
    #expect(told.contains(approval) && !told.contains("does not count"), "\(told)")
  }

  @Test func `what was on record before another line came in counts as it did`() throws {
    try deal.commit("begin", on: "2026-03-02", [file: try ApprovedDeal.brief(status: "review")])
    try deal.commit("approve", on: "2026-03-03", [file: try approved()])
    try deal.git.git("checkout", "-q", "--orphan", "side")
    try deal.git.git("rm", "-rqf", ".")
    let strangers = ApprovedDeal.roster().replacing("dana@", with: "someone@")
    try deal.commit("apart", on: "2026-03-01", ["handoff.yaml": strangers])
    try deal.git.git("checkout", "-q", "main")
    try deal.merge("side", on: "2026-03-05", [:])
    let told = try promised()
    #expect(told.contains(approval) && !told.contains("does not count"), "\(told)")
  }
}
