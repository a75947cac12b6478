/// New ids for items, such as `P-7K3F`.
package enum ItemID {
  /// An id for an item of the list that nothing has had.
  ///
  /// Random, because two branches that both count to P4 would merge into two P4. Four characters of
  /// Crockford's base32 follow the list's letter; more where all of those might be taken.
  package static func mint(
    for list: ItemList, unlike used: Set<String>, using generator: inout some RandomNumberGenerator
  ) -> String {
    var length = 4
    while true {
      for _ in 0..<64 {
        var id = list.idPrefix + "-"
        for _ in 0..<length {
          id.unicodeScalars.append(alphabet.randomElement(using: &generator) ?? "0")
        }
        if !used.contains(id) { return id }
      }
      length = min(length + 1, 8)
    }
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".unicodeScalars)
}

extension Brief {
  /// The ids that items of the brief have.
  package var itemIDs: Set<String> { Set(items.compactMap(\.id)) }
}
