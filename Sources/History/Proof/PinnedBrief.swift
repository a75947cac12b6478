internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// One version of a brief that commands name by its commit, or as a parent of one.
struct PinnedBrief {
  let commit: ObjectID
  let path: String
  let brief: Brief
  private let parent: ParentName?

  init(commit: ObjectID, path: [UInt8], brief: Brief, parent: ParentName? = nil) {
    self.commit = commit
    self.path = String(decoding: path, as: UTF8.self)
    self.brief = brief
    self.parent = parent
  }

  /// How sentences call the commit.
  var short: String { parent?.short ?? commit.short }

  private var name: String { parent.map { "\($0)" } ?? "\(commit)" }
  var file: String { "\(name):\(path)".shellWord }

  /// The lines that hold a span of this version; the command prints nothing of what does not stand
  /// between the fences.
  func lines(_ purpose: String, _ span: Range<Int>) -> ItemProof.Check? {
    let numbers = numbers(of: span)
    guard let texts = ItemProof.Check.texts(of: numbers, in: brief.source) else { return nil }
    let script =
      hasReturns
      ? "\"1,/^---\(Self.anyReturn)\\$/{\(numbers.address){s/$(printf '\\r')\\$//;p;};}\""
      : "'1,/^---$/{\(numbers.address)p;}'"
    return ItemProof.Check(
      purpose: purpose, command: "git cat-file blob \(file) | sed -n \(script)", prints: texts,
      commit: commit)
  }

  /// The lines of this version on which a span stands.
  func numbers(of span: Range<Int>) -> ClosedRange<Int> {
    let source = brief.source
    let last = source.line(at: max(span.lowerBound, span.upperBound - 1))
    return source.line(at: span.lowerBound)...last
  }

  /// Where the front-matter begins and ends; nil where a byte-order mark stands before it.
  var fences: ItemProof.Check? {
    let source = brief.source
    guard closingLine > 1, !source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    let script = hasReturns ? "\"/^---\(Self.anyReturn)\\$/=\"" : "'/^---$/='"
    return ItemProof.Check(
      purpose: "the lines of the two fences in commit \(short), between which the records of the "
        + "brief stand; what stands behind the second is only text",
      command: "git cat-file blob \(file) | sed -n \(script) | sed -n '1,2p'",
      prints: "1\n\(closingLine)", commit: commit)
  }

  /// The line of the second fence.
  var closingLine: Int { brief.source.line(at: brief.frontMatter.upperBound) }

  /// A carriage return or none, in a pattern of sed between double quotes.
  static let anyReturn = "$(printf '\\r')\\{0,1\\}"

  /// Whether a Windows editor wrote it.
  var hasReturns: Bool { brief.source.bytes.contains(UInt8(ascii: "\r")) }

  /// That nothing in this version says some words; nil where something does.
  func lacks(_ words: String) -> ItemProof.Check? {
    guard !brief.source.bytes.holds(Array(words.utf8)) else { return nil }
    return missing(words, "")
  }

  /// The same of words that may be part of longer ones.
  func lacksWord(_ word: String) -> ItemProof.Check? {
    brief.source.bytes.holdsWord(Array(word.utf8)) ? nil : missing(word, " -w")
  }

  private func missing(_ words: String, _ option: String) -> ItemProof.Check {
    ItemProof.Check(
      purpose: "\(words) is nowhere in the file of commit \(short)",
      command: "git cat-file -e \(file) && "
        + "{ git grep -q\(option) -F -e \(words.shellWord) \(name.shellWord) -- "
        + "\(path.shellWord); test $? -eq 1 && echo gone; }",
      prints: "gone", commit: commit)
  }
}

extension [UInt8] {
  /// Whether some bytes stand somewhere with no letter, digit or underscore beside them.
  fileprivate func holdsWord(_ word: [UInt8]) -> Bool {
    guard holds(word), count >= word.count else { return false }
    return (0...count - word.count).contains { start in
      let end = start + word.count
      return self[start..<end].elementsEqual(word)
        && (start == 0 || !self[start - 1].isWordByte) && (end == count || !self[end].isWordByte)
    }
  }
}

extension UInt8 {
  /// Whether git takes it for a part of a word.
  fileprivate var isWordByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
  }
}

extension PinnedBrief {
  /// The newest version that has an item in the words shown: the one accepted last, where that is
  /// what is shown, else the newest up to the life's last; nil where none can be read.
  static func holding(
    _ item: Item, of life: BriefLife, in record: BriefRecord
  ) throws(GitError) -> PinnedBrief? {
    guard let id = item.id else { return nil }
    let accepted = life.showsAccepted ? life.acceptance.flatMap { record.step($0.last) } : nil
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
