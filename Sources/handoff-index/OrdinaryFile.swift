internal import Glibc

/// A file that is open for reading and of which nobody has to wait for the bytes.
struct OrdinaryFile: ~Copyable {
  let descriptor: Int32
  let size: Int

  /// Nil where the file cannot be read, or is a pipe, a device, a link or a folder.
  init?(at path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }
}
