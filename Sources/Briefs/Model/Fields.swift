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
  /// The fields as they were read; versions that have them in other places share them.
  private var read: [Field]

  /// How many bytes further on than they were read they stand.
  private let distance: Int

  package init(_ fields: [Field] = []) {
    self.init(fields, movedBy: 0)
  }

  private init(_ fields: [Field], movedBy distance: Int) {
    read = fields
    self.distance = distance
  }

  /// The fields in the order of the file.
  package var all: [Field] {
    distance == 0 ? read : read.map { $0.moved(by: distance) }
  }

  /// The field's value where it has one; of a list the first.
  package subscript(name: FieldName) -> Text? {
    value(name)?.moved(by: distance)
  }

  /// The words of the field's value, where it has one.
  package func string(_ name: FieldName) -> String? { value(name)?.string }

  /// The value as it was read.
  private func value(_ name: FieldName) -> Text? {
    guard let index = index(of: name) else { return nil }
    return read[index].values.first { !$0.string.isWhiteSpace }
  }

  /// All values of a field that may have several.
  package func list(_ name: FieldName) -> [Text] {
    guard let index = index(of: name) else { return [] }
    return read[index].values.filter { !$0.string.isWhiteSpace }.map { $0.moved(by: distance) }
  }

  /// The field as written, even where it is empty.
  package func field(_ name: FieldName) -> Field? {
    index(of: name).map { read[$0].moved(by: distance) }
  }

  /// The fields as they stand so many bytes further on.
  func moved(by distance: Int) -> Fields {
    Fields(read, movedBy: self.distance + distance)
  }

  /// Whether a field's values are spelt as in other fields; none is like none.
  func spells(_ name: FieldName, like other: Fields) -> Bool {
    switch (index(of: name), other.index(of: name)) {
    case (nil, nil): true
    case (let own?, let others?): read[own].isSpelt(like: other.read[others])
    case (nil, _?), (_?, nil): false
    }
  }

  /// Fields are found without being copied: rules ask for them all the time.
  private func index(of name: FieldName) -> Int? {
    for index in read.indices where read[index].specification.name == name { return index }
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

  mutating func append(_ field: Field) { read.append(field.moved(by: -distance)) }
}

extension Field {
  /// The field as it stands so many bytes further on.
  func moved(by distance: Int) -> Field {
    if distance == 0 { return self }
    return Field(
      specification: specification, keySpan: keySpan.moved(by: distance),
      values: values.map { $0.moved(by: distance) }, valueSpan: valueSpan.moved(by: distance))
  }

  fileprivate func isSpelt(like other: Field) -> Bool {
    values.count == other.values.count
      && zip(values, other.values).allSatisfy { $0.string.utf8.elementsEqual($1.string.utf8) }
  }
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
