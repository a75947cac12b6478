import Git
import History
import TestSupport
import Testing

/// What somebody changed in the policy who may not is put right when it is gone from the file; a
/// lawful change that leaves it there takes it over.
@Suite struct TakenOverTests {
  private static let draft: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.setStatus("draft")
    return brief
  }()

  /// Kit, who may not, makes himself a policy person; gives that commit.
  private func repository() throws -> (gated: GatedRepository, theft: ObjectID) {
    let gated = try GatedRepository(Self.draft)
    gated.work(as: "kit")
    try gated.editRoster("roles: [sales, receiving]", with: "roles: [sales, receiving, policy]")
    return (gated, try gated.commitUnseen())
  }

  private func change(
    _ gated: GatedRepository, _ old: String, with new: String
  ) throws -> ObjectID {
    gated.work(as: "lee")
    try gated.editRoster(old, with: new)
    return try gated.commitUnseen()
  }

  @Test func `it is taken over by the next lawful change, which is named`() throws {
    let (gated, theft) = try repository()
    #expect(try gated.audit().violations(of: theft).map(\.isStanding) == [true])
    let taking = try change(gated, "name: Mia Voss", with: "name: Mia Vos")
    _ = try change(gated, "name: Pat Moss", with: "name: Pat Mos")
    let violations = try gated.audit().violations(of: theft)
    #expect(violations.map(\.isStanding) == [false])
    #expect(violations.map(\.takenOver) == [taking])
  }

  @Test func `text and JSON say who took it over and in which commit`() throws {
    let (gated, _) = try repository()
    let taking = try change(gated, "name: Mia Voss", with: "name: Mia Vos").description
    let output = try gated.repository.handoff("audit")
    #expect(output.status == 0)
    for words in [
      "taken over since by Dana Lee <lee@northwind.example> in commit \(taking.prefix(12))\n    → ",
      "1 violation in 3 commits, none still stands, 1 taken over\n",
    ] {
      #expect(output.text.contains(words), "\(output.text)")
    }
    let json = try gated.repository.handoff("audit", "--format", "json").text
    #expect(json.contains("\"standing\":false,\"takenOver\":\"\(taking)\""), "\(json)")
    let markdown = try gated.repository.handoff("audit", "--format", "markdown").text
    #expect(markdown.contains("| taken over since by "), "\(markdown)")
  }

  @Test(arguments: [true, false])
  func `a history that began apart stays joined until a policy person changes the file`(
    isFirst: Bool
  ) throws {
    let gated = try GatedRepository(Self.draft)
    let main = try gated.repository.id("HEAD").description
    let tree = try gated.repository.git("write-tree")
    gated.work(as: "kit")
    try gated.setHooks(on: false)
    try gated.repository.git("checkout", "-q", "--orphan", "other")
    try gated.editRoster("roles: [sales, receiving]", with: "roles: [sales, receiving, policy]")
    let other = try gated.commitUnseen().description
    let parents = isFirst ? [other, main] : [main, other]
    let arguments = ["commit-tree", tree, "-m", "join", "-p", parents[0], "-p", parents[1]]
    let joined = String(try gated.repository.attempt(arguments).text.prefix { $0 != "\n" })
    try gated.repository.git("checkout", "-q", "-f", "main")
    try gated.repository.git("reset", "-q", "--hard", joined)
    let join = try gated.repository.id("HEAD")
    #expect(try gated.audit().violations(of: join).map(\.isStanding) == [true])
    let taking = try change(gated, "name: Mia Voss", with: "name: Mia Vos")
    #expect(try gated.audit().violations(of: join).map(\.takenOver) == [taking])
  }

  @Test func `it is put right once it is gone from the file, whatever else changed`() throws {
    let (gated, theft) = try repository()
    _ = try change(gated, "name: Mia Voss", with: "name: Mia Vos")
    _ = try change(gated, "roles: [sales, receiving, policy]", with: "roles: [sales, receiving]")
    let violations = try gated.audit().violations(of: theft)
    #expect(violations.map(\.isStanding) == [false])
    #expect(violations.map(\.takenOver) == [nil])
  }

  @Test func `what was taken away and is missing still is taken over too`() throws {
    let gated = try GatedRepository(Self.draft)
    gated.work(as: "kit")
    try gated.editRoster("    stand_ins: [noor@northwind.example]\n", with: "")
    let theft = try gated.commitUnseen()
    let taking = try change(gated, "name: Mia Voss", with: "name: Mia Vos")
    #expect(try gated.audit().violations(of: theft).map(\.takenOver) == [taking])
  }
}
