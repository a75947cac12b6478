/// What a text that was found belongs to, to the byte: an item or a section of one brief.
///
/// Items of one line have no ids: each is known by its words.
struct HitSubject: Hashable, Comparable {
  private let brief: [UInt8]?
  private let kind: UInt8
  private let name: [UInt8]
  private let spelling: UInt64

  init(_ hit: HistoryIndex.Hit) {
    let (kind, name) = Wordings.code(hit.place)
    brief = hit.brief.map { Array($0.utf8) }
    self.kind = kind
    self.name = Array(name.utf8)
    if case .item(_, id: nil) = hit.place { spelling = hit.spelling } else { spelling = 0 }
  }

  /// By brief, then by list, then by id or heading.
  static func < (left: Self, right: Self) -> Bool {
    if left.brief != right.brief {
      return (left.brief ?? []).lexicographicallyPrecedes(right.brief ?? [])
    }
    if left.kind != right.kind { return left.kind < right.kind }
    if left.name != right.name { return left.name.lexicographicallyPrecedes(right.name) }
    return left.spelling < right.spelling
  }
}

extension HistoryIndex.Hit {
  /// What the text belongs to.
  var subject: HitSubject { HitSubject(self) }
}
