extension [UInt8] {
  /// The length of the longest border of each beginning of the bytes.
  ///
  /// A border is what it both begins and ends with. Knuth, Morris and Pratt find a text in another
  /// by it, in time linear in both.
  var borders: [Int] {
    var borders = [0]
    var length = 0
    for index in 1..<Swift.max(1, count) {
      while length > 0, self[index] != self[length] { length = borders[length - 1] }
      if self[index] == self[length] { length += 1 }
      borders.append(length)
    }
    return borders
  }
}
