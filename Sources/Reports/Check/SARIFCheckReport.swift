import Diagnostics

/// The findings as SARIF 2.1.0.
struct SARIFCheckReport {
  let report: CheckReport
  let tool: CheckReport.Tool

  var rendered: String {
    let document: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": ["driver": driver],
          "columnKind": "unicodeCodePoints",
          "results": .array(report.diagnostics.map(result)),
        ]
      ],
    ]
    return document.text + "\n"
  }

  private var driver: JSONValue {
    [
      "name": "handoff",
      "version": .string(tool.version),
      "rules": .array(
        tool.rules.map { rule in
          [
            "id": .string(rule.id),
            "shortDescription": ["text": .string(rule.summary)],
            "help": ["text": .string(rule.help)],
          ]
        }),
    ]
  }

  private func result(_ diagnostic: Diagnostic) -> JSONValue {
    var location: [(key: String, value: JSONValue)] = [
      ("physicalLocation", physicalLocation(diagnostic))
    ]
    if let name = logicalName(diagnostic) {
      location.append(("logicalLocations", [["fullyQualifiedName": .string(name)]]))
    }
    let text = [diagnostic.message, diagnostic.help].filter { !$0.isEmpty }
      .joined(separator: "\n")
    return [
      "ruleId": .string(diagnostic.rule),
      "level": .string(diagnostic.severity.rawValue),
      "message": ["text": .string(escapedMessage(text))],
      "locations": [.object(location)],
    ]
  }

  private func physicalLocation(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "artifactLocation": ["uri": .string(percentEncoded(diagnostic.path))],
      "region": [
        "startLine": .integer(diagnostic.start.line),
        "startColumn": .integer(diagnostic.start.column),
        "endLine": .integer(diagnostic.end.line),
        "endColumn": .integer(diagnostic.end.column),
      ],
    ]
  }

  /// The item as people name it, such as `acme-onboarding/X1`.
  private func logicalName(_ diagnostic: Diagnostic) -> String? {
    guard let brief = diagnostic.brief else { return nil }
    return diagnostic.item.map { "\(brief)/\($0)" } ?? brief
  }

  /// A message in which nothing is a link: brackets make one unless a backslash precedes them.
  private func escapedMessage(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "[" || scalar == "]" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result
  }

  /// A path as a relative URI; a first segment with a colon cannot be taken for a scheme.
  private func percentEncoded(_ path: String) -> String {
    var result: [UInt8] = []
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.append(byte)
      default:
        result.append(UInt8(ascii: "%"))
        result += (byte < 16 ? "0" : "").utf8
        result += String(byte, radix: 16, uppercase: true).utf8
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
