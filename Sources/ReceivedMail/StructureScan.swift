internal import Glibc

/// Counts the parts and headers of a message before anything is made of them.
///
/// It goes once through the lines with a stack of the boundaries that are open, which the limit of
/// depth keeps short; so a message that would be costly to take apart is refused in the time that it
/// takes to look at it.
package struct StructureScan {
  private enum Level {
    /// An empty boundary is one that is written in a way that is not read here: then each line that
    /// could be one counts.
    case multipart(boundary: [UInt8])
    case message
  }

  private let bytes: [UInt8]
  private var levels: [Level] = []
  private var parts = 1
  private var isInHeaders = true
  private var headers = 0
  private var headerSize = 0

  /// The header field that may go on in the next line.
  private var field = 0..<0

  /// What the headers so far say of the content.
  private var boundary: [UInt8]?
  private var isMessage = false

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Refuses a message that is over a limit.
  package static func check(_ bytes: [UInt8]) throws(MessageLimit) {
    guard bytes.count <= MessageLimit.size.most else { throw .size }
    var scan = StructureScan(bytes)
    var start = 0
    while start < bytes.count {
      let end = bytes.endOfLine(from: start)
      try scan.read(start..<end)
      start = end + 1
    }
  }

  private mutating func read(_ whole: Range<Int>) throws(MessageLimit) {
    var line = whole
    if let last = line.last, bytes[last] == UInt8(ascii: "\r") { line = line.dropLast() }
    if line.count > 2, bytes[line.lowerBound] == UInt8(ascii: "-"),
      bytes[line.lowerBound + 1] == UInt8(ascii: "-"),
      try takesBoundary(bytes[line].dropFirst(2))
    {
      return
    }
    if isInHeaders { try readHeader(line) }
  }

  /// Whether a line parts the innermost or an outer multipart.
  private mutating func takesBoundary(_ line: ArraySlice<UInt8>) throws(MessageLimit) -> Bool {
    for index in levels.indices.reversed() {
      guard case .multipart(let boundary) = levels[index], line.starts(with: boundary) else {
        continue
      }
      let rest = line.dropFirst(boundary.count)
      let isEnd = rest.starts(with: "--".utf8)
      guard isEnd || boundary.isEmpty || rest.allSatisfy(\.isSpaceOrTab) else { continue }
      levels.removeSubrange((isEnd ? index : index + 1)...)
      isInHeaders = false
      if isEnd { return true }
      try beginPart()
      return true
    }
    return false
  }

  private mutating func beginPart() throws(MessageLimit) {
    parts += 1
    guard parts <= MessageLimit.parts.most else { throw .parts }
    isInHeaders = true
    headers = 0
    field = 0..<0
    boundary = nil
    isMessage = false
  }

  private mutating func readHeader(_ line: Range<Int>) throws(MessageLimit) {
    guard let first = line.first else {
      endField()
      return try endHeaders()
    }
    if bytes[first].isSpaceOrTab, !field.isEmpty {
      field = field.lowerBound..<line.upperBound
    } else {
      endField()
      headers += 1
      guard headers <= MessageLimit.headers.most else { throw .headers }
      field = line
    }
    guard field.count <= MessageLimit.headerLength.most else { throw .headerLength }
    headerSize += line.count
    guard headerSize <= MessageLimit.headerSize.most else { throw .headerSize }
  }

  private mutating func endField() {
    defer { field = 0..<0 }
    guard field.count > 12, bytes[field.lowerBound].lowered == UInt8(ascii: "c") else { return }
    let text = bytes[field].map(\.lowered)
    guard text.starts(with: "content-type".utf8) else { return }
    if text.place(of: "message/") != nil { isMessage = true }
    if let place = text.place(of: "boundary") {
      boundary = Array(bytes[field].dropFirst(place)).boundaryValue
    }
  }

  private mutating func endHeaders() throws(MessageLimit) {
    isInHeaders = false
    if let boundary {
      levels.append(.multipart(boundary: boundary))
    } else if isMessage {
      levels.append(.message)
      try beginPart()
    }
    guard levels.count <= MessageLimit.depth.most else { throw .depth }
  }
}

extension [UInt8] {
  fileprivate func endOfLine(from start: Int) -> Int {
    withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress,
        let found = memchr(base + start, 0x0A, buffer.count - start)
      else { return count }
      return UnsafeRawPointer(found) - base
    }
  }

  fileprivate func place(of word: String) -> Int? {
    let word = Array(word.utf8)
    guard count >= word.count else { return nil }
    return (0...(count - word.count)).first { place in
      self[place] == word[0] && self[place...].starts(with: word)
    }
  }

  /// What stands behind `boundary=`, in quotes or without; empty where it is written in pieces or
  /// encoded.
  fileprivate var boundaryValue: [UInt8] {
    let behind = dropFirst("boundary".utf8.count).drop(while: \.isBlank)
    guard behind.first == UInt8(ascii: "=") else { return [] }
    let value = behind.dropFirst().drop(while: \.isBlank)
    if value.first == UInt8(ascii: "\"") {
      let quoted = value.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      return quoted.contains { $0 == UInt8(ascii: "\\") || $0 < 0x20 } ? [] : Array(quoted)
    }
    return Array(value.prefix { $0 != UInt8(ascii: ";") && !$0.isBlank })
  }
}

extension UInt8 {
  /// Whether the byte is a space or a tab.
  var isSpaceOrTab: Bool { self == 0x20 || self == 0x09 }

  /// Whether the byte is white space in a folded field.
  fileprivate var isBlank: Bool { isSpaceOrTab || self == 0x0D || self == 0x0A }
}
