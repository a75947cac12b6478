internal import Glibc

extension ArraySlice<UInt8> {
  /// Whether both hold the same bytes, wherever they stand; as fast as the machine compares memory.
  func holdsSame(as other: ArraySlice<UInt8>) -> Bool {
    guard count == other.count else { return false }
    return withUnsafeBytes { own in
      other.withUnsafeBytes { others in
        guard let left = own.baseAddress, let right = others.baseAddress else { return true }
        return memcmp(left, right, own.count) == 0
      }
    }
  }
}
