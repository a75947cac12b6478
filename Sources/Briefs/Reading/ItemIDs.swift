internal import Diagnostics

/// Ids are unique in their brief, over all its lists.
enum ItemIDs {
  static func check(_ items: [Item], into findings: inout [Finding]) {
    var first: [String: Item] = [:]
    for item in items {
      guard let id = item.id, let text = item[.id] else { continue }
      if let earlier = first[id] {
        findings.append(.duplicateID(id, item, earlier: earlier, text.span))
      } else {
        first[id] = item
      }
    }
  }
}

extension Finding {
  fileprivate static func duplicateID(
    _ id: String, _ item: Item, earlier: Item, _ span: Range<Int>
  ) -> Finding {
    Finding(
      rule: "duplicate-id", span: span, item: id,
      message: "\(id) is the id of two items: \(earlier.list.noun) “\(earlier.words)” and "
        + "\(item.list.noun) “\(item.words)”",
      help: "give the newer of the two another id, such as \(item.list.idPrefix)-"
        + "\(id.unicodeScalars.filter { $0.properties.isAlphabetic || $0.isASCII && $0 != "-" })2",
      fixes: [])
  }
}

extension Item {
  fileprivate var words: String { telling?.string.shortened(to: 40) ?? "" }
}
