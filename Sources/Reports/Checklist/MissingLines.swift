internal import Diagnostics

extension [Diagnostic] {
  /// What is still missing, under its heading, for a terminal.
  func missingLines(isColored: Bool) -> [String] {
    ["Still missing".styled(.bold, if: isColored)]
      + (isEmpty ? ["  nothing"] : flatMap { $0.missingLines(isColored: isColored) })
  }

  /// What is still missing, as a section of Markdown.
  var missingInMarkdown: String {
    var output = "## Still missing\n\n"
    if isEmpty { output += "Nothing.\n" }
    for diagnostic in self {
      output += "- [ ] \(diagnostic.message.escapedForMarkdown)"
      if diagnostic.severity == .error { output += " (must be mended)" }
      output += "\n"
      if !diagnostic.help.isEmpty { output += "  - \(diagnostic.help.escapedForMarkdown)\n" }
    }
    return output
  }
}

extension Diagnostic {
  fileprivate func missingLines(isColored: Bool) -> [String] {
    let word = severity.rawValue.styled(TerminalStyle(severity), if: isColored)
    let line =
      "  [ ] \(word): \(message.escapingControls) "
      + "(line \(start.line), \(rule.escapingControls))"
    return help.isEmpty ? [line] : [line, "      → " + help.escapingControls]
  }
}
