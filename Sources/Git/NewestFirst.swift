/// Things that wait, given back newest first; of the same second, the greatest first.
package struct NewestFirst<Element: Comparable> {
  private var waiting: [(seconds: Int64, element: Element)] = []

  package init() {}

  /// The time of the newest; nil where nothing waits.
  package var newest: Int64? { waiting.last?.seconds }

  /// How many wait.
  package var count: Int { waiting.count }

  /// Adds something with its time in seconds since 1970.
  package mutating func insert(_ element: Element, seconds: Int64) {
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      let isBefore = waiting[middle] < (seconds, element)
      if isBefore { low = middle + 1 } else { high = middle }
    }
    waiting.insert((seconds, element), at: low)
  }

  /// Takes out the newest; nil where nothing waits.
  package mutating func popNewest() -> Element? { waiting.popLast()?.element }
}
