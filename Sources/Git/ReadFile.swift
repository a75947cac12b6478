internal import Glibc

/// Reads a whole small file of git's own.
func readFile(_ path: String) throws(GitError) -> [UInt8] {
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { throw .system("open", path) }
  defer { close(descriptor) }
  return try readAll(descriptor, path)
}

/// Reads a file from where it stands to its end.
func readAll(_ descriptor: Int32, _ name: String) throws(GitError) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 64 << 10)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count == 0 { return bytes }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw .system("read", name) }
    bytes += buffer[..<count]
  }
}

extension GitError {
  /// What the system said when a call failed; `errno` has to be untouched since.
  static func system(_ operation: String, _ object: String, _ number: Int32 = errno) -> GitError {
    GitError(
      number == ENOENT ? .notFound : .systemCall, operation: operation, object: object,
      message: String(cString: strerror(number)))
  }
}
