import Git
import TestSupport
import Testing

struct OpeningTests {
  @Test func `an ordinary repository`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    let repository = try test.open()
    #expect(try repository.head() == .branch("refs/heads/main", first))
    #expect(try repository.reference("refs/heads/main") == first)
    #expect(repository.workTree == test.path + "/")
    #expect(repository.gitDirectory == test.path + "/.git/")
    #expect(!repository.isBare)
    #expect(!repository.isShallow)
  }
}
