/// A file whose marks `⟪…⟫` were taken out, with the spans that they stood around.
struct MarkedText {
  private(set) var bytes: [UInt8] = []
  private(set) var spans: [Range<Int>] = []

  init(_ text: String) {
    var starts: [Int] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟪": starts.append(bytes.count)
      case "⟫": if let start = starts.popLast() { spans.append(start..<bytes.count) }
      default: bytes += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
  }
}
