internal import Briefs

/// The fields of an item or a block as lines: short ones together, words each on a line.
enum FieldDetails {
  static func lines(of fields: Fields, without shown: [FieldName]) -> [String] {
    var short: [String] = []
    var long: [String] = []
    for field in fields.all where !shown.contains(field.name) && !hidden.contains(field.name) {
      let words = fields.list(field.name).map(\.string).joined(separator: ", ")
      if words.isEmpty { continue }
      switch field.name {
      case .quote: long.append("“\(words)”")
      case _ where field.specification.kind == .freeText:
        long.append("\(field.name.label): \(words)")
      default: short.append("\(field.name.label) \(words)")
      }
    }
    return (short.isEmpty ? [] : [short.joined(separator: " · ")]) + long
  }

  /// What only programs read.
  static let hidden: Set<FieldName> = [.covers, .signature, .body, .messageID, .sha256]
}

extension FieldName {
  /// The field's name as a person reads it, such as `not needed`.
  var label: String {
    String(
      decoding: rawValue.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 },
      as: UTF8.self)
  }
}
