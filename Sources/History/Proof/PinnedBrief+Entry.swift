internal import Briefs
internal import Diagnostics
internal import Git

extension PinnedBrief {
  /// The lines of an item of this version, from its first to the one at which it ends.
  ///
  /// The command prints nothing of what does not stand below the key of the item's list, and goes on
  /// to the next line that is no deeper than the item begins: nothing at its end can be left out.
  /// An item that is not written so, as one in brackets, is printed by the numbers of its lines.
  func lines(_ purpose: String, _ item: Item) -> ItemProof.Check? {
    let source = brief.source
    let numbers = numbers(of: item.span)
    let entry = WrittenEntry(
      first: numbers.lowerBound, of: item.list, in: source, closing: closingLine)
    guard let entry, let end = entry.printed.last, end > numbers.upperBound else {
      return lines(purpose, item.span)
    }
    guard let texts = ItemProof.Check.texts(of: entry.first...end, in: source) else { return nil }
    return ItemProof.Check(
      purpose: "\(purpose), and the line at which it ends",
      command: "git cat-file blob \(file) | sed -n \(entry.script(hasReturns: hasReturns))",
      prints: texts, commit: commit)
  }
}

/// An entry of a list as a block of lines, and how sed prints it.
private struct WrittenEntry {
  let first: Int
  let printed: [Int]
  private let key: String
  private let depth: Int

  /// Nil where the line does not begin with a dash.
  init?(first: Int, of list: ItemList, in source: SourceText, closing: Int) {
    let line = source.bytes[source.range(ofLine: first)]
    depth = line.prefix { $0 == space }.count
    guard line.dropFirst(depth).first == dash, depth < 100 else { return nil }
    key = "\(list.rawValue):"
    self.first = first
    printed = Self.printed(first, key, depth, source, closing)
  }

  /// The numbers of the lines that sed prints, which must follow on one another.
  private static func printed(
    _ first: Int, _ key: String, _ depth: Int, _ source: SourceText, _ closing: Int
  ) -> [Int] {
    var isInList = false
    var isInEntry = false
    var numbers: [Int] = []
    for number in 1...closing {
      let line = source.bytes[source.range(ofLine: number)]
      if !isInList {
        isInList = line.starts(with: key.utf8)
        if !isInList { continue }
      } else if let byte = line.first, byte != space, byte != hash, byte != dash {
        isInList = false
      }
      if isInEntry {
        numbers.append(number)
        let indent = line.prefix { $0 == space }.count
        if let byte = line.dropFirst(indent).first, byte != hash, indent <= depth { return numbers }
      } else if number == first {
        isInEntry = true
        numbers.append(number)
      }
    }
    return []
  }

  /// From the key of the list to the next key, from the first line to the next that is no deeper.
  func script(hasReturns: Bool) -> String {
    let deep = depth == 0 ? "" : " \\{0,\(depth)\\}"
    return hasReturns
      ? "\"1,/^---\(PinnedBrief.anyReturn)\\$/{/^\(key)/,/^[^ #\(aReturn)-]/{"
        + "\(first),/^\(deep)[^ #\(aReturn)]/{s/\(aReturn)\\$//;p;};};}\""
      : "'1,/^---$/{/^\(key)/,/^[^ #-]/{\(first),/^\(deep)[^ #]/p;};}'"
  }
}

private let space = UInt8(ascii: " ")
private let dash = UInt8(ascii: "-")
private let hash = UInt8(ascii: "#")
private let aReturn = "$(printf '\\r')"
