/// An entry of one of a brief's lists: a promise, an exclusion, a risk, a record.
package struct Item: Sendable {
  /// The list that it stands in.
  package let list: ItemList

  /// The id as written; nil for a one-line item of a draft and for records without ids.
  package let id: String?

  /// What it says.
  package let fields: Fields

  /// The bytes of the entry, from its first key to the end of its last value, without the dash.
  package let span: Range<Int>

  /// Whether it is one line of text that has no id and keys yet.
  package let isOneLine: Bool

  /// The value of a field; nil where there is none.
  package subscript(name: FieldName) -> Text? { fields[name] }

  /// The words of a field; nil where there are none.
  package func string(_ name: FieldName) -> String? { fields.string(name) }

  /// The field whose words make the item what it is; without them the item is dropped.
  package var tellingField: FieldName {
    switch list {
    case .stakeholders: .name
    case .successCriteria: .metric
    case .evidence: fields[.file] != nil ? .file : fields[.url] != nil ? .url : .text
    case .support: .person
    case .approvals: .covers
    case .returns: .reasons
    case .emails: .body
    case .waivers: .reason
    case .leftBehind: .item
    case .promises, .exclusions, .expectations, .customTerms, .risks, .requirements, .objections,
      .sensitivities, .questions, .incidents:
      .text
    }
  }

  /// The words of the telling field, where any remain that say something.
  package var telling: Text? {
    guard let text = fields[tellingField], !text.string.isBlank else { return nil }
    return text
  }

  /// Whether it was retired with a reason; it stays in the file.
  package var isWithdrawn: Bool { string(.withdrawn).map { !$0.isBlank } ?? false }

  /// The item as sentences name it: its id and its words, shortened.
  package var label: String {
    let words = telling.map { "“\($0.string.shortened(to: 60))”" }
    return [id, words].compactMap { $0 }.joined(separator: " ")
  }

  /// The id where there is one, else the words: what a finding names.
  package var name: String { id ?? telling?.string.shortened(to: 60) ?? list.noun }
}

extension String {
  /// The text on one line, cut with `…` where it is longer than so many characters.
  ///
  /// Takes no more time for a text of megabytes than for a sentence.
  package func shortened(to limit: Int) -> String {
    let scalars = unicodeScalars.prefix(8 * limit)
    if scalars.endIndex < unicodeScalars.endIndex {
      return String(String.UnicodeScalarView(scalars)).collapsingWhiteSpace.prefix(limit - 1) + "…"
    }
    let line = collapsingWhiteSpace
    guard line.count > limit else { return line }
    return line.prefix(limit - 1) + "…"
  }

  /// The text with every run of white space made one space, trimmed.
  package var collapsingWhiteSpace: String {
    if isCollapsed { return self }
    var result = ""
    var isBetweenWords = false
    for scalar in unicodeScalars {
      if scalar.isWhiteSpace {
        isBetweenWords = true
      } else {
        if isBetweenWords, !result.isEmpty { result += " " }
        isBetweenWords = false
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// A cheap look: most text is ASCII with single spaces.
  private var isCollapsed: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      guard byte > 0x20 && byte < 0x80 || byte == 0x20 && previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || utf8.isEmpty
  }
}

extension Unicode.Scalar {
  /// Whether Unicode calls it white space; for ASCII without a look at its tables.
  package var isWhiteSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
