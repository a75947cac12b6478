internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

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
    } catch  where error.code == .tooLarge {
      // It is a brief by its place, and what it says is not looked at.
      readLarge(id)
    } catch {
      table.add(id, isBrief: true, fault: error)
    }
  }

  /// Compares a file with its id of which else only the size would be believed.
  private func readLarge(_ id: ObjectID) {
    do throws(GitError) {
      if try !repository.isHashed(id) { table.addUnhashed() }
      table.add(id, isBrief: true)
    } catch {
      table.add(id, isBrief: true, fault: error)
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

extension Repository {
  /// Compares a large blob with its id; false where it is too large even for that.
  func isHashed(_ id: ObjectID) throws(GitError) -> Bool {
    do throws(GitError) {
      _ = try blob(id, atMost: BlobStore.evidenceLimit)
      return true
    } catch  where error.code == .tooLarge {
      return false
    }
  }
}
