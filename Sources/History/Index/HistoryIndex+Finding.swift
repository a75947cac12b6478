internal import Briefs

extension HistoryIndex {
  /// All that is known of by a key of its own.
  package var keys: [BriefKey] { Array(briefs.keys) }

  /// The folded names of accounts, the paths and the earlier briefs by which what is known under a key is found.
  package func findingNames(of key: BriefKey) -> Set<[UInt8]> {
    guard let brief = briefs[key], case .id = key else { return [] }
    var names = Set(brief.paths.map { Self.findingName(ofPath: $0) })
    for introduction in brief.introductions where wordings.isName(introduction.wording) {
      let mark = wordings.isAccount(introduction.wording) ? accountMark : successorMark
      names.insert([mark] + wordings.words(introduction.wording))
    }
    return names
  }

  /// By what the briefs are found that ever stood at a path.
  package static func findingName(ofPath path: [UInt8]) -> [UInt8] { [pathMark] + path }

  /// By what the briefs are found that ever named an account.
  package static func findingName(ofAccount name: String) -> [UInt8] {
    [accountMark] + FoldedWords.folded(name)
  }

  /// By what the briefs are found that ever came after one.
  package static func findingName(ofSuccessorsOf id: String) -> [UInt8] {
    [successorMark] + Array(id.utf8)
  }

  /// The paths at which a brief ever stood, whose files without an id are known by them.
  package func paths(of key: BriefKey) -> [[UInt8]] { briefs[key]?.paths ?? [] }

  /// How many texts are known to have been brought in under a key.
  package func introductionCount(of key: BriefKey) -> Int {
    briefs[key]?.introductions.count ?? 0
  }

  /// The tokens of the texts brought in under a key, from one on: ASCII letters and digits, so that
  /// every tokenizer takes them as they are.
  package func tokens(
    of key: BriefKey, from first: Int, _ vocabulary: inout Vocabulary
  ) -> [UInt8] {
    guard let brief = briefs[key] else { return [] }
    vocabulary.begin()
    var text: [UInt8] = []
    for introduction in brief.introductions[min(first, brief.introductions.count)...]
    where !wordings.isName(introduction.wording) {
      vocabulary.add(introduction.wording, of: self, to: &text)
    }
    return text
  }
}

private let accountMark = UInt8(ascii: "a")
private let pathMark = UInt8(ascii: "p")
private let successorMark = UInt8(ascii: "s")
