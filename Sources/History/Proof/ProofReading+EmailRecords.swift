internal import Briefs
internal import Git
internal import Workspace

extension ProofReading {
  /// A commit that has the record of an email as none of its parents has it.
  private struct Recording {
    let step: BriefTrace.Step
    let record: Item

    /// The record as it was; nil where it is new, or that cannot be read.
    var before: Item?

    /// Whether what was before cannot be read, so that somebody else may have written it.
    var isCutShort: Bool
  }

  /// Who wrote the record of an email, and who changed it: it is ours, whoever answered.
  func tellRecording(
    of mail: Item, _ facts: inout [String], _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    for recording in try recordings(of: mail) {
      let commit = try repository.commit(recording.step.commit)
      if recording.isCutShort {
        facts.append(
          "The record stood so already in commit \(commit.id.short). Who wrote it, and when, is not "
            + "known here.")
      } else {
        facts.append(
          "\(commit.proofWords): "
            + (recording.before.map { "changed the record: \(recording.record.changes(since: $0))" }
              ?? "wrote the record\(recording.record.answer)") + ".")
        checks += wrote(commit)
        checks += try before(recording, &facts)
      }
      let version = version(of: commit.id)
      checks.append(
        version?.lines("the record as commit \(commit.id.short) has it", recording.record))
    }
  }

  /// The record in the parents of the commit that wrote it.
  private func before(
    _ recording: Recording, _ facts: inout [String]
  ) throws(GitError) -> [ItemProof.Check?] {
    try absence(
      of: "the record", before: recording.step.commit, at: recording.step.path, &facts
    ) { earlier in
      if let old = earlier.brief.email(like: recording.record) {
        return earlier.lines("the record before, in commit \(earlier.short)", old)
      }
      return version(of: recording.step.commit)?.texts(of: recording.record).lazy
        .compactMap { earlier.lacks($0) }.first
    }
  }

  /// The commits that wrote a record of the last version or changed it, the oldest first.
  private func recordings(of mail: Item) throws(GitError) -> [Recording] {
    var wanted = [life.tip: mail]
    var result: [Recording] = []
    for step in record.steps(upTo: life.tip) {
      guard let own = wanted.removeValue(forKey: step.commit) else { continue }
      guard step.sameEarlier.isEmpty else {
        for parent in step.sameEarlier { wanted[parent] = own }
        continue
      }
      var recording = Recording(step: step, record: own, isCutShort: step.isCutShort)
      var earlier: [(commit: ObjectID, record: Item)] = []
      for before in record.history.order.before(step).compactMap({ record.step($0) }) {
        let brief = try record.trace.brief(of: before)
        if !brief.isSound { recording.isCutShort = true }
        if let item = brief.email(like: own) { earlier.append((before.commit, item)) }
      }
      let same = earlier.filter { $0.record.changes(since: own).isEmpty }
      if same.isEmpty {
        recording.before = earlier.first?.record
        recording.isCutShort = recording.isCutShort && earlier.isEmpty
        result.append(recording)
      }
      for (commit, item) in same.isEmpty ? earlier : same { wanted[commit] = item }
    }
    return result.reversed()
  }
}

extension Brief {
  /// The record of the same email: with its words, and of several the one sent on the same day to
  /// the same people, else the first.
  fileprivate func email(like record: Item) -> Item? {
    guard isSound else { return nil }
    let like = items(in: .emails).filter { $0.has(.kind, .body, as: record) }
    return like.first { $0.has(.sent, .to, as: record) } ?? like.first
  }
}

extension Item {
  fileprivate func has(_ names: FieldName..., as other: Item) -> Bool {
    names.allSatisfy { values(of: $0).elementsEqual(other.values(of: $0)) }
  }

  /// What differs from how it was, field by field; empty where nothing does.
  fileprivate func changes(since before: Item) -> String {
    Catalogue.fields(of: list).compactMap { field in
      let (old, new) = (before.values(of: field.name), values(of: field.name))
      if old.elementsEqual(new) { return nil }
      let name = field.name.rawValue
      if new.isEmpty { return "\(name) “\(before.words(of: field.name))” was taken away" }
      let now = "\(name) is “\(words(of: field.name))”"
      return old.isEmpty ? now : "\(now), was “\(before.words(of: field.name))”"
    }.joined(separator: "; ")
  }

  /// The answer that a record has as it is written, in a few words.
  fileprivate var answer: String { string(.reply).map { ", with the answer “\($0)”" } ?? "" }

  private func values(of name: FieldName) -> [[UInt8]] {
    fields.list(name).map { Array($0.string.utf8) }
  }

  private func words(of name: FieldName) -> String {
    fields.list(name).map(\.string.collapsingWhiteSpace).joined(separator: ", ")
  }
}
