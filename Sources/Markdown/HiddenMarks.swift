extension String {
  /// The text without control characters and without marks that turn the direction of what follows.
  ///
  /// The three marks that only tell the direction of what they stand beside stay: right-to-left
  /// text needs them. A tab becomes a space.
  package var withoutHiddenMarks: String {
    var result = UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0x09: result.append(" ")
      case 0x0A: result.append("\n")
      case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: break
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}
