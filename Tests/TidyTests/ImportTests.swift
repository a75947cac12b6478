import Testing

@Suite struct ImportTests {
  @Test func `each C module is imported by one target`() throws {
    var targets: [Substring: Set<Substring>] = [:]
    for (path, text) in try SourceTree.files(in: "Sources", endingIn: ".swift") {
      for match in text.matches(of: /(?m)^[a-z ]*import (C[A-Z]\w+)$/) {
        targets[match.1, default: []].insert(path.split(separator: "/")[1])
      }
    }
    #expect(
      targets.keys.sorted() == ["CCmark", "CGMime", "CLibgit2", "CLibyaml", "CSpawn", "CZlib"])
    for (module, importers) in targets {
      #expect(importers.count == 1, "\(module) is imported by \(importers.sorted())")
    }
  }

  @Test func `nothing imports Foundation`() throws {
    for (path, text) in try SourceTree.files(in: "Sources", endingIn: ".swift") {
      #expect(!text.contains(/(?m)^[a-z ]*import Foundation$/), "\(path) imports Foundation")
    }
  }
}
