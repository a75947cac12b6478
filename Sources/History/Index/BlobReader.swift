internal import Briefs
internal import Diagnostics
internal import Git

/// One core's reading of files into the table of all cores.
struct BlobReader {
  let repository: Repository
  let table: BlobTable

  /// Puts into the table what an ordinary file says.
  func read(_ id: ObjectID) {
    do throws(GitError) {
      let source = SourceText(try repository.blob(id, atMost: Brief.sizeLimit))
      if readParts(of: source, id) { return }
      guard let brief = Brief(reading: source) else { return table.add(id, isBrief: false) }
      table.add(id, [table.number(of: PartWords(brief))])
    } catch {
      // A file over the limit is a brief by its place, and what it says is not looked at.
      table.add(id, isBrief: true, fault: error.code == .tooLarge ? nil : error)
    }
  }

  /// Reads a file part by part; false where it has to be read as a whole.
  private func readParts(of source: SourceText, _ id: ObjectID) -> Bool {
    guard let parts = BriefParts(of: source) else { return false }
    let summary = BytesKey(source.bytes[parts.body], 1)
    let keys = parts.ranges.map { BytesKey(source.bytes[$0]) } + [summary]
    var known = table.numbers(of: keys)
    for (index, key) in keys.enumerated() where known[index] == nil {
      if index < parts.ranges.count {
        guard let part = parts.part(at: parts.ranges[index]) else { return false }
        known[index] = table.number(of: PartWords(part), as: key)
      } else {
        known[index] = table.number(of: PartWords(summary: source.bytes[parts.body]), as: key)
      }
    }
    return table.add(id, known.compactMap { $0 })
  }
}
