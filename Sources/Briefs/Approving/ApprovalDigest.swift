/// What binds an approval to the words that were approved.
///
/// The digest is of the RFC 8785 text of `{"handoff": id, "role": role, "terms": {…}}`: order and
/// layout do not matter, and every covered word does.
package enum ApprovalDigest {
  /// The digest as `covers` holds it: `sha256:` and 64 digits.
  package static func digest(of brief: Brief, role: String) -> String {
    "sha256:" + SHA256Hex.of(bytes(of: brief, role: role))
  }

  /// The text that the digest is of.
  package static func text(of brief: Brief, role: String) -> String {
    String(decoding: bytes(of: brief, role: role), as: UTF8.self)
  }

  private static func bytes(of brief: Brief, role: String) -> [UInt8] {
    var text = CanonicalJSON()
    text.beginObject()
    if let id = brief.id { text.member("handoff", id.canonicalWords) }
    text.member("role", role.canonicalWords)
    text.key("terms")
    text.beginObject()
    append(CoveredWords(of: brief, role: role).entries, to: &text)
    text.endObject()
    text.endObject()
    return text.bytes
  }

  /// Writes the entries, which stand in order, opening an object where a list, block or item begins.
  private static func append(_ entries: [CoveredWords.Entry], to text: inout CanonicalJSON) {
    var last: CoveredWords.Entry?
    for entry in entries {
      let isSameKey = last.map { $0.key == entry.key } ?? false
      let isSameItem = isSameKey && last?.item == entry.item
      if let last {
        if last.item != nil, !isSameItem { text.endObject() }
        if last.field != nil, !isSameKey { text.endObject() }
      }
      if !isSameKey { text.key(entry.key) }
      if let field = entry.field {
        if !isSameKey { text.beginObject() }
        if let item = entry.item, !isSameItem {
          text.key(item)
          text.beginObject()
        }
        text.key(field)
      }
      if entry.isList { text.array(entry.words) } else { text.string(entry.words[0]) }
      last = entry
    }
    if last?.item != nil { text.endObject() }
    if last?.field != nil { text.endObject() }
  }
}

/// JSON in the one form that RFC 8785 gives to objects, arrays and strings.
///
/// Who writes it gives the keys in their order.
private struct CanonicalJSON {
  private(set) var bytes: [UInt8] = []

  mutating func beginObject() { bytes.append(UInt8(ascii: "{")) }

  mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

  mutating func key(_ name: String) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    string(name)
    bytes.append(UInt8(ascii: ":"))
  }

  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func array(_ values: [String]) {
    bytes.append(UInt8(ascii: "["))
    for (position, value) in values.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      string(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += CanonicalJSON.escape(byte)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func escape(_ control: UInt8) -> [UInt8] {
    switch control {
    case 0x08: Array("\\b".utf8)
    case 0x09: Array("\\t".utf8)
    case 0x0A: Array("\\n".utf8)
    case 0x0C: Array("\\f".utf8)
    case 0x0D: Array("\\r".utf8)
    default: Array(("\\u00" + (control < 16 ? "0" : "") + String(control, radix: 16)).utf8)
    }
  }
}
