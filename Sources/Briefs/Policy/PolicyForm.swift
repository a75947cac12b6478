/// What a value of the policy must look like.
enum PolicyForm {
  /// As a field of a brief.
  case field(FieldKind)

  /// A name of our making: a role, a type, a rule.
  case name

  /// Where briefs lie.
  case pattern
  case branch

  /// A file of evidence.
  case evidenceFile
  case key

  /// A whole number up to so many.
  case number(ClosedRange<Int>)

  /// A share of one.
  case share

  func fault(in text: String) -> FieldForm.Fault? {
    switch self {
    case .field(.freeText), .field(.word): text.isBlank ? .blank : nil
    case .field(let kind): FieldForm.fault(in: text, as: kind)
    case .name: Identifiers.isName(text) ? nil : .name
    case .pattern: PolicyForm.isPattern(text) ? nil : .pattern
    case .branch: PolicyForm.isBranch(text) ? nil : .branch(text)
    case .evidenceFile: PolicyForm.isEvidence(text) ? nil : .evidenceFile
    case .key: PublicKey(text) == nil ? .key : nil
    case .number(let range): PolicyForm.number(text, in: range) == nil ? .number(range) : nil
    case .share: PolicyForm.share(text) == nil ? .share : nil
    }
  }

  /// The number that digits alone spell, where it lies in the range.
  static func number(_ text: String, in range: ClosedRange<Int>) -> Int? {
    guard (1...9).contains(text.utf8.count), let number = text.utf8.decimal,
      range.contains(number)
    else { return nil }
    return number
  }

  /// A share such as `0.9`: above 0, up to 1, digits and one point only.
  static func share(_ text: String) -> Double? {
    let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    guard isPlain, text.utf8.count <= 10, let share = Double(text), share > 0, share <= 1 else {
      return nil
    }
    return share
  }

  /// Whether the pattern stays within the repository and uses no wildcard but `*` and `?`.
  private static func isPattern(_ text: String) -> Bool {
    RepositoryPath.isSafe(text) && !text.utf8.contains { "[]{}!".utf8.contains($0) }
  }

  /// Whether git would take the text as a branch's name; no pattern, and no whole reference.
  private static func isBranch(_ text: String) -> Bool {
    let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return text.utf8.count <= 250 && !text.utf8.starts(with: "refs/".utf8)
      && text.utf8.first != UInt8(ascii: "-")
      && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"~^:?*[\\".utf8.contains($0) }
      && parts.allSatisfy { part in
        !part.isEmpty && part.first != UInt8(ascii: ".") && part.last != UInt8(ascii: ".")
          && !String(decoding: part, as: UTF8.self).hasSuffix(".lock")
      }
      && !text.contains("..") && !text.contains("@{")
  }

  private static func isEvidence(_ text: String) -> Bool {
    RepositoryPath.isSafe(text) && text.utf8.starts(with: "evidence/".utf8)
  }
}

extension Identifiers {
  /// Whether the text is a name of our making, such as a role or a type: `[a-z0-9][a-z0-9-]{0,63}`.
  package static func isName(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, bytes.count <= 64 else { return false }
    return first != UInt8(ascii: "-")
      && bytes.allSatisfy { isLower($0) || isDigit($0) || $0 == UInt8(ascii: "-") }
  }
}

extension FieldForm.Fault {
  fileprivate static let blank = Self(message: "says nothing", help: "write it out")
  fileprivate static let name = Self(
    message: "is not a name that can stand here",
    help: "use lower-case letters, digits and hyphens only")
  fileprivate static let pattern = Self(
    message: "is not a pattern of paths within the repository",
    help: "write it from the top of the repository, with * and ** only: handoffs/**/*.md")
  fileprivate static let evidenceFile = Self(
    message: "is not a file of evidence",
    help: "write the path from the top of the repository: evidence/acme/call.vtt")
  fileprivate static let key = Self(
    message: "is not one OpenSSH public key",
    help: "copy the line of the .pub file alone: ssh-ed25519 AAAA… name, without options")
  fileprivate static let share = Self(
    message: "is not a share above 0 and up to 1", help: "write it as 0.9")

  fileprivate static func branch(_ text: String) -> Self {
    let prefix = "refs/heads/"
    let name = text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : "main"
    return Self(
      message: "is not the name of a branch", help: "write the name alone, such as \(name)")
  }

  fileprivate static func number(_ range: ClosedRange<Int>) -> Self {
    Self(
      message: "is not a whole number from \(range.lowerBound) to \(range.upperBound)",
      help: "write digits only, such as \(max(2, range.lowerBound))")
  }
}
