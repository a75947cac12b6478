/// Tells for each byte of a text without markup from which byte of the file it comes.
struct TextOrigin: Sendable {
  /// A run of bytes that stand together in the file as they do in the text.
  struct Run: Sendable {
    let text: Int
    let source: Int
  }

  /// The runs, ascending by their place in the text; the first begins at 0.
  private(set) var runs: [Run] = []

  /// The place in the text that a block begins at which shares its runs with others.
  var base = 0

  private var nextSource = -1

  init() {}

  mutating func append(textOffset: Int, source: Int, count: Int = 1) {
    if source != nextSource { runs.append(Run(text: textOffset, source: source)) }
    nextSource = source + count
  }

  /// The offset in the file of a byte of the text; O(log runs).
  func source(at offset: Int) -> Int {
    let offset = offset + base
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].text <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return runs.first?.source ?? 0 }
    return runs[low - 1].source + offset - runs[low - 1].text
  }
}
