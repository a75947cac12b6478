import Git
import TestSupport
import Testing

/// The page of `handoff proof`, checked as a third party checks it.
struct ItemProofTests {
  @Test func `every command prints what the page says, with four programs alone`() throws {
    let repository = try TestRepository()
    let demo = try signedDemo(of: repository)
    let clone = repository.beside("clone")
    try repository.git("clone", "-q", demo, clone)

    for item in ["P", "X"] {
      let id = try found(item, in: demo, repository)
      let page = try ProvenPage(of: "acme-implementation/\(id)", in: demo, repository)
      #expect(page.checks.count > 20)
      #expect(page.checks.contains { $0.prints == "signed" })
      #expect(try page.untrue(in: clone, repository) == [])
      let head = try repository.git("rev-parse", "HEAD", in: demo)
      #expect(page.unplaced == [head])
      let left = try repository.git("status", "--porcelain", in: clone)
      #expect(left.isEmpty, "\(left)")
    }
  }

  @Test func `a proof of words that history does not have is refused by the checks`() throws {
    let repository = try TestRepository()
    let demo = try signedDemo(of: repository)
    let id = try found("P", in: demo, repository)
    let page = try ProvenPage(of: "acme-implementation/\(id)", in: demo, repository)
    let forged = try ProvenPage(json: page.json.replacing("weekly revenue", with: "daily revenue"))
    let failed = try forged.untrue(in: demo, repository)
    #expect(failed.contains { $0.contains("sha256sum") })
    #expect(failed.contains { $0.contains("sed -n") })
  }

  @Test func `a block of the HTML page is what is typed and printed, line by line`() throws {
    let repository = try TestRepository()
    let demo = try signedDemo(of: repository)
    let id = try found("P", in: demo, repository)
    let page = try handoff(
      ["proof", "acme-implementation/\(id)", "--format", "html"], demo, repository)
    #expect(page.contains("  - id: \(id)\n    text:"), "\(page)")
    #expect(!page.contains("\\u{a}"))
  }

  @Test func `the text page has the words of the Markdown page letter for letter`() throws {
    let repository = try TestRepository()
    let demo = try signedDemo(of: repository)
    let id = try found("P", in: demo, repository)
    let page = try handoff(
      ["proof", "acme-implementation/\(id)", "--format", "text"], demo, repository)
    #expect(page.hasPrefix("Proof of acme-implementation/\(id)\n\n“"), "\(page)")
    let proven = try ProvenPage(of: "acme-implementation/\(id)", in: demo, repository)
    for check in proven.checks {
      for line in check.command.split(separator: "\n") {
        #expect(page.contains("\n    \(line)\n"), "\(line) in \(page)")
      }
    }
    #expect(page.contains("\n1. ") && !page.contains("acme\\-implementation"), "\(page)")
  }

  /// The worked example, in which somebody signs an approval at the end.
  private func signedDemo(of repository: TestRepository) throws -> String {
    let folder = repository.beside("demo")
    _ = try run(
      HandoffProgram.path, ["demo", folder], in: repository.path, environment: repository.variables)
    let key = try SSHKey("lee", in: repository.beside("keys"))
    let lee = ["GIT_AUTHOR_NAME": "Lee Ono", "GIT_AUTHOR_EMAIL": "lee@northwind.example"]
    let policy = String(decoding: readFile(folder + "/handoff.yaml") ?? [], as: UTF8.self)
    let named = policy.replacing(
      "name: Lee Ono", with: "name: Lee Ono\n    keys: [\(key.publicLine)]")
    try writeFile(folder + "/handoff.yaml", Array(named.utf8))
    try repository.git("commit", "-qam", "a key", in: folder, setting: lee)
    try repository.git("config", "gpg.format", "ssh", in: folder)
    try repository.git("config", "user.signingKey", key.path, in: folder)
    let id = try found("P", in: folder, repository)
    _ = try handoff(["set", "acme-implementation/\(id)", "due", "2027-03-31"], folder, repository)
    try repository.git("commit", "-qam", "another day", in: folder)
    let approved = try run(
      HandoffProgram.path, ["approve", "acme-implementation", "--role", "pricing", "--sign"],
      in: folder, environment: repository.variables.merging(lee) { $1 })
    #expect(approved.status == 0, "\(approved.errorText)")
    return folder
  }

  private func handoff(
    _ arguments: [String], _ folder: String, _ repository: TestRepository
  ) throws -> String {
    let result = try run(
      HandoffProgram.path, arguments, in: folder, environment: repository.variables)
    #expect(result.status == 0, "\(result.errorText)")
    return result.text
  }

  /// The first item whose id begins with a letter.
  private func found(
    _ letter: String, in folder: String, _ repository: TestRepository
  ) throws -> String {
    let words = try handoff(["promised", "acme-implementation"], folder, repository)
      .split(whereSeparator: { " \n:".contains($0) })
    return String(try #require(words.first { $0.hasPrefix("\(letter)-") }))
  }
}
