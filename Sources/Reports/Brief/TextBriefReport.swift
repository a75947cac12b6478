internal import Briefs
internal import Diagnostics

/// A brief for people at a terminal.
struct TextBriefReport {
  let report: BriefReport
  let isColored: Bool

  var rendered: String {
    var lines: [String] = []
    if report.item == nil { lines += header }
    for group in report.groups {
      if !lines.isEmpty { lines.append("") }
      lines += group.textLines(isColored: isColored)
    }
    if report.item == nil { lines += summary }
    return lines.map { $0 + "\n" }.joined()
  }

  private var header: [String] {
    let lines = report.header
    let width = lines.map(\.label.terminalWidth).max() ?? 0
    return [BriefHeader.title(of: report.brief).escapingControls.styled(.bold, if: isColored)]
      + lines.map { label, words in
        label.padded(to: width).styled(.faint, if: isColored) + "  " + words.onOneLine
      }
  }

  private var summary: [String] {
    SummarySections(of: report.brief).sections.flatMap { section in
      ["", (section.title ?? "Summary").onOneLine.styled(.bold, if: isColored)]
        + section.text.safeLines.map { $0.isEmpty ? "" : "  " + $0 }
    }
  }
}

extension BriefOutline.Group {
  /// The group as lines of a terminal.
  func textLines(isColored: Bool) -> [String] {
    var lines = [title.styled(.bold, if: isColored)]
    if let absence { lines.append("  " + absence.onOneLine) }
    let width = entries.map(\.name.onOneLine.terminalWidth).max() ?? 0
    let margin = String(repeating: " ", count: width == 0 ? 2 : width + 4)
    for entry in entries {
      let name = entry.name.onOneLine.padded(to: width)
      let words = (entry.isWithdrawn ? "withdrawn: " : "") + entry.text.onOneLine
      lines.append("  " + (width == 0 ? "" : name.styled(.bold, if: isColored) + "  ") + words)
      lines += entry.details.map { margin + $0.onOneLine.styled(.faint, if: isColored) }
    }
    return lines
  }
}

extension String {
  /// The text on one line, safe to print.
  var onOneLine: String { collapsingWhiteSpace.escapingControls }

  /// The text's lines, each safe to print.
  var safeLines: [String] {
    unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      if line.last == "\r" { line.removeLast() }
      return String(line).escapingControls
    }
  }
}
