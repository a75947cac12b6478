import Git
import TestSupport
import Testing

struct HistoryTests {
  @Test func `an unborn branch has no commit`() throws {
    let test = try TestRepository()
    let repository = try test.open()
    #expect(try repository.head() == .branch("refs/heads/main", nil))
    #expect(try repository.reference("refs/heads/main") == nil)
    #expect(try repository.references("refs/").isEmpty)
    #expect(try repository.otherMergeParents().isEmpty)
  }

  @Test func `a detached HEAD is its commit`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    try test.git("checkout", "-q", "--detach")
    #expect(try test.open().head() == .detached(first))
  }

  @Test func `a path is touched by the commits that brought or took its file, and by no others`()
    throws
  {
    let test = try TestRepository()
    let name = ":(glob)*/é \u{1}.md"
    try test.commit("add brief", [name: "A\n", "b.md": "B\n"])
    try test.git("rm", "-q", "--", ":(literal)" + name)
    try test.git("commit", "-q", "-m", "remove it")
    let last = try test.id("HEAD")
    let repository = try test.open()
    #expect(try repository.isTouched(Array(name.utf8), upTo: last))
    #expect(try repository.isTouched(Array("b.md".utf8), upTo: last))
    for other in ["*.md", "a.md", "b.md/c"] {
      #expect(try !repository.isTouched(Array(other.utf8), upTo: last), "\(other)")
    }
  }

  @Test func `references lead through tags to commits, packed or not`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    try test.git("tag", "-a", "-m", "one", "v1")
    try test.git("tag", "-a", "-m", "two", "v2", "v1")
    try test.git("tag", "tree", "HEAD^{tree}")
    try test.git("branch", "feature/deep")
    try test.git("pack-refs", "--all")
    try test.git("branch", "another")
    try test.git("symbolic-ref", "refs/heads/nowhere", "refs/heads/missing")
    let repository = try test.open()
    #expect(
      try repository.references("refs/heads/")
        == ["another", "feature/deep", "main"].map {
          Reference(name: "refs/heads/" + $0, id: first)
        })
    let tree = try test.id("HEAD^{tree}")
    #expect(
      try repository.references("refs/tags/") == [
        Reference(name: "refs/tags/tree", id: tree), Reference(name: "refs/tags/v1", id: first),
        Reference(name: "refs/tags/v2", id: first),
      ])
    for revision in ["v2", "main", "HEAD", "another", "feature/deep", "\(first)", "HEAD~0"] {
      #expect(try repository.resolve(revision) == first)
    }
    #expect(throws: GitError.self) { try repository.resolve("tree") }
    #expect(throws: GitError.self) { try repository.resolve("missing") }
    #expect(throws: GitError.self) { try repository.reference("not a name") }
  }

  @Test func `a merge in progress names its other parents`() throws {
    let test = try TestRepository()
    let base = try test.commit("add brief", ["a.md": "A\n"])
    var others: [ObjectID] = []
    for name in ["one", "two"] {
      try test.git("checkout", "-q", "-b", name, "\(base)")
      others.append(try test.commit(name, ["\(name).md": "A\n"]))
    }
    try test.git("checkout", "-q", "main")
    try test.git("merge", "-q", "--no-commit", "--no-ff", "one", "two")
    let repository = try test.open(
      ["GITHEAD_\(others[0])": "one", "GITHEAD_\(others[1])": "two", "GITHEAD_x": "no id"])
    #expect(try repository.otherMergeParents() == others)
    #expect(repository.mergeParentsFromEnvironment == others.sorted())
    let merge = try test.commit("merge")
    #expect(try repository.commit(merge).parents == [base] + others)
    #expect(try repository.mergeBase(others[0], others[1]) == base)
    #expect(try repository.isAncestor(others[1], of: merge))
    #expect(try repository.isAncestor(merge, of: merge))
    #expect(try !repository.isAncestor(merge, of: others[1]))
    #expect(
      try repository.commits(reachableFrom: [merge], notFrom: [others[0]])
        == [merge, others[1]])
  }

  @Test func `unrelated histories have no merge base`() throws {
    let test = try TestRepository()
    let first = try test.commit("add brief", ["a.md": "A\n"])
    try test.git("checkout", "-q", "--orphan", "other")
    let second = try test.commit("start again", ["a.md": "B\n"])
    let repository = try test.open()
    #expect(try repository.mergeBase(first, second) == nil)
    #expect(Set(try repository.commits(reachableFrom: [first, second])) == [first, second])
  }

  @Test func `replace refs and grafts hide nothing`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a.md": "A\n"])
    try test.commit("two", ["a.md": "B\n"])
    let tip = try test.commit("three", ["a.md": "C\n"])
    try test.git("replace", "--graft", "HEAD")
    try test.write(".git/info/grafts", "\(tip)\n")
    #expect(try test.open().commits(reachableFrom: [tip]).count == 3)
  }

  @Test func `a forged commit-graph changes nothing`() throws {
    let test = try TestRepository()
    let first = try test.commit("one", ["a.md": "A\n"])
    try test.commit("two", ["a.md": "B\n"])
    let third = try test.commit("three", ["a.md": "C\n"])
    try test.git("commit-graph", "write", "--reachable")
    let path = test.path + "/.git/objects/info/commit-graph"
    var graph = try #require(readFile(path))
    let table = try #require(
      stride(from: 8, to: 80, by: 12).first { graph[$0..<($0 + 4)].elementsEqual("CDAT".utf8) })
    let rows = graph[(table + 4)..<(table + 12)].reduce(0) { $0 << 8 | Int($1) }
    // A row is a tree's id, two parents and a time; now no commit has a parent.
    for row in 0..<3 {
      let parent = rows + row * 36 + 20
      graph.replaceSubrange(parent..<(parent + 4), with: [0x70, 0, 0, 0])
    }
    graph.removeLast(20)
    let sum = try run("/usr/bin/sha1sum", [], in: "/", input: graph).text.prefix(40)
    graph += try #require(ObjectID(hex: String(sum))).bytes
    _ = try run("/bin/rm", ["-f", path], in: "/")
    try writeFile(path, graph)
    let fooled = try test.attempt(["merge-base", "--is-ancestor", "\(first)", "\(third)"])
    #expect(fooled.status == 1)
    let repository = try test.open()
    #expect(try repository.isAncestor(first, of: third))
    #expect(try repository.mergeBase(first, third) == first)
  }

  @Test func `a shallow clone says where it is cut, and a walk past that is an error`() throws {
    let test = try TestRepository()
    try test.commit("one", ["a.md": "A\n"])
    let tip = try test.commit("two", ["a.md": "B\n"])
    let clone = test.beside("clone")
    try test.git("clone", "-q", "--depth", "1", "file://" + test.path, clone)
    let repository = try test.open(at: clone)
    #expect(repository.isShallow)
    #expect(try repository.shallowCommits() == [tip])
    let error = #expect(throws: GitError.self) { try repository.commits(reachableFrom: [tip]) }
    #expect(error?.code == .notFound)
    let next = try test.git(
      "commit-tree", "-p", "\(tip)", "-m", "three", "HEAD^{tree}", in: clone)
    let id = try #require(ObjectID(hex: next))
    #expect(try repository.commits(reachableFrom: [id], notFrom: [tip]) == [id])
  }

  @Test func `a walk agrees with git on random histories, clocks askew`() throws {
    let test = try TestRepository()
    let tree = try test.git("write-tree")
    var generator = SeededGenerator(seed: 3)
    var commits: [ObjectID] = []
    for number in 0..<60 {
      let parents =
        commits.isEmpty
        ? []
        : (0..<Int.random(in: 0...3, using: &generator)).compactMap {
          _ in commits.suffix(8).randomElement(using: &generator)
        }
      let lines = Set(parents).map { "parent \($0)\n" }.sorted().joined()
      let seconds = 1_782_896_400 + number * 60 + Int.random(in: -90...90, using: &generator)
      let person = "Dana <dana@northwind.example> \(seconds) +0000\n"
      let text = "tree \(tree)\n\(lines)author \(person)committer \(person)\n\(number)\n"
      let hex = try test.git(
        "hash-object", "-t", "commit", "-w", "--stdin", input: Array(text.utf8))
      commits.append(try #require(ObjectID(hex: hex)))
    }
    let repository = try test.open()
    for _ in 0..<40 {
      let included = (0..<2).compactMap { _ in commits.randomElement(using: &generator) }
      let excluded = (0..<2).compactMap { _ in commits.randomElement(using: &generator) }
      let ours = try repository.commits(reachableFrom: included, notFrom: excluded)
      let revisions = included.map(\.description) + excluded.map { "^\($0)" }
      let theirs = try test.git(
        "rev-list", "--stdin", input: Array((revisions.joined(separator: "\n") + "\n").utf8))
      #expect(Set(ours.map(\.description)) == Set(theirs.split(separator: "\n").map(String.init)))
      for (place, commit) in ours.enumerated() {
        let parents = try repository.outline(of: commit).parents
        #expect(ours[..<place].allSatisfy { !parents.contains($0) })
      }
    }
  }
}
