internal import Git
internal import Glibc

/// The standard input.
enum Input {
  /// All of it, to a limit that no honest caller reaches.
  static func all(atMost limit: Int = 64 << 20) throws(GitError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      if count == 0 { return bytes }
      guard count > 0, bytes.count + count <= limit else {
        throw GitError(
          .tooLarge, operation: "read", object: "the standard input", message: "it is too long")
      }
      bytes += buffer[..<count]
    }
  }
}
