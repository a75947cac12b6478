/// By what an index finds a brief: its id, or the path of a file that says none; and by what it finds
/// a file of evidence.
package enum BriefKey: Sendable, Hashable {
  /// The bytes of the id that the brief says.
  case id([UInt8])

  /// The path of a file that is a brief by its place and says no id.
  case path([UInt8])

  /// The path of a file of evidence.
  case evidence([UInt8])

  /// The key of a brief's id.
  package static func id(_ text: String) -> BriefKey { .id(Array(text.utf8)) }

  /// The key as it is stored.
  package var stored: [UInt8] {
    switch self {
    case .id(let bytes): [UInt8(ascii: "i")] + bytes
    case .path(let bytes): [UInt8(ascii: "p")] + bytes
    case .evidence(let bytes): [UInt8(ascii: "e")] + bytes
    }
  }

  /// Reads a stored key; nil where it is none.
  package init?(stored: [UInt8]) {
    switch stored.first {
    case UInt8(ascii: "i"): self = .id(Array(stored.dropFirst()))
    case UInt8(ascii: "p"): self = .path(Array(stored.dropFirst()))
    case UInt8(ascii: "e"): self = .evidence(Array(stored.dropFirst()))
    default: return nil
    }
  }

  /// The id; nil of a file that is known by its path.
  package var briefID: String? {
    if case .id(let bytes) = self { return String(decoding: bytes, as: UTF8.self) }
    return nil
  }
}
