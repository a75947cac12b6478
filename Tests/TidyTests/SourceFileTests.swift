import Testing

@Suite struct SourceFileTests {
  @Test func `no file is longer than 400 lines`() throws {
    for (path, text) in try SourceTree.files(in: "Sources", endingIn: ".swift") {
      let lines = text.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(lines <= 400, "\(path) has \(lines) lines")
    }
  }

  @Test func `every declaration of the package has a documentation comment`() throws {
    for (path, text) in try SourceTree.files(in: "Sources", endingIn: ".swift") {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { $0.drop { $0 == " " } }
      for (index, line) in lines.enumerated() where needsComment(line) {
        let above = lines[..<index].last { !$0.hasPrefix("@") }
        #expect(above?.hasPrefix("///") ?? false, "\(path):\(index + 1) says nothing: \(line)")
      }
    }
  }

  /// Initialisers, and what a protocol asks for, are documented by their type and by the protocol.
  private func needsComment(_ line: Substring) -> Bool {
    guard line.hasPrefix("package "), !line.hasPrefix("package import ") else { return false }
    let known = [
      "init", "static func ==", "static func <", "func hash(", "var description",
      "func check(_ subject", "static let documentation", "mutating func next(",
    ]
    let declaration = line.dropFirst("package ".count)
    return !known.contains { declaration.hasPrefix($0) }
  }
}
