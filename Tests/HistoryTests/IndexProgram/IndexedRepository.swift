import Git
import History
import TestSupport

/// A repository with a random history, and the program that keeps its index.
struct IndexedRepository {
  let history: ModelHistory
  let git: TestRepository
  let ids: [ObjectID]

  init(seed: UInt64, count: Int = 30) throws {
    history = ModelHistory(seed: seed, count: count)
    git = try TestRepository()
    try git.git("fast-import", "--quiet", input: Array(history.commands.utf8))
    let heads = try git.git("for-each-ref", "--format=%(refname:short) %(objectname)")
    let pairs = heads.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    let named = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], $0[1]) })
    ids = history.commits.indices.compactMap { named["n\($0)"].flatMap { ObjectID(hex: $0) } }
  }

  static let program = HandoffProgram.directory + "/handoff-index"

  /// The folder of the index.
  var folder: String { git.path + "/.git/handoff" }
  var database: String { folder + "/index-3.sqlite" }
  var checksum: String { folder + "/index-3.sum" }

  /// Questions about a tip, one of each kind.
  func requests(_ tip: Int) -> [IndexRequest] {
    [
      .trace(tip: ids[tip], briefs: ModelHistory.ids),
      .account(tip: ids[tip], name: "ACME gmbh"),
      .briefs(tip: ids[tip]),
      .search(tip: ids[tip], words: ["dash"]),
      .search(tip: ids[tip], words: ["train", "site"]),
      .search(tip: ids[tip], words: ["ite"]),
      .record(tip: ids[tip], path: "evidence/one.md"),
      .record(tip: ids[tip], path: "evidence/a"),
    ]
  }

  /// What the program leaves behind.
  func ask(_ request: IndexRequest, in directory: String? = nil) throws -> ChildProcess.Output {
    let path = directory ?? git.path
    return try run(
      Self.program, [path] + request.arguments, in: path, environment: git.variables)
  }

  /// What the repository answers without any file.
  func truth(_ request: IndexRequest, in directory: String? = nil) throws -> IndexAnswer {
    try HistoryIndex(of: request.tip, in: git.open(at: directory).place).answer(request)
  }
}

extension ChildProcess.Output {
  /// The program's answer; nil where it gave none.
  var answer: IndexAnswer? {
    [0, IndexAnswer.statusWithoutFile].contains(status) ? IndexAnswer(lines: output) : nil
  }

  /// What it said besides how far it was.
  var words: [String] {
    errorText.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("progress\t") }
  }
}
