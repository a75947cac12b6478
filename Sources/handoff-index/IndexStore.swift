internal import FoundationEssentials
internal import GRDB
internal import History

/// The SQLite file that keeps an index: one row for each portion of the commits and each brief.
///
/// It is used only by who holds the lock and has compared its checksum. Every row has a sum of its
/// own all the same.
struct IndexStore {
  private let queue: DatabaseQueue

  /// What a row says is not what was written.
  struct Damaged: Error {}

  /// What SQLite said of a failure; nil where it was not SQLite that failed.
  static func message(of error: any Error) -> String? {
    (error as? DatabaseError).map { $0.message ?? $0.resultCode.description }
  }

  /// Opens a database that is there.
  init(opening path: String, readOnly: Bool) throws {
    var configuration = Self.configuration
    configuration.readonly = readOnly
    queue = try DatabaseQueue(path: path, configuration: configuration)
    guard try queue.read({ try Int.fetchOne($0, sql: "PRAGMA user_version") }) == Self.version
    else { throw Damaged() }
  }

  /// Makes a database where none is.
  ///
  /// A crash leaves one that nobody takes for whole, so that it need
  /// not be safe before it is.
  init(creating path: String) throws {
    var configuration = Self.configuration
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA locking_mode = EXCLUSIVE")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { database in try database.execute(sql: Self.schema) }
  }

  /// Ends all work with the file.
  func close() throws { try queue.close() }

  /// The index without its briefs.
  func base() throws -> HistoryIndex {
    try queue.read { database in
      var index = try HistoryIndex(
        storedState: Self.row(database, "SELECT data, sum FROM state WHERE number = ?", 0))
      let portions = (index.commitCount + CommitGraph.portion - 1) / CommitGraph.portion
      var graph = CommitGraph()
      for number in 0..<portions {
        try graph.add(
          stored: Self.row(database, "SELECT data, sum FROM commits WHERE number = ?", number))
      }
      guard graph.count == index.commitCount else { throw Damaged() }
      index.take(graph)
      return index
    }
  }

  /// Adds what is kept under some keys, as far as anything is.
  func load(_ keys: some Sequence<BriefKey>, into index: inout HistoryIndex) throws {
    try queue.read { database in
      let statement = try database.cachedStatement(
        sql: "SELECT data, sum FROM briefs WHERE key = ?")
      for key in keys where !index.has(key) {
        guard let row = try Row.fetchOne(statement, arguments: [Self.data(key.stored)]) else {
          continue
        }
        try index.add(stored: Self.bytes(row, key.stored), of: key)
      }
    }
  }

  /// The keys of all but evidence.
  func briefKeys() throws -> [BriefKey] {
    let evidence = BriefKey.evidence([]).stored
    return try keys("SELECT key FROM briefs WHERE substr(key, 1, 1) <> ?", Self.data(evidence))
  }

  /// The keys of briefs that ever had a path or named an account.
  func keys(foundBy name: [UInt8]) throws -> [BriefKey] {
    try keys(
      "SELECT key FROM names JOIN briefs ON briefs.number = names.brief WHERE name = ?",
      Self.data(name))
  }

  /// The keys of the file of evidence at a path, and of those in a folder there.
  func keys(ofEvidence path: [UInt8]) throws -> [BriefKey] {
    let key = BriefKey.evidence(path).stored
    return try keys(
      "SELECT key FROM briefs WHERE key = ? OR (key > ? AND key < ?)", Self.data(key),
      Self.data(key + [UInt8(ascii: "/")]), Self.data(key + [UInt8(ascii: "/") + 1]))
  }

  /// The keys of all whose texts may hold some words, and of more.
  func keys(holding words: [String]) throws -> [BriefKey] {
    let tokens = SearchToken.beginnings(of: words)
    guard !tokens.isEmpty else { return [] }
    let question = tokens.map { "\"\($0)\"*" }.joined(separator: " ")
    return try keys(
      """
      SELECT key FROM briefs WHERE number IN
      (SELECT rowid >> \(Self.documentBits) FROM words WHERE words MATCH ?)
      """, question)
  }

  /// Writes what an index knows of some keys, and everything else of it.
  func save(
    _ index: HistoryIndex, _ keys: some Collection<BriefKey>, commitsFrom first: Int,
    progress: (IndexProgress) -> Void
  ) throws {
    try queue.write { database in
      let state = index.storedState()
      try database.execute(
        sql: "INSERT OR REPLACE INTO state VALUES (0, ?, ?)",
        arguments: [Self.data(state), Self.sum(state, number: 0)])
      var number = first / CommitGraph.portion
      while number * CommitGraph.portion < index.graph.count {
        let data = index.graph.stored(number)
        try database.execute(
          sql: "INSERT OR REPLACE INTO commits VALUES (?, ?, ?)",
          arguments: [number, Self.data(data), Self.sum(data, number: number)])
        number += 1
      }
      try save(index, keys, in: database, progress: progress)
    }
  }
}

extension IndexStore {
  /// Goes up with every change of what is kept, and of how words are folded.
  static let version = 3

  /// The lower bits of a document's number tell the documents of one brief apart.
  static let documentBits = 30

  fileprivate static let schema = """
    PRAGMA user_version = \(version);
    CREATE TABLE state (number INTEGER PRIMARY KEY, data BLOB NOT NULL, sum INTEGER NOT NULL);
    CREATE TABLE commits (number INTEGER PRIMARY KEY, data BLOB NOT NULL, sum INTEGER NOT NULL);
    CREATE TABLE briefs (
      number INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, texts INTEGER NOT NULL,
      data BLOB NOT NULL, sum INTEGER NOT NULL);
    CREATE TABLE names (
      name BLOB NOT NULL, brief INTEGER NOT NULL, PRIMARY KEY (name, brief)) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5 (
      text, content = '', columnsize = 0, detail = none, tokenize = ascii);
    """

  fileprivate static var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 1
    configuration.prepareDatabase { database in
      // What a crash leaves behind is found by the checksum, so that nothing waits for the disk.
      try database.execute(
        sql: """
          PRAGMA mmap_size = 0; PRAGMA synchronous = OFF; PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON; PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY;
          """)
      if !database.configuration.readonly {
        try database.execute(sql: "PRAGMA journal_mode = TRUNCATE")
      }
    }
    return configuration
  }
}

extension IndexStore {
  /// Bytes as GRDB takes them.
  static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }

  /// The sum of a row's bytes and of what it is the row of.
  static func sum(_ bytes: [UInt8], _ key: [UInt8]) -> Int64 {
    Int64(bitPattern: Checksum(of: bytes).value ^ Checksum(of: key).value &* 3)
  }

  /// The sum of a row with a number.
  static func sum(_ bytes: [UInt8], number: Int) -> Int64 {
    sum(bytes, Array("\(number)".utf8))
  }

  private static func row(
    _ database: Database, _ sql: String, _ number: Int
  ) throws -> [UInt8] {
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [number]) else {
      throw Damaged()
    }
    return try bytes(row, Array("\(number)".utf8))
  }

  /// The first column's bytes, which the second one has to fit.
  private static func bytes(_ row: Row, _ key: [UInt8]) throws -> [UInt8] {
    guard let data: Data = row[0], let sum: Int64 = row[1] else { throw Damaged() }
    let bytes = Array(data)
    guard Self.sum(bytes, key) == sum else { throw Damaged() }
    return bytes
  }

  private func keys(_ sql: String, _ arguments: any DatabaseValueConvertible...) throws
    -> [BriefKey]
  {
    try queue.read { database in
      try Data.fetchAll(database, sql: sql, arguments: StatementArguments(arguments)).map {
        guard let key = BriefKey(stored: Array($0)) else { throw Damaged() }
        return key
      }
    }
  }
}
