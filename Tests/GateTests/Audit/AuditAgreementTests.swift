import Diagnostics
import Git
import History
import TestSupport
import Testing

@Suite struct AuditAgreementTests {
  @Test(arguments: Dodge.all)
  func `the audit says of a commit what a gate says, and that it stands`(dodge: Dodge) throws {
    let gated = try GatedRepository()
    try gated.setHooks(on: false)
    try dodge.apply(gated)
    let bad = try gated.commitUnseen()

    let audit = try gated.audit()

    let found = audit.violations(of: bad)
    #expect(found.map(\.diagnostic) == (try gated.refusals(of: bad)))
    #expect(found.contains { $0.diagnostic.rule == dodge.rule })
    #expect(found.allSatisfy { $0.isStanding })
    #expect(audit.violations.count == found.count)
    #expect(audit.gaps.isEmpty)
  }

  @Test(arguments: Dodge.all)
  func `what is put back as it was no longer stands`(dodge: Dodge) throws {
    let gated = try GatedRepository()
    try gated.setHooks(on: false)
    try dodge.apply(gated)
    let bad = try gated.commitUnseen()
    try gated.repository.git("read-tree", "-u", "--reset", "HEAD~")
    try gated.commitUnseen()

    let audit = try gated.audit()

    let found = audit.violations(of: bad)
    #expect(!found.isEmpty)
    #expect(!found.contains { $0.isStanding }, "\(audit.summary(of: bad))")
  }

  @Test(arguments: Forgery.all)
  func `the audit says of a forgery what a gate says`(forgery: Forgery) throws {
    let gated = try GatedRepository(forgery.start, roster: forgery.roster)
    try gated.setHooks(on: false)
    gated.work(as: forgery.author)
    try forgery.apply(gated)
    try gated.setHooks(on: false)
    let first = try gated.repository.id("HEAD")
    try gated.repository.git("add", "-A")
    try gated.repository.git(arguments: ["commit", "-q", "-m", "change"] + forgery.arguments)
    let bad = try gated.repository.id("HEAD")
    #expect(bad != first)

    let found = try gated.audit().violations(of: bad)

    #expect(found.map(\.diagnostic) == (try gated.refusals(of: bad)))
    #expect(forgery.rules.isSubset(of: found.map(\.diagnostic.rule)))
    #expect(found.allSatisfy { $0.isStanding }, "\(found.map(\.diagnostic.message))")
  }

  @Test(arguments: RouteTests.dodges, Route.all)
  func `whatever way a loss came, its commit is named`(dodge: Dodge, route: Route) throws {
    let gated = try GatedRepository()
    let bad = try gated.commitElsewhere(dodge)
    try gated.setHooks(on: false)
    let (status, words) = try route.take(gated, bad)
    #expect(status == 0, "\(words)")

    let tips = try gated.repository.open().references("refs/heads/").map(\.name)
    let rules = try tips.flatMap { try gated.audit($0).violations.map(\.diagnostic.rule) }

    #expect(rules.contains(dodge.rule))
  }
}

extension TestRepository {
  @discardableResult
  fileprivate func git(arguments: [String]) throws -> String {
    let output = try attempt(arguments)
    #expect(output.status == 0, "\(output.errorText)")
    return output.text
  }
}
