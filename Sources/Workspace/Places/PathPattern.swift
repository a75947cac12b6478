internal import Glibc

/// A pattern of paths such as `handoffs/**/*.md`, matched on bytes.
///
/// `*` and `?` stay within one name, `**` stands for any number of folders, `[a-z]` and
/// `[[:space:]]` for one byte, and a backslash takes the byte behind it as it is.
package struct PathPattern: Sendable, Hashable {
  private let parts: [[UInt8]]

  package init(_ pattern: String) {
    self.init(Array(pattern.utf8))
  }

  init(_ pattern: [UInt8]) {
    parts = pattern.split(separator: UInt8(ascii: "/")).map { Array($0) }
  }

  /// Whether a path from the top of the repository fits.
  package func matches(_ path: [UInt8]) -> Bool {
    matches(path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false))
  }

  /// The folders that every match begins with, such as `handoffs`.
  package var root: [UInt8] {
    let fixed = parts.dropLast().prefix { part in
      !part.contains { "*?[\\".utf8.contains($0) }
    }
    return Array(fixed.joined(separator: [UInt8(ascii: "/")]))
  }

  private static let anyFolders = Array("**".utf8)

  /// Matches folder by folder; where it fails, the last `**` takes one folder more, which finds
  /// every match, since what stood before it needs no other.
  private func matches(_ names: [ArraySlice<UInt8>]) -> Bool {
    var (name, part) = (0, 0)
    var retry: (name: Int, part: Int)?
    while true {
      if part < parts.count, parts[part] == PathPattern.anyFolders {
        part += 1
        retry = (name, part)
      } else if name < names.count, part < parts.count,
        PathPattern.matches(names[name], parts[part][...])
      {
        (name, part) = (name + 1, part + 1)
      } else if name == names.count, part == parts.count {
        return true
      } else if let last = retry, last.name < names.count {
        retry = (last.name + 1, last.part)
        (name, part) = (last.name + 1, last.part)
      } else {
        return false
      }
    }
  }

  /// Matches one name without recursion, so that no pattern takes exponential time.
  static func matches(_ name: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8>) -> Bool {
    var (next, element) = (name.startIndex, pattern.startIndex)
    var retry: (next: Int, element: Int)?
    while true {
      if element < pattern.endIndex, pattern[element] == UInt8(ascii: "*") {
        element += 1
        retry = (next, element)
      } else if next < name.endIndex, let rest = afterMatching(name[next], pattern, at: element) {
        (next, element) = (next + 1, rest)
      } else if next == name.endIndex, element == pattern.endIndex {
        return true
      } else if let last = retry, last.next < name.endIndex {
        retry = (last.next + 1, last.element)
        (next, element) = (last.next + 1, last.element)
      } else {
        return false
      }
    }
  }

  /// The index behind the pattern's element that takes the byte; nil where it does not.
  private static func afterMatching(
    _ byte: UInt8, _ pattern: ArraySlice<UInt8>, at index: Int
  ) -> Int? {
    guard index < pattern.endIndex else { return nil }
    switch pattern[index] {
    case UInt8(ascii: "?"): return index + 1
    case UInt8(ascii: "\\") where index + 1 < pattern.endIndex:
      return pattern[index + 1] == byte ? index + 2 : nil
    case UInt8(ascii: "["):
      guard let end = endOfSet(pattern[index...]) else { break }
      var set = pattern[(index + 1)..<end]
      let isNegated = set.first == UInt8(ascii: "!") || set.first == UInt8(ascii: "^")
      if isNegated { set = set.dropFirst() }
      return contains(byte, set) != isNegated ? end + 1 : nil
    default: break
    }
    return pattern[index] == byte ? index + 1 : nil
  }

  /// Where the `]` stands that closes a set; one within `[:alpha:]` closes nothing.
  private static func endOfSet(_ pattern: ArraySlice<UInt8>) -> Int? {
    var index = pattern.startIndex + 2
    while index < pattern.endIndex {
      if pattern[index] == UInt8(ascii: "]") { return index }
      index = endOfClass(pattern, index - 1) ?? endOfClass(pattern, index) ?? index + 1
    }
    return nil
  }

  /// What follows `[:alpha:]`, where it begins at an index.
  private static func endOfClass(_ pattern: ArraySlice<UInt8>, _ index: Int) -> Int? {
    guard pattern[index...].starts(with: "[:".utf8) else { return nil }
    let close = pattern.indices.dropLast().first {
      $0 > index + 1 && pattern[$0...].starts(with: ":]".utf8)
    }
    return close.map { $0 + 2 }
  }

  private static func contains(_ byte: UInt8, _ set: ArraySlice<UInt8>) -> Bool {
    let bytes = Array(set)
    var index = 0
    while index < bytes.count {
      if let end = endOfClass(bytes[...], index) {
        if isOfClass(byte, bytes[(index + 2)..<(end - 2)]) { return true }
        index = end
      } else if index + 2 < bytes.count, bytes[index + 1] == UInt8(ascii: "-") {
        if bytes[index] <= byte, byte <= bytes[index + 2] { return true }
        index += 3
      } else {
        if bytes[index] == byte { return true }
        index += 1
      }
    }
    return false
  }

  private static func isOfClass(_ byte: UInt8, _ name: ArraySlice<UInt8>) -> Bool {
    let code = Int32(byte)
    guard byte < 0x80 else { return false }
    return switch String(decoding: name, as: UTF8.self) {
    case "alnum": isalnum(code) != 0
    case "alpha": isalpha(code) != 0
    case "blank": isblank(code) != 0
    case "cntrl": iscntrl(code) != 0
    case "digit": isdigit(code) != 0
    case "graph": isgraph(code) != 0
    case "lower": islower(code) != 0
    case "print": isprint(code) != 0
    case "punct": ispunct(code) != 0
    case "space": isspace(code) != 0
    case "upper": isupper(code) != 0
    case "xdigit": isxdigit(code) != 0
    default: false
    }
  }
}
