internal import Diagnostics
internal import Git
internal import Glibc

/// What people type, brought into the form that the rest works with.
enum Arguments {
  /// The command that is being run, as it was typed.
  static var typed: String { CommandLine.arguments.dropFirst().joined(separator: " ") }

  /// The same, as it can be typed again.
  static var retyped: String {
    CommandLine.arguments.dropFirst().map(\.shellWord).joined(separator: " ")
  }

  /// Paths as typed, from the top of the repository, as bytes.
  static func paths(_ typed: [String], in repository: Repository) throws -> [[UInt8]] {
    guard let top = repository.workTree.flatMap(resolved) else { return [] }
    return try typed.map { path in
      guard let whole = resolvedParent(path) else {
        throw CommandFailure("there is no folder for \(path)", hints: ["look at it with: ls"])
      }
      let prefix = Array((top + "/").utf8)
      let bytes = Array(whole.utf8)
      if bytes == Array(top.utf8) { return [] }
      guard bytes.starts(with: prefix) else {
        throw CommandFailure("\(path) lies outside the repository \(top)")
      }
      return Array(bytes.dropFirst(prefix.count))
    }
  }

  /// The path with its folders resolved and its last name as it is, so that a link is not followed
  /// and a file that is gone can be named.
  private static func resolvedParent(_ path: String) -> String? {
    if path == "." || path == ".." || path.hasSuffix("/") { return resolved(path) }
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return resolved(".").map { $0 + "/" + path }
    }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return resolved(folder).map {
      $0 + (($0 == "/") ? "" : "/") + path[path.utf8.index(after: slash)...]
    }
  }

  private static func resolved(_ path: String) -> String? {
    guard let whole = realpath(path, nil) else { return nil }
    defer { free(whole) }
    return String(cString: whole)
  }
}
