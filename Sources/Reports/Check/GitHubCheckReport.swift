import Diagnostics

/// The findings as workflow commands, which a forge shows beside the lines of a change.
struct GitHubCheckReport {
  let report: CheckReport

  var rendered: String {
    report.diagnostics.map { command($0) + "\n" }.joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    var properties = [
      ("file", diagnostic.path), ("line", String(diagnostic.start.line)),
      ("endLine", String(diagnostic.end.line)), ("col", String(diagnostic.start.column)),
    ]
    // The forge takes an end column only within one line.
    if diagnostic.end.line == diagnostic.start.line {
      properties.append(("endColumn", String(diagnostic.end.column)))
    }
    properties.append(("title", diagnostic.rule))
    let fields = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
    let text = [diagnostic.message, diagnostic.help].filter { !$0.isEmpty }
      .map { escaped($0, isProperty: false) }
    return "::\(diagnostic.severity.rawValue) \(fields.joined(separator: ","))"
      + "::\(text.joined(separator: "%0A"))"
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.escapingControls.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
