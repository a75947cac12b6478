import Testing

@Suite struct CommandNameTests {
  @Test func `messages and pages name only commands that exist`() throws {
    let commands = try ProgramCommand.all().compactMap(\.path.first)
    let known = Set(commands + ["gate", "help"])
    let pages =
      try SourceTree.files(in: "Sources", endingIn: ".md")
      + [("README.md", SourceTree.text(of: "README.md"))]
    for (path, text) in try SourceTree.files(in: "Sources", endingIn: ".swift") + pages {
      // A command stands behind a backtick or a quote, a colon, or alone at the start of a line.
      for match in text.matches(of: /(?m)(?:[`"]|: |^ *\$? ?)(?:git )?handoff ([a-z][a-z-]*)/) {
        #expect(known.contains(String(match.1)), "\(path) names `handoff \(match.1)`")
      }
    }
  }
}
