internal import Glibc
internal import History

/// The side file that says what the database was when it was last written whole.
enum StoredChecksum {
  /// Whether a database is as it was written; without the side file nobody knows.
  ///
  /// A database of another size is not read.
  static func isRight(_ place: IndexPlace, progress: @Sendable (IndexProgress) -> Void) -> Bool {
    guard let stored = read(place.checksum), let file = OrdinaryFile(at: place.database),
      stored.starts(with: beginning(file.size)), let line = line(of: file, progress: progress)
    else { return false }
    return line == stored
  }

  /// Writes the side file of a database, which replaces the one before in one step.
  static func write(
    _ place: IndexPlace, of database: String, progress: @Sendable (IndexProgress) -> Void
  ) -> Bool {
    guard let file = OrdinaryFile(at: database), let line = line(of: file, progress: progress)
    else { return false }
    let draft = place.checksumDraft
    unlink(draft)
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return false }
    let count = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard close(descriptor) == 0, count == line.count else {
      unlink(draft)
      return false
    }
    return rename(draft, place.checksum) == 0
  }

  private static func beginning(_ size: Int) -> [UInt8] {
    Array("handoff-index \(IndexStore.version) \(size) ".utf8)
  }

  private static func line(
    of file: borrowing OrdinaryFile, progress: @Sendable (IndexProgress) -> Void
  ) -> [UInt8]? {
    let sum = Checksum(ofFile: file.descriptor, size: file.size, progress: progress)
    guard let sum else { return nil }
    return beginning(file.size) + Array("\(String(sum.value, radix: 16))\n".utf8)
  }

  private static func read(_ path: String) -> [UInt8]? {
    guard let file = OrdinaryFile(at: path) else { return nil }
    let descriptor = file.descriptor
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}
