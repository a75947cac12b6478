internal import Git
internal import Glibc
internal import Workspace

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

  /// The file that a person names, or the standard input for `-`.
  static func file(_ path: String, atMost limit: Int) throws -> [UInt8] {
    if path == "-" {
      return try CommandFailure.catching { () throws(GitError) in try all(atMost: limit) }
    }
    guard let whole = realpath(path, nil) else {
      throw CommandFailure("\(path) cannot be read: \(String(cString: strerror(errno)))")
    }
    defer { free(whole) }
    switch FileReader.read(String(cString: whole), atMost: limit) {
    case .bytes(let bytes): return bytes
    case .tooLarge:
      throw CommandFailure("\(path) is larger than \(limit >> 20) MiB", kind: .refused)
    case .missing, .link: throw CommandFailure("\(path) cannot be read")
    case .unreadable(let reason): throw CommandFailure("\(path) cannot be read: \(reason)")
    }
  }
}
