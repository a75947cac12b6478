internal import Git
internal import Synchronization
internal import Workspace

/// What was read of files so far; all cores put theirs in, and find parts and texts that were met
/// before by their bytes.
final class BlobTable: Sendable {
  private let state = Mutex(State())

  /// What was put in.
  var facts: BlobFacts {
    state.withLock { state in
      state.facts.wordings = state.wordings.wordings
      return state.facts
    }
  }

  /// The numbers of parts; nil where they are not known yet.
  func numbers(of parts: [BytesKey]) -> [Int32?] {
    state.withLock { state in parts.map { state.parts[$0] } }
  }

  /// The number of a part, known before or not; one without a key is not to be found again.
  func number(of part: PartWords, as key: BytesKey? = nil) -> Int32 {
    let keys = part.texts.map { Wordings.key($0.place, text: $0.text) }
    let known = state.withLock { state in keys.map { state.texts[$0] } }
    // Folding words takes time, in which others may read.
    let packed = part.texts.indices.map { index in
      let (place, text) = part.texts[index]
      return known[index] == nil ? Wordings.pack(place, text: text) : []
    }
    return state.withLock { state in
      if let key, let number = state.parts[key] { return number }
      let texts = keys.indices.map { state.number(ofText: keys[$0], packed[$0]) }
      let number = state.add(part, texts)
      if let key { state.parts[key] = number }
      return number
    }
  }

  /// Adds a brief with its parts; false where a key stands twice, so that it cannot be read by parts.
  @discardableResult
  func add(_ id: ObjectID, _ parts: [Int32]) -> Bool {
    state.withLock { $0.add(id, parts) }
  }

  /// Says that a file could not be compared with its id.
  func addUnhashed() { state.withLock { $0.facts.hasUnhashed = true } }

  /// Adds a file that is no brief, or one of which nothing can be read.
  func add(_ id: ObjectID, isBrief: Bool, fault: GitError? = nil) {
    state.withLock { state in
      state.facts.files[BlobKey(plain: id)] = BlobFacts.File(isBrief: isBrief)
      if let fault { state.facts.faults[id] = fault }
    }
  }
}

private struct State {
  var facts = BlobFacts()
  var parts: [BytesKey: Int32] = [:]
  var texts: [BytesKey: Int32] = [:]
  var wordings = WordingTable()
  private var keys: [String: Int32] = [:]
  private var names: [[UInt8]: Int32] = [:]

  mutating func number(ofText key: BytesKey, _ packed: [UInt8]) -> Int32 {
    if let known = texts[key] { return known }
    let number = wordings.number(of: packed[...])
    texts[key] = number
    return number
  }

  mutating func add(_ part: PartWords, _ texts: [Int32]) -> Int32 {
    let start = Int32(facts.partTexts.count)
    facts.partTexts += texts
    facts.parts.append(
      BlobFacts.Part(
        key: part.key.map { number(ofKey: $0) }, name: part.name.map { number(ofName: $0) },
        texts: start..<Int32(facts.partTexts.count)))
    return Int32(facts.parts.count - 1)
  }

  mutating func add(_ id: ObjectID, _ parts: [Int32]) -> Bool {
    var file = BlobFacts.File(isBrief: true)
    var keys: Set<Int32> = []
    for number in parts {
      let part = facts.parts[Int(number)]
      if let key = part.key, !keys.insert(key).inserted { return false }
      file.name = file.name ?? part.name
    }
    let start = Int32(facts.fileParts.count)
    facts.fileParts += parts.filter { !facts.parts[Int($0)].texts.isEmpty }
    file.parts = start..<Int32(facts.fileParts.count)
    facts.files[BlobKey(plain: id)] = file
    return true
  }

  private mutating func number(ofKey key: String) -> Int32 {
    if let known = keys[key] { return known }
    let number = Int32(keys.count)
    keys[key] = number
    return number
  }

  private mutating func number(ofName name: String) -> Int32 {
    let bytes = Array(name.utf8)
    if let known = names[bytes] { return known }
    let number = Int32(facts.names.count)
    facts.names.append(bytes)
    names[bytes] = number
    return number
  }
}

extension BlobKey {
  fileprivate init(plain id: ObjectID) {
    self.id = id
    isPlain = true
  }
}
