/// A table at the beginning of some lines, as GitHub writes one: a head, a rule and rows.
struct MarkdownTable {
  /// How many lines it takes.
  let lineCount: Int

  private let indent: String
  private let head: [String]
  private let rows: [[String]]

  /// Reads a table; nil where the lines begin with none, or with one that no letter would hold.
  init?(_ lines: ArraySlice<String>) {
    guard let first = lines.first, let ruler = lines.dropFirst().first,
      first.utf8.contains(UInt8(ascii: "|")), first.utf8.count <= MarkdownTable.widest,
      MarkdownTable.isRuler(ruler)
    else { return nil }
    head = MarkdownTable.cells(of: first)
    guard head.count == MarkdownTable.cells(of: ruler).count,
      first.unicodeScalars.first(where: { $0 != " " }) != ">"
    else { return nil }
    let body = lines.dropFirst(2).prefix(MarkdownTable.mostRows + 1).prefix {
      $0.utf8.contains(UInt8(ascii: "|"))
    }
    guard body.count <= MarkdownTable.mostRows else { return nil }
    rows = body.map { MarkdownTable.cells(of: $0) }
    lineCount = body.count + 2
    indent = String(first.unicodeScalars.prefix { $0 == " " })
  }

  /// The rows as items of a list, each cell behind the words of its head.
  var items: [String] {
    if rows.isEmpty { return ["\(indent)- " + head.filter { !$0.isEmpty }.joined(separator: "; ")] }
    return rows.compactMap { row in
      let parts = row.enumerated().compactMap { column, words -> String? in
        if words.isEmpty { return nil }
        let name = column < head.count ? head[column] : ""
        if name.isEmpty { return words }
        return name.hasSuffix(":") ? "\(name) \(words)" : "\(name): \(words)"
      }
      return parts.isEmpty ? nil : "\(indent)- " + parts.joined(separator: "; ")
    }
  }

  /// Whether a line is the rule below a head, such as `|---|:-:|`.
  private static func isRuler(_ line: String) -> Bool {
    line.utf8.contains(UInt8(ascii: "|"))
      && cells(of: line).allSatisfy { cell in
        var marks = cell.utf8[...]
        if marks.first == UInt8(ascii: ":") { marks = marks.dropFirst() }
        if marks.last == UInt8(ascii: ":") { marks = marks.dropLast() }
        return !marks.isEmpty && marks.allSatisfy { $0 == UInt8(ascii: "-") }
      }
  }

  /// What stands between the bars of a line; a bar behind a backslash is a letter.
  private static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in line.unicodeScalars {
      if scalar == "|", !isEscaped {
        cells.append(String(cell).trimmed)
        cell = .init()
      } else {
        cell.append(scalar)
      }
      isEscaped = scalar == "\\" && !isEscaped
    }
    cells.append(String(cell).trimmed)
    if cells.first == "" { cells.removeFirst() }
    if cells.last == "" { cells.removeLast() }
    return cells
  }

  /// Each row repeats the head: a table beyond these would grow without end.
  private static let widest = 200
  private static let mostRows = 1_000
}

extension String {
  fileprivate var trimmed: String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\t" || scalar == "\r"
    }
    var scalars = unicodeScalars.drop(while: isSpace)
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return String(scalars)
  }
}
