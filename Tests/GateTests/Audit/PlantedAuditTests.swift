import Diagnostics
import Git
import History
import Glibc
import TestSupport
import Testing

@Suite struct PlantedAuditTests {
  /// How many breaches a history holds; more by HANDOFF_BREACHES.
  static let breaches = getenv("HANDOFF_BREACHES").flatMap { Int(String(cString: $0)) } ?? 60

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `what is planted in a long history is found, and nothing else`(seed: UInt64) throws {
    let history = PlantedHistory(breaches: Self.breaches, seed: seed)
    let repository = try TestRepository()
    let commits = try history.write(to: repository)
    let opened = try repository.open()

    let audit = try Auditor(repository: opened).audit(AuditedTips(opened.resolve("main")))

    let expected = Set(
      history.plantings.compactMap { planting in
        commits[planting.mark].map {
          "\($0) \(planting.rule) \(planting.place) \(planting.isStanding)"
        }
      })
    let found = Set(
      audit.violations.compactMap { violation -> String? in
        let finding = violation.diagnostic
        let place = [finding.brief ?? "", finding.item].compactMap { $0 }.joined(separator: "/")
        // A brief that is gone took its items with it.
        let isPart = finding.rule != "dropped-brief" && isGone(violation, in: audit)
        return isPart ? nil : "\(violation.commit) \(finding.rule) \(place) \(violation.isStanding)"
      })
    #expect(audit.commitCount == history.commitCount)
    #expect(audit.gaps.isEmpty)
    #expect(found.subtracting(expected) == [])
    #expect(expected.subtracting(found) == [])
    #expect(expected.count == history.plantings.count)
  }

  private func isGone(_ violation: Violation, in audit: Audit) -> Bool {
    audit.violations.contains {
      $0.commit == violation.commit && $0.diagnostic.brief == violation.diagnostic.brief
        && $0.diagnostic.rule == "dropped-brief"
    }
  }

  /// How often a program is ended at some moment; more by HANDOFF_KILLS.
  static let kills = getenv("HANDOFF_KILLS").flatMap { Int(String(cString: $0)) } ?? 5

  @Test(arguments: [SIGKILL, SIGINT])
  func `ended at any moment, the program answers right the next time`(signal: Int32) throws {
    let history = PlantedHistory(breaches: 15, seed: 4)
    let repository = try TestRepository()
    _ = try history.write(to: repository)
    let before = try repository.handoff("audit", "main", "--format", "json")
    #expect(before.status == 1)
    let whole = try end(of: repository, by: signal, after: 60)
    #expect(whole.status == 1)
    let files = try repository.files
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<Self.kills {
      let moment = Double.random(in: 0..<whole.seconds, using: &generator)
      let end = try end(of: repository, by: signal, after: moment)
      #expect([-Int(signal), 1].contains(end.status), "after \(moment) s")
    }
    #expect(try repository.files == files)
    #expect(try repository.attempt(["fsck", "--strict"]).status == 0)
    let after = try repository.handoff("audit", "main", "--format", "json")
    #expect(after.output == before.output)
  }

  private func end(
    of repository: TestRepository, by signal: Int32, after seconds: Double
  ) throws -> SignalledProgram.End {
    try SignalledProgram.run(
      HandoffProgram.path, ["audit", "main"], in: repository.path,
      environment: repository.variables, signal: signal, after: seconds)
  }
}

extension TestRepository {
  /// All files of the git directory, each with its size.
  fileprivate var files: String {
    get throws {
      try run(
        "find", [".git", "-type", "f", "-printf", "%p %s\n"], in: path, environment: variables
      )
      .text
    }
  }
}
