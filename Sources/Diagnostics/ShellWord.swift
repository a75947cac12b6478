extension String {
  /// The text as one word of a shell command, in quotes where it needs them.
  package var shellWord: String {
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "_-./:@%+=".utf8.contains(byte)
      }
    }
    if isPlain, !isEmpty, !utf8.starts(with: "-".utf8) { return self }
    let quoted = utf8.flatMap { $0 == UInt8(ascii: "'") ? Array("'\\''".utf8) : [$0] }
    return "'" + String(decoding: quoted, as: UTF8.self) + "'"
  }
}
