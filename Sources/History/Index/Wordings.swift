internal import Briefs

/// Each different text that items, sections and accounts ever had, once.
///
/// Two texts are one where they belong to the same kind of thing of the same name and were written
/// alike; of what was written only the folded words are kept, and 64 bits to tell spellings apart.
struct Wordings: Sendable {
  /// One after the other: kind, spelling, length of the name, name, folded words.
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  var count: Int { ends.count }

  /// The bytes of one wording, as they are stored.
  func packed(_ number: Int32) -> ArraySlice<UInt8> {
    let start = number == 0 ? 0 : Int(ends[Int(number) - 1])
    return bytes[start..<Int(ends[Int(number)])]
  }

  /// Adds a wording as it is stored.
  mutating func append(_ packed: some Collection<UInt8>) -> Int32 {
    bytes += packed
    ends.append(Int32(bytes.count))
    return Int32(ends.count - 1)
  }

  /// Whether it is the name of an account.
  func isAccount(_ number: Int32) -> Bool { packed(number).first == Self.accountKind }

  /// Whether it is the id of a brief that came before.
  func isPredecessor(_ number: Int32) -> Bool { packed(number).first == Self.predecessorKind }

  /// Whether it names something, rather than being text that is searched.
  func isName(_ number: Int32) -> Bool { isAccount(number) || isPredecessor(number) }

  /// What a wording belongs to; nil where the bytes are none that we write.
  func place(_ number: Int32) -> WordingPlace? {
    let packed = packed(number)
    guard let kind = packed.first, let name = name(packed) else { return nil }
    return Self.place(kind, String(decoding: name, as: UTF8.self))
  }

  /// What tells a wording from others that have its words; 0 where the bytes are none that we write.
  func spelling(_ number: Int32) -> UInt64 {
    packed(number).dropFirst().prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// The folded words with one space between them.
  func words(_ number: Int32) -> ArraySlice<UInt8> {
    let packed = packed(number)
    guard let name = name(packed) else { return [] }
    return packed[name.endIndex...]
  }

  /// A wording as it is stored.
  static func pack(_ place: WordingPlace, text: String) -> [UInt8] {
    let (kind, name) = code(place)
    let name8 = Array(name.utf8.prefix(nameLimit))
    var packed = [kind]
    withUnsafeBytes(of: spelling(of: text).littleEndian) { packed += $0 }
    withUnsafeBytes(of: UInt16(name8.count).littleEndian) { packed += $0 }
    let words: [UInt8] =
      switch place {
      // Accounts are compared as a whole, and a mark may be all that tells two of them apart.
      case .account: FoldedWords.folded(text)
      case .predecessor: Array(text.utf8)
      case .item, .section: SearchWords(text).joined
      }
    return packed + name8 + words
  }

  /// By what a text is found again before it is packed.
  static func key(_ place: WordingPlace, text: String) -> BytesKey {
    let (kind, name) = code(place)
    var written = name
    written += "\0"
    written += text
    return written.withUTF8 { BytesKey(UnsafeRawBufferPointer($0), Int(kind)) }
  }

  /// The number of a kind in what is stored, and the name behind it.
  static func code(_ place: WordingPlace) -> (kind: UInt8, name: String) {
    switch place {
    case .account: (accountKind, "")
    case .predecessor: (predecessorKind, "")
    case .section(let heading): (sectionKind, heading)
    case .item(let list, let id): (UInt8(ItemList.allCases.firstIndex(of: list) ?? 0), id ?? "")
    }
  }

  /// What a kind and a name stand for; nil where no list has the number.
  static func place(_ kind: UInt8, _ name: String) -> WordingPlace? {
    switch kind {
    case accountKind: return .account
    case predecessorKind: return .predecessor
    case sectionKind: return .section(heading: name)
    default:
      guard Int(kind) < ItemList.allCases.count else { return nil }
      return .item(ItemList.allCases[Int(kind)], id: name.isEmpty ? nil : name)
    }
  }

  /// What a text belongs to as its wording says it, which is all of it but for names beyond belief.
  static func kept(_ place: WordingPlace) -> WordingPlace {
    let (kind, name) = code(place)
    guard name.utf8.count > nameLimit else { return place }
    return self.place(kind, String(decoding: name.utf8.prefix(nameLimit), as: UTF8.self)) ?? place
  }

  private func name(_ packed: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let start = packed.startIndex + 11
    guard packed.count >= 11 else { return nil }
    let length = Int(packed[start - 2]) | Int(packed[start - 1]) << 8
    guard start + length <= packed.endIndex else { return nil }
    return packed[start..<start + length]
  }

  /// FNV-1a: the same on every machine, and nothing hangs on it but whether two spellings of the
  /// same words are told apart.
  static func spelling(of text: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }

  private static let nameLimit = Int(UInt16.max)
  private static let accountKind: UInt8 = 0xFF
  private static let sectionKind: UInt8 = 0xFE
  private static let predecessorKind: UInt8 = 0xFD
}
