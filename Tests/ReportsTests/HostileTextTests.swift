import Diagnostics
import Reports
import Testing

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

struct HostileTextTests {
  @Test(arguments: ReportFormat.allCases)
  func `no text of a brief reaches an output unescaped`(format: ReportFormat) throws {
    let lines = try naughtyLines() + controls
    for line in lines {
      let diagnostic = finding(
        path: line, message: line, brief: line, item: line, sourceLine: line)
      let report = CheckReport(diagnostics: [diagnostic], briefs: 1)
      let output = report.rendered(as: format, isColored: false, tool: tool)
      if let scalar = output.unicodeScalars.first(where: misleads) {
        Issue.record("U+\(String(scalar.value, radix: 16)) in \(output.debugDescription)")
      }
    }
  }

  @Test(arguments: [ReportFormat.json, .sarif])
  func `every text comes back from JSON as it was`(format: ReportFormat) throws {
    struct Check: Decodable {
      struct Finding: Decodable { let message: String }
      let findings: [Finding]
    }
    struct SARIF: Decodable {
      struct Run: Decodable { let results: [Result] }
      struct Result: Decodable { let message: Message }
      struct Message: Decodable { let text: String }
      let runs: [Run]
    }
    let lines = try naughtyLines() + controls
    let report = CheckReport(diagnostics: lines.map { finding(message: $0) }, briefs: 1)
    let output = Data(report.rendered(as: format, isColored: false, tool: tool).utf8)
    if format == .json {
      let messages = try JSONDecoder().decode(Check.self, from: output).findings.map(\.message)
      #expect(messages.map { Array($0.utf8) } == report.diagnostics.map { Array($0.message.utf8) })
    } else {
      let results = try JSONDecoder().decode(SARIF.self, from: output).runs[0].results
      #expect(results.count == report.diagnostics.count)
    }
  }

  private var controls: [String] {
    (0...0x2100).compactMap { Unicode.Scalar($0 as UInt32) }.filter(misleads).map { "a\($0)b" }
      + ["\r\n", "\u{1B}]8;;x\u{7}\u{301}", "\n", "\t\u{301}"]
  }

  /// The Big List of Naughty Strings, with bytes that are no UTF-8 shown as U+FFFD.
  private func naughtyLines() throws -> [String] {
    let tests = #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    let bytes = try Data(contentsOf: URL(filePath: "/\(tests)/Corpora/blns.txt"))
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    try #require(lines.count > 500)
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

/// Whether a scalar may not stand in an output: written here anew, so that it tests our own list.
private func misleads(_ scalar: Unicode.Scalar) -> Bool {
  if scalar == "\n" || scalar == "\t" { return false }
  return scalar.properties.generalCategory == .control
    || scalar.properties.generalCategory == .lineSeparator
    || scalar.properties.generalCategory == .paragraphSeparator
    || scalar.properties.isBidiControl
}
