extension [UInt8] {
  /// Whether other bytes stand anywhere in these.
  package func holds(_ words: [UInt8]) -> Bool {
    guard let first = words.first else { return true }
    return withUnsafeBytes { own in
      words.withUnsafeBytes { words in
        var start = 0
        while start + words.count <= own.count {
          let rest = UnsafeRawBufferPointer(rebasing: own[start...])
          guard let hit = rest.firstIndex(of: first), hit + words.count <= rest.count else {
            return false
          }
          if rest[hit..<(hit + words.count)].elementsEqual(words) { return true }
          start += hit + 1
        }
        return false
      }
    }
  }
}
