internal import Briefs

/// The regular expressions of the schemas, in the part of ECMA-262 that all validators know.
///
/// Every form is anchored. Some engines let `$` match before a last line break, so what is one line
/// goes together with ``brokenLine``.
enum SchemaPattern {
  /// A line break behind words: what is one line must not match it.
  static let brokenLine = "[^\(whiteSpace)]\\n"

  /// White space that may stand in a value: what is nothing else counts as absent.
  static let empty = "^[\(whiteSpace)]*$"

  /// At least one character that is not white space.
  static let filled = "[^\(whiteSpace)]"

  /// Any text without control characters and marks that turn it round.
  static let text = "^[^\(forbidden)]*$"

  /// An empty list, written as a word.
  static let none = orEmpty("[nN][oO][nN][eE]")

  static let date = orEmpty(day)
  static let instant = orEmpty(dayAndTime)
  static let dateOrInstant = orEmpty("\(day)|\(dayAndTime)")
  static let lowerCaseAddress = orEmpty(address("a-z"))
  static let anyCaseAddress = orEmpty(address("A-Za-z"))
  static let briefID = orEmpty(brief)
  static let itemID = orEmpty(item)
  static let foreignItem = orEmpty("\(brief)/\(item)")
  static let source = orEmpty(
    "\(item)(?:#L0*[1-9][0-9]*(?:-L0*[1-9][0-9]*)?|@[0-9]{1,4}(?::[0-9]{1,4}){1,2})?")
  static let digest = orEmpty("sha256:[0-9a-f]{64}")
  static let sha256 = orEmpty("[0-9a-f]{64}")
  static let number = orEmpty("[0-9]{1,9}")
  static let url = orEmpty(
    "(?:https://|http://|mailto:|file://|ftp://|sftp://)[^ \\t\\n\(forbidden)]*")
  static let path = orEmpty("[^\\\\\\t\\n\(forbidden)]+")

  /// A path with an empty part, or one that leaves the repository or enters git's own folder.
  static let unsafePath =
    "\(brokenLine)|" + #"[^/]/(?:/|$)|^/|(?:^|/)(?:[.]{1,2}|[.][gG][iI][tT])(?:/|$)"#

  /// A placeholder in the place of a reason, with nothing else but what no reader sees.
  static let blank =
    "^[\(invisible)]*(?:"
    + String.blankPlaceholders.map(spread).joined(separator: "|")
    + ")?[\(invisible)]*$"
}

extension SchemaPattern {
  private static let whiteSpace =
    #"\t\n \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"#

  private static let forbidden =
    #"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"#

  /// White space and the characters of the first plane that Unicode lets a reader ignore.
  private static let invisible =
    whiteSpace
    + #"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u206f\u2800"#
    + #"\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8"#

  /// The form, or white space, which counts as absent.
  static func orEmpty(_ form: String) -> String { "^(?:\(form)|[\(whiteSpace)]*)$" }

  /// Every day that there is, with leap years.
  private static let day: String = {
    let year = "(?:000[1-9]|00[1-9][0-9]|0[1-9][0-9]{2}|[1-9][0-9]{3})"
    let leapYear =
      "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])"
      + "|(?:0[48]|[2468][048]|[13579][26])00)"
    let commonDay =
      "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
      + "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    return "(?:\(year)-\(commonDay)|\(leapYear)-02-29)"
  }()

  private static let dayAndTime =
    day + "T(?:[01][0-9]|2[0-3]):[0-5][0-9]:(?:[0-5][0-9]|60)(?:[.][0-9]{1,9})?Z"

  private static let brief = "[a-z0-9][a-z0-9-]{1,63}"
  private static let item = "[A-Z][A-Z]?-?[0-9A-Z]{1,8}"

  private static func address(_ letters: String) -> String {
    "[\(letters)0-9.!#$%&'*+/=?^_`{|}~-]+@[\(letters)0-9-]+(?:[.][\(letters)0-9-]+)*"
  }

  /// A word in capitals or small letters, with what no reader sees between its letters.
  private static func spread(_ word: String) -> String {
    word.unicodeScalars
      .map { scalar in
        let isLetter = ("a"..."z").contains(scalar)
        if isLetter { return "[\(scalar)\(String(scalar).uppercased())]" }
        return scalar == "?" ? "[?]" : String(scalar)
      }
      .joined(separator: "[\(invisible)]*")
  }
}
