/// The known name that somebody most likely meant.
package enum NearestName {
  /// The nearest of the names by edits, if it is near enough to be meant.
  package static func of(_ name: String, among names: [String]) -> String? {
    guard name.utf8.count <= 40 else { return nil }
    let typed = Array(name.asciiLowercased.utf8)
    let limit = max(1, min(3, typed.count / 3))
    let near = names.filter { abs($0.utf8.count - typed.count) <= limit }
    let ranked = near.map { ($0, distance(typed, Array($0.asciiLowercased.utf8))) }
    guard let best = ranked.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= limit ? best.0 : nil
  }

  /// Single-byte edits and swaps between two names (optimal string alignment).
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (row, byte) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var cost = min(
          last[column] + (byte == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, byte == right[column - 1], left[row - 1] == other {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }
}
