internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// One version of a brief that commands name by its commit.
struct PinnedBrief {
  let commit: ObjectID
  let path: String
  let brief: Brief

  init(commit: ObjectID, path: [UInt8], brief: Brief) {
    self.commit = commit
    self.path = String(decoding: path, as: UTF8.self)
    self.brief = brief
  }

  /// The lines of an item of this version.
  func lines(_ purpose: String, _ item: Item) -> ItemProof.Check? { lines(purpose, item.span) }

  /// The lines that hold a span of this version.
  func lines(_ purpose: String, _ span: Range<Int>) -> ItemProof.Check? {
    let source = brief.source
    let last = source.line(at: max(span.lowerBound, span.upperBound - 1))
    return .lines(
      purpose, source.line(at: span.lowerBound)...last, of: source, at: path, in: commit)
  }

  /// That nothing in this version says some words; nil where something does.
  func lacks(_ words: String) -> ItemProof.Check? {
    guard !brief.source.bytes.holds(Array(words.utf8)) else { return nil }
    return ItemProof.Check(
      purpose: "\(words) is nowhere in the file of commit \(commit.short)",
      command: "git cat-file -e \("\(commit):\(path)".shellWord) && "
        + "{ git grep -q -F -e \(words.shellWord) \(commit) -- \(path.shellWord); "
        + "test $? -eq 1 && echo gone; }",
      prints: "gone")
  }
}

extension PinnedBrief {
  /// The newest version that has an item in the words shown: the one accepted last, where that is
  /// what is shown, else the newest up to the life's last; nil where none can be read.
  static func holding(
    _ item: Item, of life: BriefLife, in record: BriefRecord
  ) throws(GitError) -> PinnedBrief? {
    guard let id = item.id else { return nil }
    let accepted = life.isBackInReview ? life.acceptance.flatMap { record.step($0.last) } : nil
    for step in [accepted].compactMap({ $0 }) + record.steps(upTo: life.tip) {
      let brief = try record.trace.brief(of: step)
      if brief.isSound, let found = brief.item(id, in: item.list),
        found.proofWords.utf8.elementsEqual(item.proofWords.utf8)
      {
        return PinnedBrief(commit: step.commit, path: step.path, brief: brief)
      }
    }
    return nil
  }
}

extension Item {
  /// The words on one line.
  var proofWords: String { telling?.string.collapsingWhiteSpace ?? "" }
}
