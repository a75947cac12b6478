import TestSupport

/// Damages a file as editors, merges and malice do; the same seed does the same damage.
struct Mutator {
  private var generator: SeededGenerator
  private var bytes: [UInt8]

  /// The file with one to six mutations, few being likelier than many.
  static func mutated(_ bytes: [UInt8], seed: Int) -> [UInt8] {
    var mutator = Mutator(
      generator: SeededGenerator(seed: UInt64(truncatingIfNeeded: seed)), bytes: bytes)
    let count = min(1 + mutator.below(6), 1 + mutator.below(6))
    for _ in 0..<count { mutator.mutate() }
    return mutator.bytes
  }

  private mutating func mutate() {
    switch below(24) {
    case 0: flipBits()
    case 1: flipByte()
    case 2: removeBytes()
    case 3: truncate()
    case 4, 5: removeLines()
    case 6: repeatLines()
    case 7: moveLines()
    case 8: swapLines()
    case 9: insert(naughtyText(), at: anyOffset())
    case 10, 11: replaceValue(with: naughtyText())
    case 12: replaceValue(with: Array(Mutator.indicators[below(Mutator.indicators.count)].utf8))
    case 13, 14:
      insert(Array(Mutator.indicators[below(Mutator.indicators.count)].utf8), at: anyOffset())
    case 15: beginLine(with: Array(Mutator.indicators[below(Mutator.indicators.count)].utf8))
    case 16: toggleLineEndings()
    case 17: toggleByteOrderMark()
    case 18: beginLine(with: spaces())
    case 19: replaceValue(with: nesting())
    case 20: insert(nesting(), at: anyOffset())
    case 21: insert(Mutator.invalid[below(Mutator.invalid.count)], at: anyOffset())
    case 22:
      insert(Array(Mutator.separators[below(Mutator.separators.count)].utf8), at: anyOffset())
    default: insertLine(Array(Mutator.lines[below(Mutator.lines.count)].utf8))
    }
  }

  // MARK: Bytes

  private mutating func flipBits() {
    guard !bytes.isEmpty else { return }
    bytes[below(bytes.count)] ^= 1 << UInt8(below(8))
  }

  private mutating func flipByte() {
    guard !bytes.isEmpty else { return }
    bytes[below(bytes.count)] = UInt8(below(256))
  }

  private mutating func removeBytes() {
    let start = anyOffset()
    bytes.removeSubrange(start..<min(bytes.count, start + 1 + below(40)))
  }

  private mutating func truncate() { bytes.removeSubrange(anyOffset()...) }

  private mutating func insert(_ text: [UInt8], at offset: Int) {
    bytes.insert(contentsOf: text, at: offset)
  }

  private mutating func toggleByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
    } else {
      bytes.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
    }
  }

  /// All line ends at once, or one of them, as a merge of two editors' work leaves them.
  private mutating func toggleLineEndings() {
    if below(2) == 0 {
      insert([0x0D], at: anyOffset())
    } else if bytes.contains(0x0D) {
      bytes.removeAll { $0 == 0x0D }
    } else {
      bytes = bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }
  }

  // MARK: Lines

  private mutating func withLines(_ change: (inout Mutator, inout [[UInt8]]) -> Void) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { Array($0) }
    change(&self, &lines)
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  private mutating func removeLines() {
    withLines { mutator, lines in lines.removeSubrange(mutator.someLines(of: lines)) }
  }

  private mutating func repeatLines() {
    withLines { mutator, lines in
      let some = Array(lines[mutator.someLines(of: lines)])
      let count = mutator.below(8) == 0 ? 1 + mutator.below(60) : 1
      let copies = Array(repeatElement(some, count: count).joined())
      lines.insert(contentsOf: copies, at: mutator.below(lines.count + 1))
    }
  }

  private mutating func moveLines() {
    withLines { mutator, lines in
      let range = mutator.someLines(of: lines)
      let some = Array(lines[range])
      lines.removeSubrange(range)
      lines.insert(contentsOf: some, at: mutator.below(lines.count + 1))
    }
  }

  private mutating func swapLines() {
    withLines { mutator, lines in
      lines.swapAt(mutator.below(lines.count), mutator.below(lines.count))
    }
  }

  private mutating func insertLine(_ line: [UInt8]) {
    withLines { mutator, lines in lines.insert(line, at: mutator.below(lines.count + 1)) }
  }

  private mutating func beginLine(with text: [UInt8]) {
    withLines { mutator, lines in
      let index = mutator.below(lines.count)
      lines[index] = text + lines[index]
    }
  }

  /// What stands behind the colon of a line becomes something else.
  private mutating func replaceValue(with text: [UInt8]) {
    withLines { mutator, lines in
      let index = mutator.below(lines.count)
      guard let colon = lines[index].firstIndex(of: UInt8(ascii: ":")) else { return }
      lines[index] = lines[index][...colon] + [0x20] + text
    }
  }

  private mutating func someLines(of lines: [[UInt8]]) -> Range<Int> {
    let start = below(lines.count)
    return start..<min(lines.count, start + 1 + below(6))
  }

  // MARK: Choices

  private mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  private mutating func anyOffset() -> Int { below(bytes.count + 1) }

  private mutating func naughtyText() -> [UInt8] { Corpus.naughty[below(Corpus.naughty.count)] }

  private mutating func spaces() -> [UInt8] {
    Array(repeating: 0x20, count: below(16) == 0 ? 1 + below(20_000) : 1 + below(9))
  }

  /// One marker again and again: lists in lists, quotations in quotations.
  private mutating func nesting() -> [UInt8] {
    let marker = Array(Mutator.markers[below(Mutator.markers.count)].utf8)
    return Array(repeatElement(marker, count: 1 + below(below(8) == 0 ? 5_000 : 100)).joined())
  }
}

extension Mutator {
  private static let indicators = [
    "- ", "? ", ": ", ":", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!!str ", "!x ", "|",
    ">", "|-", ">+2", "'", "\"", "%", "@", "`", "---", "...", "---\n", "\n---\n", "\n...\n", "<<: ",
    "<<: *a", "~", "null", "\t", "\\", "\"\\x41", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}",
    "[a, [b, {c: d}]]", "none", "%YAML 1.2\n---\n", "![[]()", "<?", "<!--", "](x \"", "```\n",
  ]

  private static let markers = [
    "[", "{", "- ", "{a: ", "? ", "> ", ">", "* ", "*", "_", "`", "![", "[a](", "<?", "<!", "\\",
    "#", "| ", "~", "''", "\"", "&a *a ", "… ", "\n", "\r", "\u{2028}", "\u{301}", "😀", "ß",
  ]

  private static let separators = [
    "\r", "\u{B}", "\u{C}", "\u{1C}", "\u{85}", "\u{2028}", "\u{2029}", "\u{FEFF}", "\u{200B}",
    "\u{202E}", "\u{2066}", "\u{0}", "\u{1B}[31m", "\u{7F}", "\u{FFFE}", "\u{FFFF}", "\u{10FFFF}",
  ]

  private static let invalid: [[UInt8]] = [
    [0x80], [0xC0, 0xAF], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
    [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF], [0xFF, 0xFE], [0xFE, 0xFF, 0, 0x41],
  ]

  private static let lines = [
    "status: submitted", "status: accepted", "status: started", "status: done", "type: no-such",
    "after: [acme-onboarding]", "    withdrawn: no longer needed", "    withdrawn: ", "  - id: P1",
    "  - id: X1", "  - one line of text", "    source: [E1#L1, E1@00:01:05, E9#L1-L0]",
    "    quote: you will get … 43 users", "    carried: acme-sdr/X1", "    text: ", "promises: []",
    "exclusions: none", "risks:", "x-own: [a, {b: c}]", "go_live: 2026-02-30",
    "kickoff: 9999-12-31",
    "waivers:", "  - id: W1\n    rule: vague-promise\n    reason: r\n    by: lee@northwind.example",
    "approvals:", "  - role: sales\n    by: dana@northwind.example\n    at: 2026-07-20T10:00:00Z",
    "## Next steps", "# Timeline", "| a | b |\n| - | - |\n| c |", "[a]: <b> 'c'",
    "Not discussed yet",
    "We guarantee a 20% discount by 31/12/2026, and will include everything.",
    "00:14:20 Ana: we close in nine days", "On Mon, 3 Aug 2026, Ana Ruiz wrote:",
  ]
}
