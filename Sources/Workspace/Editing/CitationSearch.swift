package import Briefs

/// Looks for a client's words in the evidence of a brief.
package struct CitationSearch {
  /// Some words in one piece of evidence.
  package struct Match: Sendable {
    /// The id of the piece of evidence.
    package let evidence: String

    /// The words as the evidence has them, and where.
    package let occurrence: EvidenceWords.Occurrence

    /// The place as `source` names it.
    package let source: String
  }

  /// The places where the words stand, evidence by evidence.
  package private(set) var matches: [Match] = []

  /// Lines that resemble them, where they stand nowhere.
  package private(set) var nearest: [Match] = []

  /// What could not be searched, and why, as sentences.
  package private(set) var notes: [String] = []

  /// Whether any evidence could be searched.
  package private(set) var hasSearched = false

  /// Whether some evidence has no id yet, so that nothing can cite it.
  package private(set) var hasNameless = false

  /// Searches all evidence of a brief, or only the piece of an id.
  package init(for words: String, in brief: Brief, of evidence: String?, files: WorkTree) {
    for item in brief.items(in: .evidence) where !item.isWithdrawn {
      guard let id = item.id else {
        hasNameless = true
        continue
      }
      guard evidence == nil || id == evidence else { continue }
      search(for: words, in: item, id, files)
    }
  }

  private mutating func search(
    for words: String, in item: Item, _ id: String, _ files: WorkTree
  ) {
    let isSpoken = item.string(.kind) == "spoken"
    let bytes: [UInt8]
    if isSpoken, let text = item.string(.text) {
      bytes = Array(text.utf8)
    } else if let path = item.string(.file) {
      guard let found = files.bytes(of: path) else {
        notes.append("\(id): there is no file \(path) in the repository that can be read")
        return
      }
      bytes = found
    } else {
      notes.append("\(id) is not in the repository, so its words cannot be searched")
      return
    }
    guard let evidence = EvidenceWords(bytes) else {
      notes.append("\(id) is no text, so its words cannot be searched")
      return
    }
    hasSearched = true
    let match = { (occurrence: EvidenceWords.Occurrence) in
      // Words that somebody only heard have no lines.
      Match(
        evidence: id, occurrence: occurrence, source: isSpoken ? id : occurrence.source(in: id))
    }
    matches += evidence.occurrences(of: words).map(match)
    nearest += evidence.nearest(to: words).map(match)
  }
}

extension CitationSearch.Match {
  /// Whether it stands at a place as somebody names it: by its lines or, in a transcript, its time.
  package func stands(at place: String) -> Bool {
    guard let named = SourceReference(place), named.evidence == evidence else { return false }
    switch named.place {
    case .whole: return true
    case .lines(let lines): return lines.overlaps(occurrence.lines)
    case .time(let seconds): return seconds == occurrence.time
    }
  }
}
