import Briefs
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct SummaryDigestTests {
  @Test(arguments: 1...30)
  func `layout keeps the digest, and every word changes it`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let summary = SampleSummary(&random)
    let digest = try digest(of: summary.text(&random))
    for _ in 0..<3 {
      let text = summary.text(&random)
      #expect(try self.digest(of: text) == digest)
      #expect(try self.digest(of: text.replacing("\n", with: "\r\n")) == digest)
    }
    for change in summary.changes() {
      #expect(try self.digest(of: change.text(&random)) != digest)
    }
  }

  @Test(.enabled(if: PythonProgram.canReadYAML))
  func `two implementations agree on every digest`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "summary-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var paths: [String] = []
    var expected: [String] = []
    for seed in 1...100 {
      var random = SeededGenerator(seed: UInt64(seed))
      let text =
        "---\n" + SampleBrief(&random).text(&random) + "---\n"
        + SampleSummary(&random).text(&random)
      let path = folder.appending(path: "\(seed).md").path
      try Data(text.utf8).write(to: URL(filePath: path))
      let brief = try #require(Brief(reading: SourceText(text)))
      paths.append(path)
      expected += [
        "\(path) call \(SummaryContent(of: brief, kind: .call).digest)",
        "\(path) final \(SummaryContent(of: brief, kind: .final).digest)",
        "\(path) terms \(SummaryContent(of: brief, kind: .final, includesTerms: true).digest)",
      ]
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Python/summary_digest.py").path
    let lines = try PythonProgram.run([script] + paths).split(separator: "\n").map { String($0) }
    #expect(lines.count == expected.count)
    #expect(zip(lines, expected).filter { $0 != $1 }.map(\.1).prefix(3) == [])
  }

  private func digest(of summary: String) throws -> String {
    let text = "---\nhandoff: acme\n---\n" + summary
    let brief = try #require(Brief(reading: SourceText(text)))
    return SummaryContent(of: brief, kind: .call).digest
  }
}
