/// One field of a brief, an item or a block, as written.
package struct Field: Sendable {
  /// What the catalogue says of it.
  package let specification: FieldSpecification

  /// Where its key stands.
  package let keySpan: Range<Int>

  /// What is written: one value, several of a list, or none.
  package let values: [Text]

  /// The bytes of the value, without the key.
  package let valueSpan: Range<Int>

  /// The field's key.
  package var name: FieldName { specification.name }

  /// Whether nothing but white space is written: such a field counts as absent.
  package var isEmpty: Bool { values.allSatisfy { $0.string.isWhiteSpace } }
}

/// The fields of a brief, an item or a block, in the order of the file.
package struct Fields: Sendable {
  /// The fields in the order of the file.
  package private(set) var all: [Field] = []

  package init(_ fields: [Field] = []) {
    all = fields
  }

  /// The field's value where it has one; of a list the first.
  package subscript(name: FieldName) -> Text? {
    guard let index = index(of: name) else { return nil }
    return all[index].values.first { !$0.string.isWhiteSpace }
  }

  /// The words of the field's value, where it has one.
  package func string(_ name: FieldName) -> String? { self[name]?.string }

  /// All values of a field that may have several.
  package func list(_ name: FieldName) -> [Text] {
    field(name)?.values.filter { !$0.string.isWhiteSpace } ?? []
  }

  /// The field as written, even where it is empty.
  package func field(_ name: FieldName) -> Field? {
    index(of: name).map { all[$0] }
  }

  /// Fields are found without being copied: rules ask for them all the time.
  private func index(of name: FieldName) -> Int? {
    for index in all.indices where all[index].specification.name == name { return index }
    return nil
  }

  /// A field's day, where it has one that can be read.
  package func date(_ name: FieldName) -> CalendarDate? {
    guard let text = string(name) else { return nil }
    return CalendarDate(text) ?? Instant(text)?.date
  }

  /// A field's instant, where it has one that can be read.
  package func instant(_ name: FieldName) -> Instant? {
    string(name).flatMap { Instant($0) }
  }

  mutating func append(_ field: Field) { all.append(field) }
}

extension String {
  /// Whether the text is empty or white space only.
  package var isWhiteSpace: Bool {
    if let first = utf8.first, first > 0x20, first < 0x80 { return false }
    return unicodeScalars.allSatisfy {
      $0.isASCII ? $0.value <= 0x20 : $0.properties.isWhitespace
    }
  }
}
