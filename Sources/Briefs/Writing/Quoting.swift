internal import Diagnostics

/// How the tool writes text so that YAML reads back the same words.
package enum Quoting {
  /// The text between double quotes, with `\` escapes where YAML needs them.
  package static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case _ where mustEscape(scalar): result += escape(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// Whether a scalar may not stand in front-matter as it is, or is read differently by readers.
  static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    scalar.mustBeEscaped || [0xFEFF, 0xFFFE, 0xFFFF].contains(scalar.value)
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    let width = scalar.value < 0x100 ? 2 : 4
    return (width == 2 ? "\\x" : "\\u") + String(repeating: "0", count: width - digits.utf8.count)
      + digits
  }
}
