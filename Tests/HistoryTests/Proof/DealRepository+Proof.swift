import Git
import TestSupport
import Testing

extension DealRepository {
  /// The page about an item, all of whose commands print in a clone what it says; the same without an
  /// index.
  func proof(
    _ options: [String] = [], of item: String = "acme-onboarding/P1", in folder: String? = nil,
    at location: SourceLocation = #_sourceLocation
  ) throws -> ProvenPage {
    let page = try ProvenPage(of: item, options, in: folder ?? git.path, git)
    let clone = git.beside("clone")
    _ = try run("/bin/rm", ["-rf", clone], in: "/", environment: git.variables)
    try git.git("clone", "-q", git.path, clone)
    #expect(try page.untrue(in: clone, git) == [], sourceLocation: location)
    try expectValid(page.json, by: "proof", at: location)
    let alone = try run(
      git.handoffWithoutIndex(), ["proof", item, "--format", "json"] + options,
      in: folder ?? git.path, environment: git.variables)
    #expect(alone.text == page.json, sourceLocation: location)
    return page
  }

  /// Commits the brief with lists as YAML.
  @discardableResult
  func put(
    _ lists: String, _ subject: String, on day: String, as person: String = "Dana Lee",
    status: String = "draft", _ files: [String: String?] = [:]
  ) throws -> ObjectID {
    try commit(
      subject, on: day, as: person,
      files.merging([Self.file: Self.brief(lists, status: status)]) { $1 })
  }
}
