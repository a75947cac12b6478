internal import Glibc

/// The side file that says what the database was when it was last written whole.
enum StoredChecksum {
  /// Whether a database is as it was written; without the side file nobody knows.
  static func isRight(_ place: IndexPlace) -> Bool {
    guard let current = line(of: place.database), let stored = read(place.checksum) else {
      return false
    }
    return current == stored
  }

  /// Writes the side file of a database, which replaces the one before in one step.
  static func write(_ place: IndexPlace, of database: String) -> Bool {
    guard let line = line(of: database) else { return false }
    let draft = place.checksum + ".new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o666)
    guard descriptor >= 0 else { return false }
    let count = line.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard close(descriptor) == 0, count == line.count else {
      unlink(draft)
      return false
    }
    return rename(draft, place.checksum) == 0
  }

  private static func line(of database: String) -> [UInt8]? {
    let descriptor = open(database, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      let sum = Checksum(ofFile: descriptor, size: Int(status.st_size))
    else { return nil }
    return Array("handoff-index 1 \(status.st_size) \(String(sum.value, radix: 16))\n".utf8)
  }

  private static func read(_ path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = bytes.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
    return count > 0 ? Array(bytes[..<count]) : nil
  }
}
