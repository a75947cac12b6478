import Briefs
import Diagnostics
import Reports
import Testing

/// Front-matter with what the reader says of it, for a validator to be compared with.
struct AgreementCase {
  let frontMatter: String

  /// What the reader finds, where a schema can find it too.
  let faults: [String]

  /// The front-matter as our parser understands it.
  let tree: JSONValue

  var isRefused: Bool { !faults.isEmpty }

  init(frontMatter: String) throws {
    let brief = try #require(Brief(reading: SourceText("---\n" + frontMatter + "---\n")))
    #expect(brief.isSound, "\(frontMatter)")
    let bytes = Array(frontMatter.utf8)
    let root = try #require(YAMLParser.parse(bytes, in: 0..<bytes.count).root)
    self.frontMatter = frontMatter
    faults =
      brief.findings.filter { ["unknown-field", "invalid-value"].contains($0.rule) }.map(\.message)
      + brief.missing
    tree = root.json
  }

  /// The case on a line of its own.
  var line: String {
    let object: JSONValue = [
      "yaml": .string(frontMatter), "tree": tree, "faults": .array(faults.map { .string($0) }),
    ]
    return object.text + "\n"
  }
}

extension Brief {
  /// What must be there whatever the status, and is not.
  fileprivate var missing: [String] {
    let own = [FieldName.handoff, .type, .status].filter { fields.string($0) == nil }
    let entries = items.filter { item in
      !item.isOneLine && item.id == nil
        && Catalogue.fields(of: item.list).contains { $0.name == .id }
    }
    return own.map { "no \($0.rawValue)" } + entries.map { "a \($0.list.noun) without id" }
  }
}

extension YAMLNode {
  /// The node with every scalar as text.
  fileprivate var json: JSONValue {
    switch self {
    case .scalar(let scalar): .string(scalar.text)
    case .sequence(let sequence): .array(sequence.items.map(\.json))
    case .mapping(let mapping):
      .object(mapping.entries.map { (key: $0.key.text, value: $0.value.json) })
    }
  }
}
