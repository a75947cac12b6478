internal import Git

/// Attributes that make a brief's text in git another than the text people see.
///
/// `filter`, `ident` and `working-tree-encoding` rewrite a file on its way into or out of the work
/// tree, so that whoever approves would read other words than those that are committed.
struct AttributeFaults {
  private let repository: Repository
  private let tree: ObjectID
  private var files: [[UInt8]: [Line]] = [:]

  private struct Line {
    let pattern: [UInt8]
    let attribute: String
  }

  init(repository: Repository, tree: ObjectID) {
    self.repository = repository
    self.tree = tree
  }

  /// The first such attribute that the tree's `.gitattributes` set on a path; nil where none does.
  mutating func attribute(of path: [UInt8]) throws(GitError) -> String? {
    let parts = path.split(separator: UInt8(ascii: "/"))
    for depth in 0..<parts.count {
      let directory = Array(parts[..<depth].joined(separator: [UInt8(ascii: "/")]))
      let rest = Array(parts[depth...].joined(separator: [UInt8(ascii: "/")]))
      for line in try lines(in: directory) where matches(line.pattern, rest) {
        return line.attribute
      }
    }
    return nil
  }

  private mutating func lines(in directory: [UInt8]) throws(GitError) -> [Line] {
    if let known = files[directory] { return known }
    let name = Array(".gitattributes".utf8)
    let path = directory.isEmpty ? name : directory + [UInt8(ascii: "/")] + name
    var lines: [Line] = []
    if let entry = try repository.entry(at: path, inTree: tree), !entry.mode.isDirectory {
      lines = AttributeFaults.parse(try repository.blob(entry.id, atMost: 1 << 20))
    }
    files[directory] = lines
    return lines
  }

  private static func parse(_ bytes: [UInt8]) -> [Line] {
    bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      let words = line.split { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let pattern = words.first, pattern.first != UInt8(ascii: "#") else { return nil }
      let rewriting = words.dropFirst().first { isRewriting(String(decoding: $0, as: UTF8.self)) }
      guard let rewriting else { return nil }
      return Line(pattern: Array(pattern), attribute: String(decoding: rewriting, as: UTF8.self))
    }
  }

  private static func isRewriting(_ attribute: String) -> Bool {
    attribute == "ident" || attribute == "filter" || attribute.hasPrefix("filter=")
      || attribute.hasPrefix("working-tree-encoding=")
  }

  /// Git's own reading: a pattern without a slash is for the name, one with a slash for the path.
  private func matches(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    let trimmed = pattern.first == slash ? Array(pattern.dropFirst()) : pattern
    if pattern.contains(slash) {
      return PathPattern(String(decoding: trimmed, as: UTF8.self)).matches(path)
    }
    guard let name = path.split(separator: slash).last else { return false }
    return PathPattern.matches(name, trimmed[...])
  }
}
