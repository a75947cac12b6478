internal import Briefs
internal import Diagnostics
internal import Git
internal import Markdown
internal import Synchronization
internal import Workspace

/// What an index needs of each different file, parsed once, on all cores.
struct BlobFacts: Sendable {
  /// What one file is.
  struct Fact: Sendable {
    /// Whether it is a brief at all; one that cannot be read is.
    var isBrief = false

    /// The number of the brief's id in ``names``; nil where it says none.
    var name: Int32?

    /// Its texts in ``texts``.
    var texts: Range<Int32> = 0..<0
  }

  private(set) var facts: [BlobKey: Fact] = [:]
  private(set) var names: [[UInt8]] = []

  /// The numbers of wordings, file by file.
  var texts: [Int32] = []

  /// Files that could not be read.
  private(set) var faults: [ObjectID: GitError] = [:]

  /// Parses files; their texts are put among the wordings.
  static func read(
    _ wanted: Set<BlobKey>, in place: RepositoryPlace, adding table: inout WordingTable,
    progress: @Sendable (IndexProgress) -> Void
  ) throws(GitError) -> BlobFacts {
    var result = BlobFacts()
    for key in wanted where !key.isPlain { result.facts[key] = Fact(isBrief: true) }
    let ids = try order(Set(wanted.filter(\.isPlain).map(\.id)), in: place)
    let portion = max(16, min(1_000, ids.count / 16))
    let starts = Array(stride(from: 0, to: ids.count, by: portion))
    let next = Atomic<Int>(0)
    let parts = Mutex<(found: [BlobReading], done: Int, error: GitError?)>(([], 0, nil))
    Workers.run(count: starts.count) {
      do throws(GitError) {
        let repository = try place.open()
        var reading = BlobReading()
        let remembered = RememberedParts()
        while true {
          let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard number < starts.count else { break }
          let range = starts[number]..<min(starts[number] + portion, ids.count)
          for id in ids[range] { reading.read(id, in: repository, remembered) }
          let done = parts.withLock { parts in
            parts.done += range.count
            return parts.done
          }
          progress(IndexProgress(phase: .reading, done: done, total: ids.count))
        }
        parts.withLock { $0.found.append(reading) }
      } catch {
        parts.withLock { $0.error = error }
      }
    }
    let error = parts.withLock { $0.error }
    if let error { throw error }
    var numbers: [[UInt8]: Int32] = [:]
    while let reading = parts.withLock({ $0.found.popLast() }) {
      result.take(reading, &numbers, &table)
    }
    return result
  }

  /// Adds what one worker read, whose numbers are its own.
  private mutating func take(
    _ reading: BlobReading, _ numbers: inout [[UInt8]: Int32], _ table: inout WordingTable
  ) {
    let wordings = (0..<Int32(reading.wordings.count)).map { number in
      table.number(of: reading.wordings.packed(number))
    }
    let names = reading.names.map { name in
      if let known = numbers[name] { return known }
      let number = Int32(self.names.count)
      self.names.append(name)
      numbers[name] = number
      return number
    }
    let start = Int32(texts.count)
    texts.reserveCapacity(texts.count + reading.texts.count)
    for text in reading.texts { texts.append(wordings[Int(text)]) }
    for (id, fact) in reading.facts {
      var fact = fact
      fact.name = fact.name.map { names[Int($0)] }
      fact.texts = fact.texts.lowerBound + start..<fact.texts.upperBound + start
      facts[BlobKey(plain: id)] = fact
    }
    faults.merge(reading.faults) { first, _ in first }
  }

  /// Many files are read as they are stored; of a few it does not matter.
  private static func order(
    _ ids: Set<ObjectID>, in place: RepositoryPlace
  ) throws(GitError) -> [ObjectID] {
    guard ids.count > 500 else { return ids.sorted() }
    let stored = try place.open().inStorageOrder(ids)
    return stored + ids.subtracting(stored).sorted()
  }
}

/// What one worker reads of the files that it takes.
private struct BlobReading {
  var facts: [(id: ObjectID, fact: BlobFacts.Fact)] = []
  var names: [[UInt8]] = []
  var texts: [Int32] = []
  var faults: [ObjectID: GitError] = [:]
  var wordings = Wordings()
  private var numbers: [[UInt8]: Int32] = [:]

  /// Texts that were met before, by what was written.
  private var known: [BytesKey: Int32] = [:]

  /// The wordings of summaries that were met before, by their bytes.
  private var summaries: [BytesKey: [Int32]] = [:]

  mutating func read(
    _ id: ObjectID, in repository: Repository, _ remembered: RememberedParts
  ) {
    let brief: Brief?
    do throws(GitError) {
      // A file over the limit is a brief by its place, and what it says is not looked at.
      if try repository.size(of: id) > Brief.sizeLimit {
        facts.append((id, BlobFacts.Fact(isBrief: true)))
        return
      }
      brief = remembered.brief(
        reading: SourceText(try repository.blob(id, atMost: Brief.sizeLimit)))
    } catch {
      faults[id] = error
      facts.append((id, BlobFacts.Fact(isBrief: true)))
      return
    }
    guard let brief else {
      facts.append((id, BlobFacts.Fact()))
      return
    }
    let start = Int32(texts.count)
    if let account = brief.fields.string(.account) { add(.account, account) }
    for earlier in brief.fields.list(.after) { add(.predecessor, earlier.string) }
    for item in brief.items { add(.item(item.list, id: item.id), item.searchText) }
    addSummary(of: brief)
    facts.append(
      (
        id,
        BlobFacts.Fact(
          isBrief: true, name: brief.id.map { number(of: Array($0.utf8)) },
          texts: start..<Int32(texts.count))
      ))
  }

  private mutating func number(of name: [UInt8]) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return number
  }

  private mutating func add(_ place: WordingPlace, _ text: String) {
    let (kind, name) = Wordings.code(place)
    var written = name
    written += "\0"
    written += text
    let key = written.withUTF8 { BytesKey(UnsafeRawBufferPointer($0), Int(kind)) }
    var number = known[key]
    if number == nil {
      number = wordings.append(Wordings.pack(place, text: text))
      known[key] = number
    }
    texts.append(number ?? 0)
  }

  private mutating func addSummary(of brief: Brief) {
    let body = brief.source.bytes[brief.body]
    guard !body.isEmpty else { return }
    let key = BytesKey(body)
    if let known = summaries[key] {
      texts += known
      return
    }
    let start = texts.count
    for (heading, text) in SummaryText.sections(of: body) { add(.section(heading: heading), text) }
    summaries[key] = Array(texts[start...])
  }
}

extension BlobKey {
  fileprivate init(plain id: ObjectID) {
    self.id = id
    isPlain = true
  }
}
