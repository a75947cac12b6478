internal import Glibc
internal import Testing

/// Compares a text with the one recorded in `Snapshots/<Suite>/<test>.txt` beside the test.
///
/// With `HANDOFF_RECORD=1` it writes the file instead, and fails so that nobody forgets to look.
package func expectSnapshot(
  _ text: String, of test: String = #function, named name: String? = nil,
  fileID: String = #fileID, filePath: String = #filePath, line: Int = #line, column: Int = #column
) {
  let location = SourceLocation(
    fileID: fileID, filePath: filePath, line: line, column: column)
  let path = snapshotPath(of: test, named: name, filePath)
  if getenv("HANDOFF_RECORD") != nil {
    do {
      try writeFile(path, Array(text.utf8))
      Issue.record("recorded \(path)", sourceLocation: location)
    } catch {
      Issue.record(error, sourceLocation: location)
    }
    return
  }
  guard let recorded = readFile(path) else {
    Issue.record("nothing recorded in \(path): run with HANDOFF_RECORD=1", sourceLocation: location)
    return
  }
  let expected = String(decoding: recorded, as: UTF8.self)
  #expect(text.utf8.elementsEqual(recorded), "expected: \(expected)", sourceLocation: location)
}

/// The file of a snapshot: named for the source file's suite and the test's words.
private func snapshotPath(of test: String, named name: String?, _ filePath: String) -> String {
  let parts = filePath.split(separator: "/", omittingEmptySubsequences: false)
  let folder = parts.dropLast().joined(separator: "/")
  let suite = parts.last.map { $0.prefix { $0 != "." } } ?? ""
  let words = [test.prefix { $0 != "(" }, name.map { $0[...] } ?? ""].filter { !$0.isEmpty }
  let file = words.joined(separator: "-").unicodeScalars.map { scalar in
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? "\(scalar)" : "-"
  }
  let stem = file.joined().split(separator: "-").joined(separator: "-")
  return "\(folder)/Snapshots/\(suite)/\(stem).txt"
}
