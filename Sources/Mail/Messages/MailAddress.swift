internal import Briefs

/// Somebody whom a message is from or to.
package struct MailAddress: Sendable, Hashable {
  /// The name that is shown; empty where there is none.
  package let name: String

  /// The address itself, such as `ana@acme.example`.
  package let address: String

  /// Takes an address letter for letter, and the name shown beside it.
  ///
  /// A name with an `@` is refused: a program that shows only the name would show it as the
  /// address.
  package init(_ address: String, name: String = "") throws(MailFault) {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard Identifiers.isAddress(address, lowerCase: false), parts.count == 2,
      parts[0].count <= 64, parts[0].first != UInt8(ascii: "-"), parts[0].isDotAtom,
      parts[1].isDomain
    else { throw .noAddress(address) }
    let shown = name.collapsingSpaces
    guard !shown.unicodeScalars.contains(where: { "@＠﹫".unicodeScalars.contains($0) }) else {
      throw .misleadingName(shown, address)
    }
    self.name = try HeaderText(shown, for: "the name of \(address)").string
    self.address = address
  }

  /// Reads what somebody types: `ana@acme.example`, or `Ana Ruiz <ana@acme.example>`.
  package init(typed: String) throws(MailFault) {
    let text = typed.trimmingSpaces
    guard text.utf8.last == UInt8(ascii: ">"),
      let bracket = text.utf8.lastIndex(of: UInt8(ascii: "<"))
    else {
      try self.init(text)
      return
    }
    let name = String(text[..<bracket]).trimmingSpaces
    let address = text.utf8[text.utf8.index(after: bracket)...].dropLast()
    try self.init(String(decoding: address, as: UTF8.self), name: try name.unquoted(in: typed))
  }

  /// The part behind the `@`.
  package var domain: String {
    String(decoding: address.utf8.split(separator: UInt8(ascii: "@")).last ?? [], as: UTF8.self)
  }

  /// What people are called in a sentence.
  package var label: String { name.isEmpty ? address : name }
}

extension String {
  /// The text with each run of plain spaces made one, and none at its ends.
  fileprivate var collapsingSpaces: String {
    unicodeScalars.split(separator: " ").map { String($0) }.joined(separator: " ")
  }

  fileprivate var trimmingSpaces: String {
    var scalars = unicodeScalars[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The name without the quotes around it; outside of them, marks that addresses are made of have
  /// no place.
  fileprivate func unquoted(in typed: String) throws(MailFault) -> String {
    guard utf8.first == UInt8(ascii: "\"") else {
      let hasMark = unicodeScalars.contains { "\"<>,;:()\\".unicodeScalars.contains($0) }
      if hasMark { throw .noAddress(typed) }
      return self
    }
    var name = UnicodeScalarView()
    var rest = unicodeScalars.dropFirst()
    while let scalar = rest.popFirst(), scalar != "\"" {
      if scalar != "\\" {
        name.append(scalar)
      } else if let escaped = rest.popFirst() {
        name.append(escaped)
      }
    }
    guard rest.isEmpty, utf8.count > 1, utf8.last == UInt8(ascii: "\"") else {
      throw .noAddress(typed)
    }
    return String(name)
  }
}

extension Substring.UTF8View {
  /// Whether no dot is first, last or beside another: what needs no quotes in an address.
  fileprivate var isDotAtom: Bool {
    split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty }
  }

  /// Whether each label has 63 characters at the most and no hyphen at its ends.
  fileprivate var isDomain: Bool {
    let hyphen = UInt8(ascii: "-")
    return split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy {
      (1...63).contains($0.count) && $0.first != hyphen && $0.last != hyphen
    }
  }
}

extension MailFault {
  fileprivate static func noAddress(_ text: String) -> MailFault {
    MailFault(
      "“\(text)” is no e-mail address",
      help: "write it as ana@acme.example, or as \"Ana Ruiz <ana@acme.example>\"")
  }

  fileprivate static func misleadingName(_ name: String, _ address: String) -> MailFault {
    MailFault(
      "the name “\(name)” of \(address) looks like an address of its own",
      help: "give the person's name, without an @")
  }
}
