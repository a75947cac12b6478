/// A path from the top of the repository, as briefs and the policy write it.
package enum RepositoryPath {
  /// Whether the path stays within the repository and names no part of git's own.
  package static func isSafe(_ path: String) -> Bool {
    let bytes = Array(path.utf8)
    guard !bytes.isEmpty, bytes.count <= 4096,
      !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") })
    else { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { part in
        let name = String(decoding: part, as: UTF8.self).asciiLowercased
        return !part.isEmpty && name != "." && name != ".." && name != ".git"
      }
  }

  /// The name of a path's file without its extension.
  package static func stem(of path: [UInt8]) -> ArraySlice<UInt8> {
    let name = path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    return name[..<(name.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)]
  }
}
