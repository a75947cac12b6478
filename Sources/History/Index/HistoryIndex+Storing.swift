internal import Briefs
package import Git
internal import Workspace

extension HistoryIndex {
  /// What is written into an index that is kept: another one is built anew.
  package static let format =
    "handoff/index/2 " + ItemList.allCases.map(\.rawValue).joined(separator: " ")

  /// The bytes of all but the commits and the briefs.
  package func storedState() -> [UInt8] {
    var bytes = IndexBytes()
    bytes.add(Array(Self.format.utf8))
    bytes.add(graph.count)
    bytes.add(patterns.count)
    for pattern in patterns.sorted() { bytes.add(Array(pattern.utf8)) }
    bytes.add(policies.count)
    for policy in policies {
      bytes.add(Int(policy.commit))
      bytes.add(policy.patterns.count)
      for pattern in policy.patterns { bytes.add(Array(pattern.utf8)) }
    }
    bytes.add(faults.count)
    for fault in faults {
      bytes.add(Int(fault.commit))
      bytes.add(raw: fault.missing.bytes)
      bytes.add(Int(fault.error.code.rawValue))
      for text in [fault.error.operation, fault.error.object, fault.error.message] {
        bytes.add(Array(text.utf8))
      }
    }
    return bytes.bytes
  }

  /// Reads the state; the commits are added to ``graph`` by themselves, as many as it says.
  package init(storedState: [UInt8]) throws(IndexFault) {
    self.init()
    var reader = IndexBytesReader(storedState)
    guard try reader.string().elementsEqual(Self.format.utf8) else { throw .malformed }
    commitCount = try reader.number(below: Int(Int32.max))
    for _ in 0..<(try reader.number(below: 1 << 24)) { patterns.insert(try reader.text()) }
    for _ in 0..<(try reader.number(below: 1 << 24)) {
      let commit = Int32(try reader.number(below: commitCount))
      var patterns: [String] = []
      for _ in 0..<(try reader.number(below: 1 << 24)) { patterns.append(try reader.text()) }
      policies.append(PolicyChange(commit: commit, patterns: patterns))
    }
    for _ in 0..<(try reader.number(below: 1 << 24)) {
      let commit = Int32(try reader.number(below: commitCount))
      guard let missing = ObjectID(bytes: Array(try reader.raw(ObjectID.byteCount))) else {
        throw .malformed
      }
      let code = GitError.Code(rawValue: Int32(truncatingIfNeeded: try reader.number()))
      let error = GitError(
        code, operation: try reader.text(), object: try reader.text(), message: try reader.text())
      faults.append(Fault(commit: commit, missing: missing, error: error))
    }
    guard reader.isAtEnd else { throw .malformed }
  }

  /// Takes the commits that were stored beside the state.
  package mutating func take(_ commits: CommitGraph) { graph = commits }

  /// Whether anything is known under a key.
  package func has(_ key: BriefKey) -> Bool { briefs[key] != nil }

  /// Whether it may be kept: what is damaged, or cannot be compared with its id, is looked at again
  /// every time.
  package var mayBeKept: Bool {
    !hasUnhashed && faults.allSatisfy { $0.error.code == .notFound }
  }

  /// Whether something that was missing when it was built is there now.
  package func isOutgrown(by repository: Repository) -> Bool {
    faults.contains { repository.hasObject($0.missing) }
  }

  /// Whether a version of a brief that was read, or a commit that had it, is not there any more.
  ///
  /// Only briefs that are known here are looked at. What stands in an index for a path alone may
  /// never have been there.
  package func hasLostVersions(in repository: Repository) -> Bool {
    briefs.contains { key, known in
      guard case .id = key else { return false }
      return known.touches.contains { touch in
        !repository.hasObject(graph.id(at: Int(touch.commit)))
          || touch.blob.map { !repository.hasObject($0) } ?? false
      }
    }
  }

  /// The bytes of what is known of a brief; nil where nothing is.
  package func stored(_ key: BriefKey) -> [UInt8]? {
    guard let brief = briefs[key] else { return nil }
    var bytes = IndexBytes()
    bytes.add(brief.paths.count)
    for path in brief.paths { bytes.add(path) }
    bytes.add(brief.touches.count)
    for touch in brief.touches {
      bytes.add(Int(touch.commit))
      bytes.add(Int(touch.path) << 1 | (touch.blob == nil ? 0 : 1))
      if let blob = touch.blob { bytes.add(raw: blob.bytes) }
    }
    var numbers: [Int32: Int] = [:]
    var order: [Int32] = []
    for introduction in brief.introductions where numbers[introduction.wording] == nil {
      numbers[introduction.wording] = order.count
      order.append(introduction.wording)
    }
    bytes.add(order.count)
    for wording in order { bytes.add(wordings.packed(wording)) }
    bytes.add(brief.introductions.count)
    for introduction in brief.introductions {
      bytes.add(numbers[introduction.wording] ?? 0)
      bytes.add(Int(introduction.touch))
    }
    return bytes.bytes
  }

  /// Takes in what was stored of a brief.
  package mutating func add(stored: [UInt8], of key: BriefKey) throws(IndexFault) {
    var reader = IndexBytesReader(stored)
    var brief = IndexedBrief()
    var paths: [[UInt8]] = []
    for _ in 0..<(try reader.number(below: 1 << 30)) { paths.append(Array(try reader.string())) }
    for _ in 0..<(try reader.number(below: 1 << 30)) {
      let commit = Int32(try reader.number(below: max(1, graph.count)))
      let path = try reader.number(below: 2 * paths.count)
      var blob: ObjectID?
      if path & 1 == 1 { blob = ObjectID(bytes: Array(try reader.raw(ObjectID.byteCount))) }
      _ = brief.touch(commit, paths[path >> 1], blob)
    }
    var numbers: [Int32] = []
    for _ in 0..<(try reader.number(below: 1 << 30)) {
      numbers.append(wordings.append(try reader.string()))
    }
    for _ in 0..<(try reader.number(below: 1 << 30)) {
      let wording = numbers[try reader.number(below: numbers.count)]
      brief.introduce(wording, by: Int32(try reader.number(below: brief.touches.count)))
    }
    guard reader.isAtEnd else { throw .malformed }
    briefs[key] = brief
  }
}

extension IndexBytesReader {
  fileprivate mutating func text() throws(IndexFault) -> String {
    String(decoding: try string(), as: UTF8.self)
  }
}
