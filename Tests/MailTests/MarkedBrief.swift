import Briefs
import Diagnostics

/// A brief made from the catalogue, with a mark of its own in every field that can hold one.
struct MarkedBrief {
  /// Each mark with the field that has it, such as `risks.text`; of withdrawn items all fields.
  let marks: [(mark: String, field: String)]

  let brief: Brief

  init() {
    var lines = ["---"]
    var marks: [(mark: String, field: String)] = []
    func entry(_ field: FieldSpecification, _ place: String, _ margin: String) {
      let number = 1_000 + marks.count
      guard let (value, mark) = field.kind.marked(number) else {
        if let word = field.kind.plain { lines.append("\(margin)\(field.name.rawValue): \(word)") }
        return
      }
      lines.append("\(margin)\(field.name.rawValue): \(value)")
      marks.append((mark, "\(place)\(field.name.rawValue)"))
      guard mark.hasSuffix("-01-01") else { return }
      marks.append(("January \(mark.prefix(4))", "\(place)\(field.name.rawValue)"))
    }
    for field in Catalogue.brief { entry(field, "", "") }
    for block in Block.allCases {
      lines.append("\(block.rawValue):")
      for field in Catalogue.fields(of: block) { entry(field, "\(block.rawValue).", "  ") }
    }
    for list in ItemList.allCases {
      lines.append("\(list.rawValue):")
      let fields = Catalogue.fields(of: list)
      lines.append("  -")
      for field in fields where field.name != .withdrawn {
        entry(field, "\(list.rawValue).", "    ")
      }
      guard fields.contains(where: { $0.name == .withdrawn }) else { continue }
      lines.append("  -")
      for field in fields { entry(field, "withdrawn \(list.rawValue).", "    ") }
    }
    lines += ["x-team: canary999end", "---", "", "## Next steps", "", "We talk on Friday.", ""]
    marks.append(("canary999end", "x-team"))
    self.marks = marks
    brief = Brief(reading: SourceText(lines.joined(separator: "\n"))) ?? .gone
  }
}

extension FieldKind {
  /// A value of the kind that nothing else has, and what to look for.
  fileprivate func marked(_ number: Int) -> (value: String, mark: String)? {
    let mark = "canary\(number)end"
    switch self {
    case .freeText, .word, .briefID, .foreignItem, .signature:
      return (self == .foreignItem ? "\(mark)/P1" : mark, mark)
    case .address, .actor: return ("\(mark)@mail.example", mark)
    case .path: return ("evidence/\(mark).txt", mark)
    case .url: return ("https://\(mark).example/", mark)
    case .itemID: return ("KA-\(number)", "KA-\(number)")
    case .source: return ("E1#L98\(number)", "98\(number)")
    case .number: return ("98\(number)", "98\(number)")
    case .date, .day: return ("\(1_000 + number)-01-01", "\(1_000 + number)-01-01")
    case .instant: return ("\(1_000 + number)-01-01T10:00:00Z", "\(1_000 + number)-01-01")
    case .digest: return ("sha256:" + "\(number)".repeated(16), "\(number)".repeated(16))
    case .sha256: return ("\(number)".repeated(16), "\(number)".repeated(16))
    case .choice: return nil
    }
  }

  /// A value that cannot tell where it comes from.
  fileprivate var plain: String? {
    if case .choice(let words) = self { return words.first }
    return nil
  }
}

extension String {
  fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
