import Briefs
import Diagnostics
import Foundation
import TestSupport
import Testing

/// The digest against `Tests/Python/approval_digest.py`, which knows only the format's description.
@Suite(.enabled(if: PythonProgram.canReadYAML)) struct DigestAgreementTests {
  @Test func `two implementations agree on every text`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "digest-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let roles = ["sales", "receiving", "pricing"]
    var paths: [String] = []
    var expected: [String] = []
    for seed in 1...100 {
      var random = SeededGenerator(seed: UInt64(seed))
      let text = "---\n" + SampleBrief(&random).text(&random) + "---\n"
      let path = folder.appending(path: "\(seed).md").path
      try Data(text.utf8).write(to: URL(filePath: path))
      let brief = try #require(Brief(reading: SourceText(text)))
      paths.append(path)
      expected += roles.map { "\(path) \($0) \(ApprovalDigest.text(of: brief, role: $0))" }
    }
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Python/approval_digest.py").path
    let output = try PythonProgram.run([script, roles.joined(separator: ",")] + paths)
    let lines = output.utf8.split(separator: UInt8(ascii: "\n")).map { Array($0) }
    #expect(lines == expected.map { Array($0.utf8) })
  }
}
