internal import Glibc

/// What the program reads and writes.
enum StandardStreams {
  /// The standard input; nil where it is longer, and then the rest is never read.
  static func input(atMost limit: Int) -> [UInt8]? {
    var bytes: [UInt8] = []
    // An array that grows as it is filled has twice the room that it needs.
    var status = stat()
    if fstat(STDIN_FILENO, &status) == 0 {
      bytes.reserveCapacity(min(limit, max(0, Int(status.st_size))))
    }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return bytes }
      guard bytes.count + count <= limit else { return nil }
      bytes += buffer[..<count]
    }
  }

  /// Writes all of the bytes; false where that was not possible.
  static func write(_ whole: [UInt8], to descriptor: Int32) -> Bool {
    var bytes = whole[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}
