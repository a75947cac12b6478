/// What a message may have; over it a message is refused rather than read.
package enum MessageLimit: Error, Sendable, CaseIterable {
  case size
  case parts
  case depth
  case headers
  case headerLength
  case headerSize

  /// How much of it is allowed.
  package var most: Int {
    switch self {
    case .size: 25 << 20
    case .parts: 1_000
    case .depth: 16
    case .headers: 1_000
    case .headerLength: 64 << 10
    case .headerSize: 1 << 20
    }
  }

  /// Why a message over the limit is refused.
  package var reason: String {
    switch self {
    case .size: "the message is larger than \(most >> 20) MiB"
    case .parts: "the message has more than \(most) parts"
    case .depth: "the parts of the message are nested more than \(most) deep"
    case .headers: "the message has more than \(most) header fields in one place"
    case .headerLength: "a header field of the message is longer than \(most >> 10) KiB"
    case .headerSize: "the headers of the message are longer than \(most >> 20) MiB"
    }
  }

  /// How many bytes of text are kept of all parts together.
  package static let text = 4 << 20
}
