internal import Briefs

/// What names one message for all mail programs: `<acme-onboarding.r2.9f86d081@northwind.example>`.
package struct MessageID: Sendable, Hashable {
  /// The id with its angle brackets.
  package let text: String

  /// The id of a revision's message; the last part tells two of one revision from each other.
  package init(brief id: String, revision: Int, distinction: String, domain: String) {
    text = "<\(id).r\(revision).\(distinction)@\(domain)>"
  }

  /// What all messages of a brief refer to, so that they stand in one thread whoever began it.
  package init(keyOf id: String, domain: String) {
    text = "<\(id)@\(domain)>"
  }

  /// Reads an id as a header or a record has it, with its brackets or without.
  package init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    if bytes.first == UInt8(ascii: "<"), bytes.last == UInt8(ascii: ">") {
      bytes = bytes.dropFirst().dropLast()
    }
    let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, bytes.count <= MessageID.limit,
      parts.allSatisfy({ part in !part.isEmpty && part.allSatisfy(\.mayStandInID) })
    else { return nil }
    self.text = "<" + String(decoding: bytes, as: UTF8.self) + ">"
  }

  /// Every line of a message has 998 bytes at the most; no program makes ids that are so long.
  private static let limit = 500
}

extension UInt8 {
  fileprivate var mayStandInID: Bool {
    (0x21...0x7E).contains(self) && self != UInt8(ascii: "<") && self != UInt8(ascii: ">")
  }
}
