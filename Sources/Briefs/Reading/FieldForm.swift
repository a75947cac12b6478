/// What the words of a field must look like, by its kind.
enum FieldForm {
  /// What is wrong with a value, what to write instead, and the value mended where that is certain.
  struct Fault {
    let message: String
    let help: String
    var replacement: String?
  }

  static func fault(in text: String, as kind: FieldKind) -> Fault? {
    switch kind {
    case .freeText, .word, .signature: nil
    case .date: CalendarDate(text) == nil ? .date : nil
    case .instant: Instant(text) == nil ? .instant : nil
    case .day: CalendarDate(text) == nil && Instant(text) == nil ? .date : nil
    case .choice(let words):
      words.contains { $0.utf8.elementsEqual(text.utf8) } ? nil : .choice(text, words)
    case .address: Identifiers.isAddress(text, lowerCase: true) ? nil : .address(text)
    case .actor: Identifiers.isAddress(text, lowerCase: false) ? nil : .address(text)
    case .briefID: Identifiers.isBriefID(text) ? nil : .briefID
    case .itemID: Identifiers.isItemID(text) ? nil : .itemID
    case .foreignItem: Identifiers.isForeignItem(text) ? nil : .foreignItem
    case .source: SourceReference(text) == nil ? .source : nil
    case .digest: isDigest(text) ? nil : .digest
    case .sha256: Identifiers.isHexadecimal(text, count: 64) ? nil : .sha256
    case .path: RepositoryPath.isSafe(text) ? nil : .path
    case .url: isURL(text) ? nil : .url
    case .number: text.utf8.count <= 9 && text.utf8.decimal != nil ? nil : .number
    }
  }

  private static func isDigest(_ text: String) -> Bool {
    let prefix = "sha256:"
    return text.utf8.starts(with: prefix.utf8)
      && Identifiers.isHexadecimal(text.utf8.dropFirst(prefix.utf8.count).asString, count: 64)
  }

  /// An absolute address by its scheme; what stands behind it is the team's.
  private static func isURL(_ text: String) -> Bool {
    let schemes = ["https://", "http://", "mailto:", "file://", "ftp://", "sftp://"]
    return schemes.contains { text.utf8.starts(with: $0.utf8) }
      && text.unicodeScalars.allSatisfy { $0.value > 0x20 }
  }
}

extension FieldForm.Fault {
  fileprivate static let date = Self(
    message: "is not a day", help: "write the day as YYYY-MM-DD, such as 2026-10-01")
  fileprivate static let instant = Self(
    message: "is not an instant", help: "write it as 2026-07-20T10:00:00Z, in UTC")
  fileprivate static let briefID = Self(
    message: "is not a brief's id",
    help: "use lower-case letters, digits and hyphens only, such as acme-onboarding")
  fileprivate static let itemID = Self(
    message: "is not an item's id",
    help: "use a capital letter or two and up to eight digits or capitals, such as P1 or P-7K3F")
  fileprivate static let foreignItem = Self(
    message: "does not name an item of another brief", help: "write brief/item, such as acme-sdr/X1"
  )
  fileprivate static let source = Self(
    message: "does not name a place in the evidence",
    help: "write E1, E1#L14, E1#L14-L16 or E1@00:14:20")
  fileprivate static let digest = Self(
    message: "is not a digest", help: "let the tool write it; it is sha256: and 64 digits")
  fileprivate static let sha256 = Self(
    message: "is not a SHA-256", help: "write the 64 lower-case digits that `sha256sum FILE` prints"
  )
  fileprivate static let path = Self(
    message: "is not a path within the repository",
    help: "write the path from the top of the repository, such as evidence/acme/call.vtt")
  fileprivate static let url = Self(
    message: "is not an address of a page", help: "write the whole address, with https://")
  fileprivate static let number = Self(
    message: "is not a whole number", help: "write digits only, such as 45")

  fileprivate static func address(_ text: String) -> Self {
    let lower = text.asciiLowercased
    let isMendable = Identifiers.isAddress(lower, lowerCase: true)
    return Self(
      message: "is not an e-mail address in lower-case letters",
      help: isMendable ? "write \(lower)" : "write the address, such as dana@northwind.example",
      replacement: isMendable ? lower : nil)
  }

  fileprivate static func choice(_ text: String, _ words: [String]) -> Self {
    let folded = text.asciiLowercased
    let match = words.first { $0.utf8.elementsEqual(folded.utf8) }
    let near = match ?? NearestName.of(folded, among: words)
    return Self(
      message: "is none of the words that may stand here",
      help: (near.map { "write \($0), or " } ?? "write ")
        + "one of: " + words.joined(separator: ", "),
      replacement: match)
  }
}

extension Sequence<UInt8> {
  fileprivate var asString: String { String(decoding: Array(self), as: UTF8.self) }
}
