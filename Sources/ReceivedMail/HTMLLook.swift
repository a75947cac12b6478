/// Whether a reader sees the text of an element, as far as the element itself says it.
struct HTMLLook: Equatable {
  /// Nothing inside can be seen, whatever it says of itself.
  private var isGone = false

  /// The size of the letters is nothing; what is inside may say another.
  private var isTiny = false

  /// It takes its place and is not seen; what is inside may be.
  private var isInvisible = false

  /// The text is not seen.
  var hidesText: Bool { isGone || isTiny || isInvisible }

  /// The look of an element inside of this one.
  func inside(_ tag: HTMLTag) -> HTMLLook {
    var look = self
    if tag.isHidden { look.isGone = true }
    for declaration in tag.style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1).map(\.trimmed)
      guard parts.count == 2 else { continue }
      look.apply(parts[0], parts[1])
    }
    return look
  }

  private mutating func apply(_ property: String, _ value: String) {
    switch property {
    case "display": if value.hasWord("none") { isGone = true }
    case "mso-hide": if value.hasWord("all") { isGone = true }
    case "opacity": if value.isZero { isGone = true }
    case "visibility": isInvisible = value.hasWord("hidden") || value.hasWord("collapse")
    case "font-size": isTiny = value.isZero
    default: break
    }
  }
}

extension Substring {
  /// Without blanks around it, its ASCII letters in lower case.
  fileprivate var trimmed: String {
    let isBlank = { (byte: UInt8) in byte <= 0x20 }
    let bytes = utf8.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    return String(decoding: bytes, as: UTF8.self).loweredLetters
  }
}

extension String {
  /// Whether a declaration's value is a word, `!important` or not.
  fileprivate func hasWord(_ word: String) -> Bool {
    split { $0 == " " || $0 == "!" }.first.map { $0.utf8.elementsEqual(word.utf8) } ?? false
  }

  /// Whether a value is nothing in any unit, such as `0`, `0px` or `.0em`.
  fileprivate var isZero: Bool {
    let number = utf8.prefix { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
    return number.contains(UInt8(ascii: "0"))
      && number.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
  }
}
