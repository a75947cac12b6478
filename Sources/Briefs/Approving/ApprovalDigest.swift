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
