import Briefs
import Diagnostics
import Testing

/// Checks that an edit turns one front-matter into another, with LF and with CRLF.
func checkEdit(
  _ given: String, expecting expected: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ edit: (inout BriefEditor) throws -> Void
) throws {
  for ending in ["\n", "\r\n"] {
    var editor = try BriefEditor(try brief(given, lineEnding: ending))
    try edit(&editor)
    let wanted = file(expected, lineEnding: ending)
    #expect(
      editor.bytes == Array(wanted.utf8),
      "wrote:\n\(String(decoding: editor.bytes, as: UTF8.self))", sourceLocation: sourceLocation)
    let replayed = Array(file(given, lineEnding: ending).utf8).applying(editor.edits)
    #expect(replayed == editor.bytes, sourceLocation: sourceLocation)
  }
}

func file(_ frontMatter: String, lineEnding: String = "\n") -> String {
  var result = ""
  for scalar in "---\n\(frontMatter)\n---\n\n## Next steps  \n".unicodeScalars {
    if scalar == "\n" { result += lineEnding } else { result.unicodeScalars.append(scalar) }
  }
  return result
}

func brief(_ frontMatter: String, lineEnding: String = "\n") throws -> Brief {
  try #require(Brief(reading: SourceText(file(frontMatter, lineEnding: lineEnding))))
}
