internal import Dispatch
internal import Glibc
internal import History
internal import Synchronization

/// 64 bits that no accidental damage leaves as they are, taken of many bytes in little time.
///
/// Anybody can write bytes with a given sum: it is for bits that rot and writes that were cut off.
struct Checksum: Equatable {
  private(set) var value: UInt64

  /// The sum of some bytes in memory.
  init(of bytes: UnsafeRawBufferPointer) {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (seed, ~seed, seed &* prime, ~seed &* prime)
    var offset = 0
    while offset + 32 <= bytes.count {
      lanes.0 = mix(lanes.0, bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      lanes.1 = mix(lanes.1, bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self))
      lanes.2 = mix(lanes.2, bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self))
      lanes.3 = mix(lanes.3, bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self))
      offset += 32
    }
    var sum = mix(mix(mix(mix(UInt64(bytes.count), lanes.0), lanes.1), lanes.2), lanes.3)
    while offset < bytes.count {
      sum = mix(sum, UInt64(bytes[offset]))
      offset += 1
    }
    value = sum
  }

  /// The sum of some bytes in memory.
  init(of bytes: [UInt8]) {
    self = bytes.withUnsafeBytes { Checksum(of: $0) }
  }

  /// The sum of a file, read on all cores; nil where it cannot be read.
  init?(
    ofFile descriptor: Int32, size: Int, progress: @Sendable (IndexProgress) -> Void = { _ in }
  ) {
    let portion = 2 << 20
    let count = (size + portion - 1) / portion
    let sums = Mutex<[UInt64?]>(Array(repeating: nil, count: count))
    DispatchQueue.concurrentPerform(iterations: count) { number in
      let sum = Self.sum(
        of: descriptor, from: number * portion, to: min(size, (number + 1) * portion))
      sums.withLock { $0[number] = sum }
      progress(IndexProgress(phase: .checking, done: number, total: count))
    }
    var whole = UInt64(size)
    for sum in sums.withLock({ $0 }) {
      guard let sum else { return nil }
      whole = mix(whole, sum)
    }
    value = whole
  }

  /// The sum of a part of a file, in pieces that stay in the processor's cache.
  private static func sum(of descriptor: Int32, from start: Int, to end: Int) -> UInt64? {
    withUnsafeTemporaryAllocation(byteCount: 128 << 10, alignment: 64) { buffer in
      var sum = UInt64(start)
      var offset = start
      while offset < end {
        let wanted = min(buffer.count, end - offset)
        var filled = 0
        while filled < wanted {
          let count = pread(
            descriptor, buffer.baseAddress?.advanced(by: filled), wanted - filled, offset + filled)
          if count < 0, errno == EINTR { continue }
          guard count > 0 else { return nil }
          filled += count
        }
        sum = mix(sum, Checksum(of: UnsafeRawBufferPointer(rebasing: buffer[..<wanted])).value)
        offset += wanted
      }
      return sum
    }
  }
}

private let seed: UInt64 = 0x9E37_79B9_7F4A_7C15
private let prime: UInt64 = 0xFF51_AFD7_ED55_8CCD

/// Every step can be undone, so that two sums of one damaged word never meet again.
@inline(__always)
private func mix(_ sum: UInt64, _ word: UInt64) -> UInt64 {
  let product = (sum ^ word) &* prime
  return product << 29 | product >> 35
}
