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

  /// By brief, then by list, then by id or heading; `Q2` comes before `Q10`.
  static func < (left: Self, right: Self) -> Bool {
    if left.brief != right.brief {
      return (left.brief ?? []).lexicographicallyPrecedes(right.brief ?? [])
    }
    if left.kind != right.kind { return left.kind < right.kind }
    if left.name != right.name { return left.precedesByName(right) }
    return left.spelling < right.spelling
  }

  private func precedesByName(_ other: Self) -> Bool {
    let (own, others) = (letters, other.letters)
    if own != others { return own.lexicographicallyPrecedes(others) }
    guard let number, let another = other.number else {
      if (number == nil) != (other.number == nil) { return number != nil }
      return name.lexicographicallyPrecedes(other.name)
    }
    if number.count != another.count { return number.count < another.count }
    if number != another { return number.lexicographicallyPrecedes(another) }
    return name.lexicographicallyPrecedes(other.name)
  }

  private var letters: ArraySlice<UInt8> { name.prefix { !$0.isDigit } }

  /// The digits behind the letters; nil where something else stands there.
  private var number: ArraySlice<UInt8>? {
    let rest = name[letters.endIndex...]
    return rest.allSatisfy(\.isDigit) ? rest.drop { $0 == UInt8(ascii: "0") } : nil
  }
}

extension HistoryIndex.Hit {
  /// What the text belongs to.
  var subject: HitSubject { HitSubject(self) }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
