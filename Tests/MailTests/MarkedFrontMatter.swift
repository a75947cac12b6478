import Briefs

/// The lines of a front-matter whose every value is a mark that nothing else has.
struct MarkedFrontMatter {
  private(set) var lines: [String] = []
  private(set) var marks: [(mark: String, field: String)] = []

  /// The brief's type where it is to be a real one.
  private let type: String?

  init(type: String? = nil) {
    self.type = type
  }

  /// The brief's own fields.
  mutating func add(_ fields: [FieldSpecification]) {
    for field in fields { add(field, "", "") }
  }

  mutating func add(_ block: Block, _ fields: [FieldSpecification]) {
    lines.append("\(block.rawValue):")
    for field in fields { add(field, "\(block.rawValue).", "  ") }
  }

  mutating func begin(_ list: ItemList) { lines.append("\(list.rawValue):") }

  /// An item of the list that was begun last.
  mutating func add(_ list: ItemList, _ fields: [FieldSpecification], isWithdrawn: Bool) {
    lines.append("  -")
    let place = (isWithdrawn ? "withdrawn " : "") + "\(list.rawValue)."
    for field in fields { add(field, place, "    ") }
  }

  /// A mark that stands elsewhere.
  mutating func mark(_ field: String) -> String {
    let mark = "canary\(1_000 + marks.count)end"
    marks.append((mark, field))
    return mark
  }

  private mutating func add(_ field: FieldSpecification, _ place: String, _ margin: String) {
    let name = field.name.rawValue
    if place.isEmpty, field.name == .type, let type {
      lines.append("type: \(type)")
      marks.append((type, "type"))
      return
    }
    let number = 1_000 + marks.count
    guard let (value, mark) = field.kind.marked(number) else {
      if let word = field.kind.plain { lines.append("\(margin)\(name): \(word)") }
      return
    }
    lines.append("\(margin)\(name): \(value)")
    marks.append((mark, "\(place)\(name)"))
    guard mark.hasSuffix("-01-01") else { return }
    marks.append(("January \(mark.prefix(4))", "\(place)\(name)"))
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
    case .source: return ("E1#L98765\(number)", "98765\(number)")
    case .number: return ("98765\(number)", "98765\(number)")
    case .date, .day: return ("\(number)-01-01", "\(number)-01-01")
    case .instant: return ("\(number)-01-01T10:00:00Z", "\(number)-01-01")
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
