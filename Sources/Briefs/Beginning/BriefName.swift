@_spi(_Unicode) internal import Swift

/// The ids and folders that new briefs get.
package enum BriefName {
  /// The account as a part of ids and paths: `acme` for Acme GmbH.
  ///
  /// Letters lose their accents; the company's legal form is left out where a name remains.
  package static func slug(ofAccount account: String) -> String {
    var parts = words(of: account)
    while parts.count > 1, let last = parts.last, legalForms.contains(last) { parts.removeLast() }
    let slug = parts.joined(separator: "-").utf8.prefix(lengthLimit)
    let trimmed = String(decoding: slug, as: UTF8.self).split(separator: "-").joined(separator: "-")
    return trimmed.isEmpty ? "account" : trimmed
  }

  /// Whether the account has a letter or digit that ids and paths can be made of.
  package static func canName(_ account: String) -> Bool { !words(of: account).isEmpty }

  /// An id for a brief of the account and type that no other has: `acme-onboarding`.
  package static func id(
    ofAccount account: String, type: String, isTaken: (String) -> Bool
  ) -> String {
    let typeWords = words(of: type)
    let behindTo = typeWords.lastIndex(of: "to").map { Array(typeWords[($0 + 1)...]) } ?? []
    let suffix = (behindTo.isEmpty ? typeWords : behindTo).joined(separator: "-").utf8.prefix(20)
    let base = slug(ofAccount: account) + "-" + String(decoding: suffix, as: UTF8.self)
    if !isTaken(base) { return base }
    var number = 2
    while isTaken("\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }

  /// The runs of letters and digits, in lower-case ASCII.
  private static func words(of text: String) -> [String] {
    var plain: [UInt8] = []
    for scalar in text.lowercased()._nfd {
      if let letters = spelled[scalar] {
        plain += letters.utf8
      } else if scalar.isASCII {
        plain.append(UInt8(scalar.value))
      } else if scalar.properties.generalCategory != .nonspacingMark {
        plain.append(UInt8(ascii: "-"))
      }
    }
    let isWordByte = { (byte: UInt8) in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
    }
    return plain.split { !isWordByte($0) }.map { String(decoding: $0, as: UTF8.self) }
  }

  private static let lengthLimit = 40
  private static let spelled: [Unicode.Scalar: String] = [
    "ß": "ss", "æ": "ae", "ø": "o", "œ": "oe", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "&": "-",
    "'": "", "’": "",
  ]
  private static let legalForms: Set<String> = [
    "gmbh", "ag", "se", "kg", "ug", "inc", "llc", "ltd", "limited", "plc", "corp", "corporation",
    "co", "company", "sa", "sas", "sarl", "srl", "spa", "bv", "nv", "ab", "as", "oy", "pty",
  ]
}
