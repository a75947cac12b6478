import Briefs
import Diagnostics
import Git
import Glibc
import Reports
import TestSupport
import Testing

@Suite struct HostileDifferenceTests {
  @Test(arguments: DifferenceFormat.allCases)
  func `no text of a brief reaches an output unescaped`(format: DifferenceFormat) throws {
    for isReversed in [false, true] {
      let output = try report(isReversed: isReversed).rendered(as: format, isColored: false)
      let scalar = output.unicodeScalars.first { $0 != "\n" && $0.mustBeEscaped }
      #expect(scalar == nil)
    }
  }

  @Test func `a page holds no tag and no attribute but ours`() throws {
    for isReversed in [false, true] {
      let page = try report(isReversed: isReversed).rendered(as: .html, isColored: false)
      let python = getenv("HANDOFF_TEST_PYTHON").map { String(cString: $0) } ?? "python3"
      let output = try run(
        python, ["Tests/Python/html_allow_list.py"], in: Self.top,
        environment: [
          "PATH": getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin",
          "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1",
        ], input: Array(page.utf8))
      #expect(output.status == 0, "\(output.errorText.prefix(2000))")
    }
  }

  /// A brief in which every line of the Big List of Naughty Strings is a promise, an id, a field
  /// and a line of the summary, beside one that says something else everywhere.
  private func report(isReversed: Bool) throws -> DifferenceReport {
    let bytes = try #require(readFile(Self.top + "/Tests/Corpora/blns.txt"))
    let lines = bytes.split(separator: UInt8(ascii: "\n")).map {
      String(decoding: $0, as: UTF8.self)
    }
    try #require(lines.count > 500)
    let hostile = try brief(lines)
    let harmless = try brief(lines.map { _ in "harmless" })
    let versions = [harmless, hostile].map {
      ComparedBrief.Version(path: lines[isReversed ? 40 : 50] + "<script>\u{202E}", brief: $0)
    }
    let pairs = isReversed ? [versions[1], versions[0]] : versions
    let name = lines.joined(separator: " ")
    return DifferenceReport(
      old: .init(name: name, commit: nil), new: .init(name: name, commit: name),
      briefs: [
        ComparedBrief(old: pairs[0], new: pairs[1]), ComparedBrief(old: nil, new: pairs[0]),
        ComparedBrief(old: pairs[1], new: nil),
      ])
  }

  private func brief(_ words: [String]) throws -> Brief {
    let promises = words.enumerated().map { number, line in
      "  - id: P\(number)\n    text: \(quoted(line))\n    owner: \(quoted(line))\n"
        + "    bounded_by: [X\(number)]\n"
    }
    let exclusions = words.enumerated().map { number, line in
      "  - id: X\(number)\n    text: \(quoted(line))\n    reason: \(quoted(line))\n"
    }
    let text =
      "---\nhandoff: acme\naccount: \(quoted(words[20]))\ngoal: \(quoted(words[30]))\n"
      + "promises:\n\(promises.joined())exclusions:\n\(exclusions.joined())---\n"
      + words.map { "# \($0)\n\($0)\n" }.joined()
    let brief = try #require(Brief(reading: SourceText(text)))
    let faults = brief.isSound ? [] : brief.findings.map(\.message)
    try #require(faults.isEmpty, "\(faults.prefix(2))")
    return brief
  }

  private func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { scalar in
      if (0x20..<0x7F).contains(scalar.value), scalar != "\"", scalar != "\\" { return "\(scalar)" }
      let digits = String(scalar.value, radix: 16)
      return "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
    }
    return "\"\(escaped.joined())\""
  }

  private static let top = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
}
