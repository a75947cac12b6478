internal import Glibc
internal import Synchronization

/// A file without a name, for what does not fit into memory; it is gone with the process.
package final class ScratchFile: Sendable {
  private let descriptor: Int32
  private let end = Atomic(0)

  /// The bytes it may take of the disk.
  private static let limit = 1 << 30

  /// Makes one in a folder, or where temporary files go; nil where neither can be written to.
  package init?(near folder: String) {
    var descriptor: Int32 = -1
    for folder in [folder, "/tmp"] where descriptor < 0 {
      var name = Array("\(folder)/handoff-XXXXXX".utf8CString)
      descriptor = mkstemp(&name)
      if descriptor >= 0 { unlink(name) }
    }
    guard descriptor >= 0 else { return nil }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Appends bytes, from any thread; gives where they stand, nil where they could not be written.
  package func append(_ bytes: [UInt8]) -> Range<Int>? {
    let start = end.add(bytes.count, ordering: .relaxed).oldValue
    let range = start..<(start + bytes.count)
    guard range.upperBound <= ScratchFile.limit else { return nil }
    let count = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, start) }
    return count == bytes.count ? range : nil
  }

  /// The bytes that stand somewhere; nil where they cannot be read.
  package func bytes(at range: Range<Int>) -> [UInt8]? {
    let bytes = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, range.count, range.lowerBound))
    }
    return bytes.count == range.count ? bytes : nil
  }
}
