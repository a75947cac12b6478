import Git
import TestSupport
import Testing

/// What came about under a policy that asked for less is no more worth on a branch that asks for more.
@Suite struct MergedPolicyTests {
  @Test func `an approval from before signatures were required is merged only if signed`() throws {
    let gated = try GatedRepository(.inReview)
    try gated.onTopic { try gated.sell(as: "dana") }
    gated.work(as: "lee")
    try gated.repository.write("handoff.yaml", AcceptableBrief.strictRoster)
    #expect(try gated.commit().status == 0)
    try gated.expectMergeRefused(["unproven-approval"])
  }

  @Test func `an approval by a role that was taken away meanwhile is merged as missing`() throws {
    let gated = try GatedRepository(Self.unsold)
    try gated.onTopic { try gated.sell(as: "kit", status: "accepted") }
    gated.work(as: "lee")
    try gated.editRoster("[sales, receiving]", with: "[receiving]")
    #expect(try gated.commit().status == 0)
    try gated.expectMergeRefused(["missing-approval"])
  }

  @Test func `and in a merge that touches the brief besides`() throws {
    let gated = try GatedRepository(.inReview)
    try gated.onTopic { try gated.sell(as: "dana") }
    gated.work(as: "lee")
    try gated.repository.write("handoff.yaml", AcceptableBrief.strictRoster)
    #expect(try gated.commit().status == 0)
    try gated.repository.git("merge", "-q", "--no-commit", "topic")
    try gated.edit { $0.text += "\n" }
    let (status, words) = try gated.commit()
    #expect(status != 0)
    #expect(errors(in: words) == ["unproven-approval"], "\(words)")
  }

  @Test func `a harmless change of the policy stops no merge of approvals`() throws {
    let gated = try GatedRepository(Self.unsold)
    try gated.onTopic { try gated.sell(as: "kit", status: "accepted") }
    gated.work(as: "lee")
    try gated.editRoster("name: Kit Roe", with: "name: Kit B. Roe")
    #expect(try gated.commit().status == 0)
    let (status, words) = try gated.attempt(["merge", "-q", "--no-edit", "topic"])
    #expect(status == 0, "\(words)")
    #expect(try gated.text().contains("status: accepted"))
  }

  @Test(arguments: [nil, laxRoster])
  func `an unrelated history brings no acceptance of its own`(policy: String?) throws {
    let gated = try GatedRepository(.inReview)
    let main = try gated.repository.id("HEAD").description
    let merged = try gated.treeWithAcceptedBrief()
    let alone = try gated.commitAlone(policy)
    gated.work(as: "dana")
    try gated.expectRefused(
      tree: merged, joining: [main, alone], ["missing-approval", "unreviewed-term"])
  }

  @Test func `nor where it takes over the same policy afterwards`() throws {
    let gated = try GatedRepository(.inReview)
    let main = try gated.repository.id("HEAD").description
    let merged = try gated.treeWithAcceptedBrief()
    let alone = try gated.commitAlone(nil)
    try gated.repository.git("checkout", "-q", main, "--", "handoff.yaml")
    let later = try gated.commit(tree: gated.repository.git("write-tree"), onto: [alone])
    gated.work(as: "dana")
    try gated.expectRefused(
      tree: merged, joining: [main, later], ["missing-approval", "unreviewed-term"])
  }

  @Test func `nor a policy by which its keeper could accept in the merge`() throws {
    let gated = try GatedRepository(.inReview)
    let main = try gated.repository.id("HEAD").description
    let alone = try gated.commitAlone(Self.laxRoster)
    try gated.repository.git("reset", "-q", "--hard", main)
    try gated.edit { $0.setStatus("accepted") }
    try gated.repository.git("add", "-A")
    let accepted = try gated.repository.git("write-tree")
    try gated.expectRefused(
      tree: accepted, joining: [main, alone], ["missing-approval", "unauthorised-policy"])
  }

  @Test(arguments: [AcceptableBrief.roster, laxRoster], ["main", "other"])
  func `a history that began apart is joined by the keepers of the policy that is kept`(
    _ policy: String, first: String
  ) throws {
    let gated = try GatedRepository(.inReview)
    let main = try gated.repository.id("HEAD").description
    let kept = try gated.repository.git("write-tree")
    try gated.repository.git("rm", "-q", "--cached", GatedRepository.brief)
    let alone = try gated.commitAlone(policy)
    let parents = first == "main" ? [main, alone] : [alone, main]
    for name in ["eve", "kit"] {
      gated.work(as: name)
      let merge = try gated.commit(tree: kept, onto: parents)
      let (status, words) = try gated.attempt(["update-ref", "refs/heads/main", merge])
      #expect(status != 0)
      #expect(
        words.contains("joins a history that began without this one’s handoff.yaml"), "\(words)")
    }
    gated.work(as: "lee")
    let merge = try gated.commit(tree: kept, onto: parents)
    let (status, words) = try gated.attempt(["update-ref", "refs/heads/main", merge])
    #expect(status == 0, "\(words)")
  }

  @Test(arguments: ["main", "other"])
  func `and by those of all where none is kept`(_ first: String) throws {
    let gated = try GatedRepository(.inReview)
    let main = try gated.repository.id("HEAD").description
    let alone = try gated.commitAlone(Self.laxRoster)
    try gated.repository.git("reset", "-q", "--hard", main)
    try gated.repository.write("handoff.yaml", Self.laxRoster + "# Both.\n")
    try gated.repository.git("add", "-A")
    let tree = try gated.repository.git("write-tree")
    for name in ["eve", "lee"] {
      gated.work(as: name)
      let merge = try gated.commit(
        tree: tree, onto: first == "main" ? [main, alone] : [alone, main])
      let (status, words) = try gated.attempt(["update-ref", "refs/heads/main", merge])
      #expect((status == 0) == (name == "lee"), "\(name): \(words)")
    }
  }

  /// Its keeper takes over what she likes.
  private static let laxRoster =
    AcceptableBrief.roster + """
        - email: eve@northwind.example
          roles: [policy]
      types:
        sales-to-implementation:
          approvals: []
          requires: [goal]
      imported:
        - id: acme-delivery
          status: accepted
          by: eve@northwind.example
          on: 2026-07-01

      """

  private static let unsold: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    for role in ["pricing", "legal"] { brief.approve(as: role, by: "lee") }
    brief.approve(as: "receiving", by: "sam")
    return brief
  }()
}

extension GatedRepository {
  /// Does something on a branch of its own, then goes back to `main`.
  fileprivate func onTopic(_ work: () throws -> Void) throws {
    try repository.git("switch", "-q", "-c", "topic")
    try work()
    try repository.git("switch", "-q", "main")
  }

  fileprivate func sell(as name: String, status: String = "review") throws {
    let (status, words) = try commit(as: name) {
      $0.approve(as: "sales", by: name)
      $0.setStatus(status)
    }
    #expect(status == 0, "\(words)")
  }

  fileprivate func expectMergeRefused(_ rules: Set<String>) throws {
    for early in [[], ["--no-verify"]] {
      let (status, words) = try attempt(["merge", "-q", "--no-edit"] + early + ["topic"])
      #expect(status != 0)
      #expect(errors(in: words) == rules, "\(words)")
      try repository.git("reset", "-q", "--merge")
    }
  }

  /// A merge of two commits with a tree is refused, whichever comes first.
  fileprivate func expectRefused(
    tree: String, joining commits: [String], _ rules: Set<String>
  ) throws {
    for parents in [commits, commits.reversed()] {
      let merge = try commit(tree: tree, onto: parents)
      let (status, words) = try attempt(["update-ref", "refs/heads/main", merge])
      #expect(status != 0)
      #expect(errors(in: words).isSuperset(of: rules), "\(words)")
    }
  }

  /// Stages a brief that nobody approved, and gives the tree.
  fileprivate func treeWithAcceptedBrief() throws -> String {
    var born = AcceptableBrief.inReview
    try born.replace("handoff: acme-onboarding", with: "handoff: acme-delivery")
    born.setStatus("accepted")
    try repository.write("handoffs/acme/acme-delivery.md", born.text)
    try repository.git("add", "-A")
    return try repository.git("write-tree")
  }

  /// A commit of eve's without a parent, of what is staged but for the policy, which is hers.
  fileprivate func commitAlone(_ policy: String?) throws -> String {
    if let policy {
      try repository.write("handoff.yaml", policy)
      try repository.git("add", "-A")
    } else {
      try repository.git("rm", "-q", "--cached", "handoff.yaml")
    }
    try repository.git("rm", "-q", "--cached", GatedRepository.brief)
    work(as: "eve")
    return try commit(tree: repository.git("write-tree"), onto: [])
  }

  fileprivate func commit(tree: String, onto parents: [String]) throws -> String {
    let output = try repository.attempt(
      ["commit-tree", tree, "-m", "change"] + parents.flatMap { ["-p", $0] })
    return String(output.text.prefix { $0 != "\n" })
  }
}
