import FoundationEssentials
import Rules
import Testing

@Suite struct RuleCatalogTests {
  @Test(arguments: RuleCatalog.documentations.map(\.id))
  func `a rule's file, type and id agree`(id: String) throws {
    let rule = try #require(RuleCatalog.all.first { $0.documentation.id == id })
    let type = id.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    #expect("\(rule)" == type)
    #expect(rule.documentation.fileID == "Rules/\(type).swift")
    let folder = rule.documentation.category.rawValue.capitalized
    #expect(RuleSources.texts["\(folder)/\(type).swift"] != nil)
  }

  @Test func `every rule has an id of its own and examples of both kinds`() {
    let documentations = RuleCatalog.documentations
    #expect(Set(documentations.map(\.id)).count == documentations.count)
    // The rules on the policy speak of handoff.yaml and have tests of their own.
    let ofBriefs = documentations.filter { $0.category != .policy }
    #expect(ofBriefs.filter { $0.accepts.isEmpty || $0.rejects.isEmpty }.map(\.id) == [])
  }

  @Test func `every file with a rule is in the catalog`() {
    let known = Set(RuleCatalog.all.map { "\($0)" })
    for (path, text) in RuleSources.texts {
      let name = path.split(separator: "/").last?.dropLast(".swift".count) ?? ""
      guard text.contains("struct \(name): Rule {") else { continue }
      #expect(known.contains(String(name)), "\(path) is not in RuleCatalog.all")
    }
  }

  @Test func `every rule that reading a brief speaks of is in the catalog`() throws {
    let known = Set(RuleCatalog.documentations.map(\.id))
    let folder = Scaffold.root + "/Sources/Briefs/Reading"
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      for part in text.split(separator: "rule: \"").dropFirst() {
        let id = String(part.prefix { $0 != "\"" })
        #expect(known.contains(id), "\(file) speaks of \(id)")
      }
    }
  }
}
