import FoundationEssentials
import Rules
import Testing

/// The files that the rules are written in, and where each example stands in them.
enum RuleSources {
  /// The rules' files by name, without those that hold no rule.
  static let texts: [String: String] = {
    let folder = Scaffold.root + "/Sources/Rules"
    var texts: [String: String] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? [] {
      guard path.hasSuffix(".swift"), path.contains("/"),
        let text = try? String(contentsOfFile: folder + "/" + path, encoding: .utf8)
      else { continue }
      texts[path] = text
    }
    return texts
  }()

  static func cases(_ examples: KeyPath<RuleDocumentation, [RuleExample]>) -> [RuleCase] {
    RuleCatalog.all.filter { !($0 is any PolicyRule.Type) }.flatMap { rule in
      let documentation = rule.documentation
      var lines = ExampleLines(documentation)
      return documentation[keyPath: examples].map { example in
        RuleCase(rule: rule, example: example, location: lines.location(of: example))
      }
    }
  }

  /// Finds examples in a rule's file, one after the other.
  private struct ExampleLines {
    let fileID: String
    let path: String
    var rest: Substring
    var line = 1

    init(_ documentation: RuleDocumentation) {
      fileID = documentation.fileID
      let name = "/" + (fileID.split(separator: "/").last ?? "")
      path = RuleSources.texts.keys.first { $0.hasSuffix(name) } ?? ""
      rest = RuleSources.texts[path].map { $0[...] } ?? ""
    }

    mutating func location(of example: RuleExample) -> SourceLocation {
      let first = example.text.split(separator: "\n").first ?? ""
      if let found = rest.firstRange(of: first) {
        line += rest[..<found.lowerBound].count { $0 == "\n" }
        rest = rest[found.lowerBound...].dropFirst()
      }
      return SourceLocation(
        fileID: fileID, filePath: Scaffold.root + "/Sources/Rules/" + path, line: line, column: 1)
    }
  }
}
