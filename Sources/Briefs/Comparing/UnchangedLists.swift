internal import Diagnostics

extension Brief {
  /// Whether a list stands in another version to the byte as in this one, so that it says the same.
  ///
  /// Most lists do in most changes, and need not be compared item by item. Nothing is said of
  /// versions with findings.
  package func writes(_ list: ItemList, like other: Brief) -> Bool {
    guard findings.isEmpty, other.findings.isEmpty else { return false }
    switch (entry(of: list), other.entry(of: list)) {
    case (nil, nil): return true
    case (let own?, let others?):
      return source.bytes[own.span].holdsSame(as: other.source.bytes[others.span])
    case (nil, _?), (_?, nil): return false
    }
  }
}

extension Brief.ListEntry {
  /// From its key to the end of its entries.
  fileprivate var span: Range<Int> { keySpan.lowerBound..<valueSpan.upperBound }
}
