internal import GRDB
internal import History

extension IndexStore {
  /// Writes what an index knows of some keys, and by which names it is found.
  func save(
    _ index: HistoryIndex, _ keys: some Collection<BriefKey>, in database: Database,
    progress: (IndexProgress) -> Void
  ) throws {
    var vocabulary = Vocabulary()
    let known = try database.cachedStatement(sql: "SELECT number, texts FROM briefs WHERE key = ?")
    let write = try database.cachedStatement(
      sql: "INSERT OR REPLACE INTO briefs VALUES (?, ?, ?, ?, ?)")
    let name = try database.cachedStatement(sql: "INSERT OR IGNORE INTO names VALUES (?, ?)")
    let document = try database.cachedStatement(
      sql: "INSERT INTO words (rowid, text) VALUES (?, ?)")
    var next = (try Int.fetchOne(database, sql: "SELECT max(number) FROM briefs") ?? 0) + 1
    let ordered = keys.sorted { $0.stored.lexicographicallyPrecedes($1.stored) }
    for (done, key) in ordered.enumerated() {
      if done.isMultiple(of: 64) {
        progress(IndexProgress(phase: .writing, done: done, total: ordered.count))
      }
      guard let data = index.stored(key) else { continue }
      let stored = Self.data(key.stored)
      let row = try Row.fetchOne(known, arguments: [stored])
      let number: Int = row?[0] ?? next
      let before: Int = row?[1] ?? 0
      if row == nil { next += 1 }
      let texts = index.introductionCount(of: key)
      try write.execute(
        arguments: [number, stored, texts, Self.data(data), Self.sum(data, key.stored)])
      for found in index.findingNames(of: key) {
        try name.execute(arguments: [Self.data(found), number])
      }
      let tokens = index.tokens(of: key, from: before, &vocabulary)
      guard !tokens.isEmpty else { continue }
      try document.execute(
        arguments: [number << Self.documentBits | before, String(decoding: tokens, as: UTF8.self)])
    }
  }
}
