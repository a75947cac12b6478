internal import Briefs
internal import Git

extension SearchAnswer.Place {
  /// The texts as they were read; those that differ only in what was not looked for become one.
  init(_ texts: [SearchAnswer.Text], of state: SearchAnswer.State) {
    self.state = state
    var joined: [SearchAnswer.Text] = []
    var known: [[[UInt8]]: Int] = [:]
    for text in texts {
      let lines = text.ownLines
      if let other = known[lines] {
        joined[other] = joined[other].joined(with: text)
      } else {
        known[lines] = joined.count
        joined.append(text)
      }
    }
    self.texts = joined.sorted { $0.comes(before: $1) }
  }

  /// The brief's id; nil where its file never said one.
  package var brief: String? { texts.first?.brief }
}

extension SearchAnswer.Text {
  /// The lines by which it is told from other texts of its place: those of the reason for a
  /// withdrawal only where there are no others.
  fileprivate var ownLines: [[UInt8]] {
    let all = lines.map { Array($0.utf8) }
    let own = all.filter { fields[$0] != .withdrawn }
    return own.isEmpty ? all : own
  }

  /// The same lines with the rest of the text as it was last.
  fileprivate func joined(with other: Self) -> Self {
    let newer = other.newest > newest ? other : self
    let older = other.oldest < oldest ? other : self
    return Self(
      brief: brief, place: place, title: newer.title, lines: newer.lines, words: newer.words,
      origins: (origins + other.origins).sorted { $0.committed > $1.committed },
      isCutShort: older.isCutShort, isBehindUnread: older.isBehindUnread, fate: newer.fate,
      withdrawn: newer.withdrawn, fields: newer.fields)
  }

  fileprivate func comes(before other: Self) -> Bool {
    stands == other.stands ? oldest > other.oldest : stands
  }

  private var newest: Int64 { origins.first?.committed ?? .min }
  private var oldest: Int64 { origins.last?.committed ?? .min }
}

extension Deed {
  fileprivate var committed: Int64 { committer?.seconds ?? .min }
}
