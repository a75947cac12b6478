/// What a client wrote into the subject of an answer.
package enum OwnSubject {
  /// The words besides the subjects that our messages have, the marks of an answer and `[ID]`.
  package static func words(of subject: String, besides ours: [String]) -> String {
    var rest = Array(subject.utf8)
    let known = ours.filter { !$0.isEmpty }.sorted { $0.utf8.count > $1.utf8.count }
    if let found = known.lazy.compactMap({ rest.firstRange(of: Array($0.utf8)) }).first {
      rest.removeSubrange(found)
    }
    while let start = rest.firstIndex(of: UInt8(ascii: "[")),
      let end = rest[start...].firstIndex(of: UInt8(ascii: "]"))
    {
      rest.removeSubrange(start...end)
    }
    let words = String(decoding: rest, as: UTF8.self).split { $0 == " " }
      .filter { $0.utf8.last != UInt8(ascii: ":") || $0.utf8.count > 5 }
    let own = words.joined(separator: " ")
    return own.unicodeScalars.contains(where: \.properties.isAlphabetic) ? own : ""
  }
}
