import Briefs

/// Values of each kind, and values that are right for few or none.
enum ValueSamples {
  static func right(_ kind: FieldKind) -> [String] {
    switch kind {
    case .freeText, .word:
      ["SSO by May", "NO", "0123", "~", "true", "tbd", "Größe: 3 µm", "a\tb\nc", "x\u{200B}"]
    case .signature: ["-----BEGIN SSH SIGNATURE-----\nU1NI\n-----END SSH SIGNATURE-----\n"]
    case .date: ["2026-10-01", "2024-02-29", "2000-02-29", "0001-12-31", "9999-01-01"]
    case .instant:
      ["2026-07-20T10:00:00Z", "2026-07-20T23:59:60Z", "2026-07-20T10:00:00.123456789Z"]
    case .day: right(.date) + right(.instant)
    case .choice(let words): words
    case .address: ["dana@northwind.example", "a+b@c", "x!#$%&'*/=?^_`{|}~-@1.2-3"]
    case .actor: right(.address) + ["Dana@Northwind.example"]
    case .briefID: ["acme-onboarding", "a-", "00", "2026", String(repeating: "a", count: 64)]
    case .itemID: ["P1", "P-7K3F", "AB-12345678", "AAA", "X0"]
    case .foreignItem: ["acme-sdr/X1", "00/P-7K3F"]
    case .source: ["E1", "E1#L14", "E1#L14-L16", "E1@00:14:20", "E1@9999:9999", "E1#L007"]
    case .digest: ["sha256:" + String(repeating: "9f", count: 32)]
    case .sha256: [String(repeating: "9f", count: 32)]
    case .path: ["evidence/acme/call.vtt", "a b/ü.txt", ".gitx/.../a", "x"]
    case .url: ["https://crm.example/1", "mailto:", "file:///x?ü"]
    case .number: ["0", "45", "999999999", "000"]
    }
  }

  /// Mostly near misses, so that every part of every form is needed.
  static let anything: [String] =
    kinds.flatMap(right) + [
      "", " ", "\n", " \t", "\u{A0}\u{3000}", "\u{200B}", "tbd", "T\u{200B}BD", "n/a", " None ",
      "-",
      "?", "todo\n", "2026-02-29", "1900-02-29", "2100-02-29", "2026-13-01", "2026-04-31",
      "0000-01-01", "0000-02-29", "2026-1-1", "2026-10-01\n", " 2026-10-01", "2026-10-01 ",
      "1 October", "2026-07-20T10:00:00", "2026-07-20T24:00:00Z", "2026-07-20T10:00:61Z",
      "2026-07-20T10:00:00.Z", "2026-07-20T10:00:00.1234567890Z", "2026-07-20T10:00:00+00:00",
      "2026-07-20t10:00:00z", "drafty", "Draft", "draft\n", "Sam", "@northwind.example", "dana@",
      "dana@a..b", "dana@.b", "a@b@c", "dänä@northwind.example", "dana @b", "dana@b.",
      String(repeating: "a", count: 249) + "@b.cd", String(repeating: "a", count: 250) + "@b.cd",
      "-acme", "Acme", "a", String(repeating: "a", count: 65), "acme_sdr", "p1", "P", "P--1", "P-",
      "PQR-1", "P123456789", "AB123456789", "P1\n", "X1/acme-sdr", "acme-sdr/x1", "acme-sdr/X1/X2",
      "a/X1", "E1#14", "E1#L0", "E1#L", "E1#L14-16", "E1@14", "E1@1:2:3:4", "E1@12345:00", "E1#",
      "sha256:" + String(repeating: "9F", count: 32), "sha256:abc", "../x", "a/../b", "/etc/x",
      "a//b", "a/", ".", "a/.", ".git/config", "a/.GIT", "a\\b", "a\tb", "x\n", "www.x.example",
      "https://x y", "HTTPS://x", "https://x\n", "https://x\u{202E}", "-1", "1.5", "1234567890",
      "٣",
      "a\u{1}b", "a\rb", "a\u{7F}", "a\u{85}b", "\u{85}", "a\u{2028}b", "\u{2066}x", "\u{FEFF}",
    ]

  /// The value as YAML, where every character can be written.
  static func doubleQuoted(_ value: String) -> String {
    var result = "\""
    for scalar in value.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x20...0x7E: result.unicodeScalars.append(scalar)
      case 0...0xFFFF:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let kinds: [FieldKind] = [
    .freeText, .date, .instant, .choice(Catalogue.evidenceKinds), .address, .actor, .briefID,
    .itemID, .foreignItem, .source, .digest, .sha256, .path, .url, .number,
  ]
}
