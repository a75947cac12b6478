internal import Briefs

/// A difference for people at a terminal.
struct TextDifferenceReport {
  let report: DifferenceReport
  let isColored: Bool

  var rendered: String {
    var lines: [TerminalText] = []
    for brief in report.briefs {
      if !lines.isEmpty { lines.append("") }
      lines += header(of: brief)
      lines += brief.changeLines(isColored: isColored)
    }
    return lines.text
  }

  private func header(of brief: ComparedBrief) -> [TerminalText] {
    let place = "\(brief.path) · from \(report.old.name) to \(report.new.name)"
    return [
      TerminalText("\(brief.title)").styled(.bold, if: isColored),
      TerminalText("\(place.collapsingWhiteSpace)").styled(.faint, if: isColored),
    ] + brief.notes.map { "\($0.collapsingWhiteSpace)" }
  }
}

extension ComparedBrief {
  /// Everything that changed, each part below an empty line.
  func changeLines(isColored: Bool) -> [TerminalText] {
    var lines: [TerminalText] = []
    for group in DifferenceOutline(of: self).groups {
      lines += [""] + group.textLines(isColored: isColored)
    }
    for part in SummaryChange.all(in: difference.body) {
      lines += part.inBrief.textLines(called: "Summary", isColored: isColored)
    }
    return lines
  }
}

extension SummaryChange {
  /// The changed lines below the title, or below a name where there is none.
  func textLines(called name: String, isColored: Bool) -> [TerminalText] {
    let head: TerminalText = "\((title ?? name).collapsingWhiteSpace)"
    return ["", head.styled(.bold, if: isColored)]
      + lines.map { "  \($0.text(isColored: isColored))" }
  }
}

extension DifferenceOutline.Group {
  /// The group as lines of a terminal.
  func textLines(isColored: Bool) -> [TerminalText] {
    var lines = [TerminalText("\(title.collapsingWhiteSpace)").styled(.bold, if: isColored)]
    let width = entries.map(\.name.onOneLine.terminalWidth).max() ?? 0
    let margin = String(repeating: " ", count: width == 0 ? 2 : width + 4)
    for entry in entries {
      let name: TerminalText = "\(entry.name.onOneLine.padded(to: width))"
      let head: TerminalText = width == 0 ? "" : "\(name.styled(.bold, if: isColored))  "
      lines.append("  \(head)\(entry.text(isColored: isColored))")
      lines += entry.details.map { "\(margin)\($0.text(isColored: isColored))" }
    }
    return lines
  }
}

extension DifferenceOutline.Entry {
  fileprivate func text(isColored: Bool) -> TerminalText {
    guard let ending else { return words.text(isColored: isColored) }
    let phrase: TerminalText = words.isEmpty ? "" : "“\(words.text(isColored: isColored))” "
    let whole: TerminalText = "\(phrase)\(ending.collapsingWhiteSpace)"
    switch fate {
    case .gone: return whole.styled(.red, if: isColored)
    case .new: return whole.styled(.green, if: isColored)
    case .changed: return whole
    }
  }
}

extension DifferenceOutline.Detail {
  fileprivate func text(isColored: Bool) -> TerminalText {
    guard let label else { return words.text(isColored: isColored).styled(.faint, if: isColored) }
    return "\(label.collapsingWhiteSpace): \(words.text(isColored: isColored))"
  }
}

extension MarkedWords {
  /// The words with colours, or with `[-…-]` and `{+…+}` where there are none.
  func text(isColored: Bool) -> TerminalText {
    TerminalText(self) { run in
      switch run {
      case .kept(let text): "\(text)"
      case .removed(let text):
        isColored ? TerminalText("\(text)").styled(.struck, if: true) : "[-\(text)-]"
      case .added(let text):
        isColored ? TerminalText("\(text)").styled(.green, if: true) : "{+\(text)+}"
      }
    }
  }
}
