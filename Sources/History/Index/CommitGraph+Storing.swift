internal import Git

extension CommitGraph {
  /// How many commits are stored together.
  package static let portion = 4_096

  /// The bytes of a portion of the commits, counted from 0.
  package func stored(_ number: Int) -> [UInt8] {
    let range = number * Self.portion..<min(count, (number + 1) * Self.portion)
    var bytes = IndexBytes()
    bytes.add(range.count)
    bytes.add(
      raw: ids[range.lowerBound * ObjectID.byteCount..<range.upperBound * ObjectID.byteCount])
    for position in range {
      bytes.add(Int(seconds[position]))
      let parents = parents(at: position)
      bytes.add(parents.count)
      // A parent mostly stands right before.
      for parent in parents { bytes.add(position - Int(parent)) }
    }
    return bytes.bytes
  }

  /// Adds a stored portion behind those that were added before.
  package mutating func add(stored: [UInt8]) throws(IndexFault) {
    var reader = IndexBytesReader(stored)
    let number = try reader.number(below: Self.portion + 1)
    let ids = try reader.raw(number * ObjectID.byteCount)
    for index in 0..<number {
      let position = count
      let seconds = Int64(try reader.number())
      var parents: [Int32] = []
      for _ in 0..<(try reader.number(below: 1 << 20)) {
        let distance = try reader.number(below: position + 1)
        guard distance > 0 else { throw .malformed }
        parents.append(Int32(position - distance))
      }
      let start = ids.startIndex + index * ObjectID.byteCount
      append(raw: ids[start..<start + ObjectID.byteCount], seconds: seconds, parents: parents)
    }
    guard reader.isAtEnd else { throw .malformed }
  }
}
