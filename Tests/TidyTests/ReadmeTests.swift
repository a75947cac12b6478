import FoundationEssentials
import Git
import Glibc
import TestSupport
import Testing

@Suite struct ReadmeTests {
  @Test func `the transcript is what the program says`() throws {
    let text = try SourceTree.text(of: "README.md")
    let block = try #require(text.firstMatch(of: /(?s)```console\n(.*?)```/))
    let commands = block.1.split(separator: "\n").filter { $0.hasPrefix("$ ") }
      .map { String($0.dropFirst(2)) }
    let repository = try preparedRepository()
    var transcript = ""
    for command in commands {
      let output = try repository.attemptShell("exec 2>&1; " + command)
      transcript += "$ \(command)\n\(output.text)"
    }
    if getenv("HANDOFF_RECORD") != nil {
      let whole = text.replacing(block.1, with: transcript)
      try writeFile("\(SourceTree.top)/README.md", Array(whole.utf8))
      Issue.record("recorded README.md: run again without HANDOFF_RECORD")
      return
    }
    let isCurrent = block.1.utf8.elementsEqual(transcript.utf8)
    #expect(
      isCurrent,
      "README.md is stale: run HANDOFF_RECORD=1 swift test --filter ReadmeTests; \(transcript)")
  }

  @Test func `every file that it links to is there`() throws {
    let text = try SourceTree.text(of: "README.md")
    let links = text.matches(of: /\]\(([^)#:]+)\)|(?m)^\[.+\]: ([^:\n]+)$/).compactMap {
      $0.1 ?? $0.2
    }
    #expect(links.count > 10)
    for link in links {
      #expect(FileManager.default.fileExists(atPath: "\(SourceTree.top)/\(link)"), "\(link)")
    }
  }

  @Test func `it can be read in a few minutes`() throws {
    #expect(try SourceTree.text(of: "README.md").split(separator: "\n").count <= 200)
  }

  /// The running deal with two exclusions, and the hooks in place.
  private func preparedRepository() throws -> TestRepository {
    let repository = try TestRepository()
    repository.variables["PATH"] = HandoffProgram.directory + ":/usr/local/bin:/usr/bin:/bin"
    let brief = try SourceTree.text(of: "Tests/Samples/acme-onboarding.md")
      .replacing(
        "    source: E2#L40\n",
        with: "    source: E2#L40\n  - id: X2\n    text: On-site training.\n"
      )
      // No day of it may come while the tests live.
      .replacing("due: 2026-08-10", with: "due: 2126-08-10")
    try repository.commit(
      "begin", ["handoff.yaml": policy, "handoffs/acme/acme-onboarding.md": brief])
    _ = try repository.handoff("hooks", "install")
    return repository
  }

  private let policy = """
    version: 1
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales, policy]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]

    """
}

extension TestRepository {
  fileprivate func attemptShell(_ command: String) throws -> ChildProcess.Output {
    try run("/bin/sh", ["-c", command], in: path, environment: variables)
  }
}
