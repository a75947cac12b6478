import FoundationEssentials

/// Makes a whole file of an example's fragment: what the fragment leaves out is that of a valid
/// brief.
enum Scaffold {
  /// The top of the package.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// A brief without a fault, which the fragments change.
  static let brief: String = {
    let path = root + "/Tests/Samples/acme-onboarding.md"
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      preconditionFailure("the sample brief is in Tests/Samples")
    }
    return text
  }()

  /// The file that a fragment stands for, its marks included.
  static func file(_ fragment: String) -> String {
    if unmarked(fragment).drop(while: { $0 == " " }).hasPrefix("---") { return fragment }
    var parts = Parts(file: brief)
    parts.merge(Parts(fragment: fragment))
    return parts.text
  }

  private static func unmarked(_ text: some StringProtocol) -> String {
    String(text.filter { $0 != "⟪" && $0 != "⟫" })
  }

  /// A brief cut into the fields of its front-matter and the sections of its summary.
  private struct Parts {
    struct Part {
      /// A field's key, or a section's heading with its number signs.
      let name: String
      var lines: [Substring]
    }

    var fields: [Part] = []
    var sections: [Part] = []

    init(file: String) {
      self.init(
        fragment: file.split(separator: "\n", omittingEmptySubsequences: false)
          .filter { $0 != "---" }.joined(separator: "\n"))
    }

    init(fragment: String) {
      for line in fragment.split(separator: "\n", omittingEmptySubsequences: false) {
        let name = Scaffold.name(ofPartThatBeginsWith: line)
        if name.hasPrefix("## ") || name.hasPrefix("!## ") {
          sections.append(Part(name: name, lines: [line]))
        } else if !sections.isEmpty {
          sections[sections.count - 1].lines.append(line)
        } else if !name.isEmpty || fields.isEmpty {
          fields.append(Part(name: name, lines: [line]))
        } else {
          fields[fields.count - 1].lines.append(line)
        }
      }
    }

    mutating func merge(_ fragment: Parts) {
      fields = Parts.merged(fields, fragment.fields)
      sections = Parts.merged(sections, fragment.sections)
    }

    private static func merged(_ valid: [Part], _ changes: [Part]) -> [Part] {
      var result = valid
      var replaced: Set<String> = []
      for change in changes where !change.lines.allSatisfy(\.isEmpty) {
        if change.name.hasPrefix("!") {
          result.removeAll { $0.name == change.name.dropFirst() }
        } else if let index = result.lastIndex(where: { $0.name == change.name }) {
          if replaced.contains(change.name) {
            result.insert(change, at: index + 1)
          } else {
            result[index] = change
          }
        } else {
          result.append(change)
        }
        replaced.insert(change.name)
      }
      return result
    }

    var text: String {
      let lines: [Substring] =
        ["---"] + fields.flatMap(\.lines).filter { !$0.isEmpty } + ["---", ""]
        + sections.flatMap { $0.lines + ($0.lines.last == "" ? [] : [""]) }
      return lines.joined(separator: "\n")
    }
  }

  /// The name of the part that a line begins; empty where it goes on with the part before.
  private static func name(ofPartThatBeginsWith line: Substring) -> String {
    let line = unmarked(line)
    if line.hasPrefix("## ") || line.hasPrefix("!") { return line }
    guard let first = line.first, !first.isWhitespace, first != "-", first != "#" else { return "" }
    return String(line.prefix { $0 != ":" })
  }
}
