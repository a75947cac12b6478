internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules
internal import Workspace

/// A file of evidence as it was first brought, and whether it is that still.
struct EvidenceFile {
  var facts: [String] = []
  var checks: [ItemProof.Check?] = []

  /// The commit that the file is read from, and its bytes; nil where it is not in the repository.
  private(set) var first: (commit: ObjectID, bytes: [UInt8])?

  /// The path.
  let path: String

  init(path: String) {
    self.path = path
  }

  /// The whole file; nil where it is long or no text.
  var wholeText: ItemProof.Check? {
    guard let first else { return nil }
    let source = SourceText(first.bytes)
    let count = source.lineStarts.count - (source.lineStarts.last == first.bytes.count ? 1 : 0)
    guard (1...80).contains(count) else { return nil }
    return .lines("\(path) itself", 1...count, of: source, at: path, in: first.commit)
  }

  /// The first line that has some words as they are; nil where none has.
  func line(with words: String) -> ItemProof.Check? {
    guard let first else { return nil }
    let source = SourceText(first.bytes)
    let number = (1...source.lineStarts.count).first { number in
      Array(source.bytes[source.range(ofLine: number)]).holds(Array(words.utf8))
    }
    return number.flatMap {
      .lines("the quote in \(path)", $0...$0, of: source, at: path, in: first.commit)
    }
  }

  fileprivate mutating func read(_ commit: ObjectID, _ bytes: [UInt8]) {
    first = (commit, bytes)
  }
}

extension ProofReading {
  /// What became of a file of evidence that a version of the brief names.
  mutating func file(of evidence: Item) throws(GitError) -> EvidenceFile {
    guard let path = evidence.string(.file), RepositoryPath.isSafe(path) else {
      var none = EvidenceFile(path: "")
      none.facts = [evidence.elsewhere]
      return none
    }
    var file = EvidenceFile(path: path)
    let bytes = Array(path.utf8)
    let past = try FilePast(
      of: bytes, upTo: head, touchedBy: guide.commits(touching: bytes, upTo: head), in: repository)
    gaps += past.cuts.map {
      HistoryGap($0, affecting: "whether \(path) was another file before it, and who brought it")
    }
    guard let origin = past.changes.first(where: { $0.entry != nil }), let entry = origin.entry
    else {
      file.facts.append(
        past.cuts.isEmpty
          ? "The history of commit \(head.short) has no file \(path)."
          : "The history that is here has no file \(path).")
      return file
    }
    let commit = try repository.commit(origin.commit)
    if origin.isCutShort {
      file.facts.append(
        "\(path) was there already in commit \(commit.id.short), with which the history that is here "
          + "begins. Who brought it, and whether it was another file before, is not known here.")
      file.checks.append(.ancestry(of: commit.id, in: head))
    } else {
      file.facts.append("\(path) was brought: \(commit.proofWords).")
      file.checks += wrote(commit)
      file.checks += [touch("brought", path, commit.id), try parents(of: commit.id)]
      for index in commit.parents.indices {
        let parent = ParentName(
          child: commit.id, number: commit.parents.count > 1 ? index + 1 : nil)
        file.checks.append(.absence(of: path, in: commit.id, parent: parent))
      }
    }
    try tellChanges(after: origin, past, &file)
    try read(entry, in: commit.id, recordedAs: evidence.string(.sha256), &file)
    return file
  }

  /// Whether a file was changed or taken out since it was brought, by whom, and how to see it.
  private func tellChanges(
    after origin: FilePast.Change, _ past: FilePast, _ file: inout EvidenceFile
  ) throws(GitError) {
    let later = past.changes.filter { $0.commit != origin.commit && !$0.isCutShort }
    for change in later {
      let commit = try repository.commit(change.commit)
      file.facts.append(
        "\(file.path) was \(change.entry == nil ? "taken out" : "changed"): "
          + "\(commit.proofWords).")
      file.checks += wrote(commit)
      file.checks.append(touch("changed", file.path, commit.id))
    }
    guard past.cuts.isEmpty else { return }
    if later.isEmpty { file.facts.append("No commit has changed \(file.path) since.") }
    file.checks += [
      count("--no-merges", "brought or changed \(file.path)", past.ordinaryCount, file.path),
      count(
        "--merges", "have \(file.path) other than one of their parents, each a merge",
        past.mergeCount, file.path),
    ]
  }

  private func touch(_ what: String, _ path: String, _ commit: ObjectID) -> ItemProof.Check {
    ItemProof.Check(
      purpose: "commit \(commit.short) \(what) \(path)",
      command: "git rev-list --full-history -1 \(commit) -- \(path.shellWord)",
      prints: commit.description)
  }

  private func count(
    _ option: String, _ what: String, _ number: Int, _ path: String
  ) -> ItemProof.Check {
    ItemProof.Check(
      purpose: "how many commits \(what), on every line of history up to \(head.short)",
      command: "git rev-list --full-history \(option) --count \(head) -- \(path.shellWord)",
      prints: "\(number)")
  }

  private func read(
    _ entry: TreeEntry, in commit: ObjectID, recordedAs digest: String?, _ file: inout EvidenceFile
  ) throws(GitError) {
    guard entry.mode.isOrdinaryFile,
      try repository.size(of: entry.id) <= BlobStore.evidenceLimit
    else {
      file.facts.append("\(file.path) is no ordinary file, or too large to be read here.")
      return
    }
    let bytes = try repository.blob(entry.id, atMost: BlobStore.evidenceLimit)
    file.read(commit, bytes)
    guard let digest = digest?.asciiLowercased else { return }
    let isRecorded = "sha256:\(SHA256Hex.of(bytes))".hasSuffix(digest)
    file.facts.append(
      isRecorded
        ? "It is the file that the brief recorded, by its digest."
        : "It is not the file that the brief recorded: the digest on record is \(digest).")
    file.checks.append(
      .digest(
        "the digest of \(file.path) as commit \(commit.short) has it", ofFile: file.path,
        in: commit, bytes))
  }
}

extension Item {
  /// Where evidence is that the repository does not have.
  fileprivate var elsewhere: String {
    if string(.kind) == "spoken" {
      return
        "\(id ?? "It") is what \(string(.by) ?? "somebody") reports was said; nothing else shows "
        + "it."
    }
    return "\(id ?? "It") is not in the repository: nothing here shows what it says."
  }
}
