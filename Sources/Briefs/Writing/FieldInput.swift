internal import Diagnostics

/// What somebody typed for a field, as the field takes it.
package enum FieldInput {
  /// Why the field does not take it; nothing was written.
  package struct Fault: Error, Sendable, Equatable {
    /// One sentence that names the field.
    package let message: String

    /// What to type instead.
    package let help: String
  }

  /// The value of one or more typed words.
  ///
  /// Several words for a field that holds one text are joined by spaces; a field that holds several
  /// takes them apart at commas too. An address is made lower-case.
  package static func value(
    _ typed: [String], for specification: FieldSpecification
  ) throws(Fault) -> FieldValue {
    switch specification.count {
    case .one:
      return .text(try form(of: typed.joined(separator: " ").trimmed, specification))
    case .many:
      let words = typed.flatMap(\.listed)
      guard !words.isEmpty, !words.allSatisfy(\.isEllipsis) else {
        throw .nothing(specification)
      }
      var values: [String] = []
      for word in words { values.append(try form(of: word, specification)) }
      // One source is written as text, as people write it.
      if specification.kind == .source, values.count == 1 { return .text(values[0]) }
      return .words(values)
    }
  }

  private static func form(
    of text: String, _ specification: FieldSpecification
  ) throws(Fault) -> String {
    let mustSaySomething = specification.isRequired || specification.name == .withdrawn
    guard !text.isWhiteSpace else { throw .nothing(specification) }
    guard !text.isEllipsis, !(mustSaySomething && text.isBlank) else {
      throw .placeholder(text, specification.name)
    }
    if text.unicodeScalars.contains(where: { $0.mustBeEscaped && $0 != "\n" && $0 != "\t" }) {
      throw .controlCharacter(specification.name)
    }
    guard let fault = FieldForm.fault(in: text, as: specification.kind) else { return text }
    guard let replacement = fault.replacement else {
      throw Fault(
        message: "“\(text.shortened(to: 40))” in `\(specification.name.rawValue)` \(fault.message)",
        help: fault.help)
    }
    return replacement
  }
}

extension FieldInput.Fault {
  fileprivate static func nothing(_ specification: FieldSpecification) -> Self {
    Self(
      message: "nothing is said for `\(specification.name.rawValue)`",
      help: specification.isRequired
        ? "write what it is to say" : "write what it is to say, or leave the field away")
  }

  fileprivate static func placeholder(_ text: String, _ name: FieldName) -> Self {
    Self(
      message: "“\(text)” says nothing, and `\(name.rawValue)` needs words",
      help: "write what is meant")
  }

  fileprivate static func controlCharacter(_ name: FieldName) -> Self {
    Self(
      message: "what is to stand in `\(name.rawValue)` holds a control character",
      help: "type the words without it")
  }
}

extension String {
  /// Whether it is only the `…` that stands for words in an example.
  package var isEllipsis: Bool {
    ["…", "..."].contains { trimmed.utf8.elementsEqual($0.utf8) }
  }

  /// The text without white space around it.
  fileprivate var trimmed: String {
    var scalars = unicodeScalars[...]
    while scalars.first?.properties.isWhitespace == true { scalars.removeFirst() }
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }

  /// The words between commas and white space.
  fileprivate var listed: [String] {
    unicodeScalars.split { $0 == "," || $0.properties.isWhitespace }.map { String($0) }
  }
}
