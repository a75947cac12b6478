internal import Glibc

/// Reads files of the work tree without following links out of it.
package enum FileReader {
  /// What stands at a path.
  package enum Content: Sendable {
    case bytes([UInt8])
    case missing
    case link
    case tooLarge(Int)
    case unreadable(String)
  }

  /// Reads a file; a link at its end is named, not followed.
  package static func read(_ path: String, atMost limit: Int) -> Content {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: return .missing
      case ELOOP: return .link
      default: return .unreadable(String(cString: strerror(errno)))
      }
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .unreadable("it is no ordinary file")
    }
    guard status.st_size <= limit else { return .tooLarge(Int(status.st_size)) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      filled += count
    }
    return .bytes(Array(bytes[..<filled]))
  }
}
