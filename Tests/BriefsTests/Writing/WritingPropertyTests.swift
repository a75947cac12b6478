import Diagnostics
import TestSupport
import Glibc
import Testing

@testable import Briefs

@Suite struct WritingPropertyTests {
  @Test(arguments: 0..<120 as Range<UInt64>)
  func `what was written is read back, and comments and line endings stay`(seed: UInt64) throws {
    var edits = try RandomEdits(seed: seed)
    let comments = commentLines(edits.editor.bytes)
    for _ in 0..<12 {
      try edits.editOnce()
      let brief = try #require(Brief(reading: SourceText(edits.editor.bytes)))
      let root = try #require(brief.tree)
      #expect(flattened(ValueTree(root)) == edits.expected)
    }
    let after = commentLines(edits.editor.bytes + Array(edits.removed.utf8))
    #expect(comments.allSatisfy { after.contains($0) })
    let feeds = edits.editor.bytes.filter { $0 == 0x0A }.count
    let returns = edits.editor.bytes.filter { $0 == 0x0D }.count
    #expect(returns == 0 || returns == feeds)
  }

  @Test func `another reader of YAML reads the same`() throws {
    var texts: [String] = []
    var expected = ""
    // PyYAML takes no tab behind a colon, which one of the beginnings has.
    for seed in 0..<80 as Range<UInt64> where seed % 4 != 3 {
      var edits = try RandomEdits(seed: seed)
      for _ in 0..<20 { try edits.editOnce() }
      let brief = edits.editor.brief
      texts.append(brief.source[brief.frontMatter])
      for (path, text) in edits.expected.sorted(by: { $0.key < $1.key }) {
        expected += path + "\t" + hexadecimal(text) + "\n"
      }
      expected += "--\n"
    }
    guard let read = try readWithPython(texts) else { return }
    #expect(read.utf8.elementsEqual(expected.utf8))
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `text typed without quotes keeps every word`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let text = NastyText.line(&generator)
    guard let first = text.utf8.first, !"'\"|>".utf8.contains(first), !text.isWhiteSpace else {
      return
    }
    let brief = try brief("promises:\n  - id: P1\n    text: \(text)\n    due: x\ngoal: \(text)")
    let mended = brief.source.bytes.applying(Formatting.format(brief, using: &generator))
    let again = try #require(Brief(reading: SourceText(mended)))
    #expect(again.isSound, "\(text)")
    for words in [again.item("P1")?.string(.text), again.fields.string(.goal)] {
      #expect((words ?? "").utf8.elementsEqual(text.utf8), "\(text)")
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func `formatting twice is formatting once`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let given = try brief(garbled(&generator))
    let once = given.source.bytes.applying(Formatting.format(given, using: &generator))
    let formatted = try #require(Brief(reading: SourceText(once)))
    let shown = String(decoding: once, as: UTF8.self)
    #expect(
      Formatting.format(formatted, using: &generator).isEmpty,
      "\(given.source[given.frontMatter]) \n\(shown)")
    #expect(once[formatted.body].elementsEqual(given.source.bytes[given.body]))
    if let before = given.tree, given.findings.isEmpty, let after = formatted.tree {
      let kept = flattened(ValueTree(after))
      #expect(flattened(ValueTree(before)).allSatisfy { kept.values.contains($0.value) })
    }
    #expect(formatted.items.count >= given.items.count || !given.isSound)
  }

  /// Lines as a hurried person might leave them.
  private func garbled(_ generator: inout SeededGenerator) -> String {
    let keys = ["text", "due", "id", "quote", "bounded_by", "x-own", "txt", "objective"]
    let tops = ["goal", "account", "promises", "risks", "meeting", "x-mine", "after", "status"]
    return (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      let text = NastyText.line(&generator)
      let key = keys.randomElement(using: &generator) ?? ""
      let top = tops.randomElement(using: &generator) ?? ""
      return switch Int.random(in: 0..<11, using: &generator) {
      case 0: "# \(text)"
      case 1: "\(top):"
      case 2: "\(top): \(text) "
      case 3: "  - \(text)"
      case 4: "  - \(key): \(text)"
      case 5, 6: "    \(key): \(text)"
      case 7: "      \(text)  "
      case 8: "\(top): [{text: \(text)}, a]"
      case 9: "    \(key): |"
      default: " "
      }
    }.joined(separator: "\n")
  }

  private func commentLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n")).filter { line in
      line.first { $0 != 0x20 } == UInt8(ascii: "#")
    }
  }

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  /// What PyYAML reads, flattened as `flattened` does; nil where there is none.
  private func readWithPython(_ texts: [String]) throws -> String? {
    let script = """
      import sys
      try: import yaml
      except ImportError: sys.exit(0)
      def walk(value, path):
        if isinstance(value, dict):
          for key, inner in value.items(): yield from walk(inner, path + [key])
        elif isinstance(value, list) and value:
          for index, inner in enumerate(value): yield from walk(inner, path + [str(index)])
        else: yield "/".join(path), "[]" if value == [] else value
      for text in sys.stdin.buffer.read().split(b"\\0"):
        loaded = yaml.load(text.decode(), Loader=yaml.BaseLoader)
        for path, value in sorted(walk(loaded, [])):
          print(path + "\\t" + value.encode("utf-8", "surrogatepass").hex())
        print("--")
      """
    let python = environment("HANDOFF_TEST_PYTHON") ?? "python3"
    let output = try run(
      "/usr/bin/env", [python, "-c", script], in: "/",
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1"],
      input: Array(texts.joined(separator: "\0").utf8))
    if !output.errorText.isEmpty { Issue.record("\(output.errorText)") }
    return output.text.isEmpty ? nil : output.text
  }

  private func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
