internal import Diagnostics

/// Words that may stand in a header: one line, and nothing invisible that turns or ends it.
package struct HeaderText: Sendable, Hashable {
  /// The words as they are shown.
  package let string: String

  /// Takes words for a header, such as the one called `the subject`.
  ///
  /// A line break could begin a header of its own, and a mark that turns the direction of text
  /// shows other words than it says: both are refused, never taken out.
  package init(_ string: String, for use: String) throws(MailFault) {
    if let scalar = string.unicodeScalars.first(where: \.mustBeEscaped) {
      throw .forbidden(scalar, use)
    }
    let length = string.unicodeScalars.count
    guard length <= HeaderText.limit else { throw .tooLong(use, length) }
    self.string = string
  }

  /// Longer ones are no mistake that anybody makes while typing.
  private static let limit = 300
}

extension MailFault {
  fileprivate static func forbidden(_ scalar: Unicode.Scalar, _ use: String) -> MailFault {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let kind =
      switch scalar {
      case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}": "a line break"
      default: "an invisible character"
      }
    return MailFault(
      "\(use) holds \(kind) (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))",
      help: "take it out where the words were typed, and try again")
  }

  fileprivate static func tooLong(_ use: String, _ length: Int) -> MailFault {
    MailFault("\(use) is \(length) characters long", help: "make it shorter, 300 at the most")
  }
}
