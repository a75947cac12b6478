import Briefs
import Git
import History
import TestSupport
import Testing
import Workspace

/// An approval counts where the gates would have let it in, by a policy that its author was entitled
/// to give.
struct LawfulApprovalTests {
  private let deal: DealRepository
  private let file = DealRepository.file

  init() throws {
    deal = try DealRepository()
    try deal.commit(
      "team", on: "2026-03-01", as: "Dana Lee", ["handoff.yaml": ApprovedDeal.roster()])
    try deal.commit(
      "begin", on: "2026-03-01", [file: try ApprovedDeal.brief(status: "review")])
    try deal.commit(
      "approve", on: "2026-03-02",
      [file: try ApprovedDeal.brief(status: "review", approvals: ["sales": "dana"])])
  }

  private func promised(_ options: String...) throws -> String {
    try run(
      HandoffProgram.path, ["promised", DealRepository.id] + options, in: deal.git.path,
      environment: deal.git.variables
    ).text
  }

  private func proof() throws -> ProvenPage {
    let page = try ProvenPage(of: "\(DealRepository.id)/T1", in: deal.git.path, deal.git)
    #expect(try page.untrue(in: deal.git.path, deal.git) == [])
    return page
  }

  private func acceptAsSam(_ roles: KeyValuePairs<String, String>) throws {
    try deal.commit(
      "accept", on: "2026-03-03", as: "Sam Park",
      [file: try ApprovedDeal.brief(status: "accepted", approvals: roles)])
  }

  /// Whether approvals count, without an index to say where to look.
  private func counts() throws -> [String: Bool] {
    let repository = try deal.git.open()
    let ledger = Ledger(
      in: repository, at: try Moment(nil, asked: DealRepository.now, in: repository))
    let answer = try ledger.promises(ofBrief: DealRepository.id, near: nil)
    let term = answer?.lives.first?.items.first { $0.item.id == "T1" }
    return Dictionary(
      term?.approvals.map { ($0.approval.approval.role, $0.approval.counts) } ?? [],
      uniquingKeysWith: { $0 && $1 })
  }

  @Test func `an approval in a role that somebody gave themselves does not count`() throws {
    let roster = ApprovedDeal.roster(sam: "receiving, pricing")
    try deal.commit("role", on: "2026-03-03", as: "Sam Park", ["handoff.yaml": roster])
    try acceptAsSam(["sales": "dana", "receiving": "sam", "pricing": "sam"])
    let reason = "Sam Park does not have the role pricing"
    let told = try promised()
    #expect(told.contains("set to accepted 2026-03-03 by Sam Park"), "\(told)")
    #expect(
      told.contains(
        "but without what that needed: the pricing approval by Sam Park does not count: \(reason)"),
      "\(told)")
    #expect(told.contains("(claimed), which does not count: \(reason)"), "\(told)")
    #expect(try counts() == ["sales": true, "receiving": true, "pricing": false])
    let page = try proof()
    #expect(page.says("has it: \(reason)."), "\(page.facts)")
    #expect(page.says("set to accepted without what it needed"), "\(page.facts)")
    #expect(!page.says("each was on record"))
    let json = try promised("--format", "json")
    try deal.expectValid(json, by: "promised")
    #expect(json.contains(#""acceptedWithout":["the pricing approval"#), "\(json)")

    try deal.commit(
      "keep it", on: "2026-03-04", as: "Lee Ono", ["handoff.yaml": "# checked\n" + roster])
    #expect(try promised().contains("that counted when it was added, \(reason)"))
    #expect(try counts()["pricing"] == false)
  }

  @Test func `an approval with a key that somebody else put on the roster does not count`() throws {
    let key = try SSHKey("dana", in: deal.git.beside("keys"))
    let roster = ApprovedDeal.roster().replacing(
      "roles: [receiving]", with: "roles: [receiving]\n    keys: [\(key.publicLine)]")
    try deal.commit("key", on: "2026-03-03", as: "Dana Lee", ["handoff.yaml": roster])
    try deal.commit(
      "draft", on: "2026-03-03",
      [file: try ApprovedDeal.brief(status: "draft", approvals: ["sales": "dana"])])
    try deal.git.git("config", "gpg.format", "ssh")
    try deal.git.git("config", "user.signingKey", key.path)
    let signed = try run(
      HandoffProgram.path, ["approve", DealRepository.id, "--role", "receiving", "--sign"],
      in: deal.git.path,
      environment: deal.git.variables.merging([
        "GIT_AUTHOR_NAME": "Sam Park", "GIT_AUTHOR_EMAIL": "sam@northwind.example",
      ]) { $1 })
    #expect(signed.status == 0, "\(signed.errorText)")
    try deal.git.git("commit", "-q", "--amend", "--no-edit", "--reset-author", "--no-verify")
    let told = try promised()
    #expect(told.contains("(unproven), which does not count: its signature"), "\(told)")
    #expect(!told.contains("as receiving by Sam Park on 2026-03-03 (signed)"))
    #expect(try proof().says("It does not count for the brief"))
  }

  @Test func `two approvals by one person where it takes two do not both count`() throws {
    let roster = ApprovedDeal.roster(dana: "sales, pricing")
    try deal.commit("role", on: "2026-03-03", as: "Lee Ono", ["handoff.yaml": roster])
    try deal.commit(
      "price", on: "2026-03-03",
      [
        file: try ApprovedDeal.brief(
          status: "review", approvals: ["sales": "dana", "pricing": "dana"])
      ])
    try acceptAsSam(["sales": "dana", "pricing": "dana", "receiving": "sam"])
    let reason = "Dana Lee approves acme-onboarding as sales and as pricing, which takes two people"
    let told = try promised()
    #expect(
      told.contains("the pricing approval by Dana Lee does not count: \(reason)"), "\(told)")
    #expect(try proof().says("has it: \(reason)."))
  }

  @Test func `an acceptance that had all that it needed says nothing is missing`() throws {
    try deal.commit(
      "price", on: "2026-03-03", as: "Lee Ono",
      [
        file: try ApprovedDeal.brief(
          status: "review", approvals: ["sales": "dana", "pricing": "lee"])
      ])
    try acceptAsSam(["sales": "dana", "pricing": "lee", "receiving": "sam"])
    let told = try promised()
    #expect(!told.contains("without what"), "\(told)")
    #expect(try counts() == ["sales": true, "receiving": true, "pricing": true])
    #expect(try proof().says("each was on record in that commit and counted"))
  }
}
