/// What is done to each example before it is checked again: nothing of it may matter to a rule.
enum ExampleVariant: CaseIterable {
  case asWritten
  case windowsLineEndings
  case byteOrderMark
  case multiByteTextBefore

  /// The file in another guise; its marks go along.
  func applied(to file: String) -> String {
    switch self {
    case .asWritten: file
    case .windowsLineEndings:
      file.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    case .byteOrderMark: "\u{FEFF}" + file
    case .multiByteTextBefore:
      file.hasPrefix("---\n") ? "---\n# 🎯 größer, schöner 目標\n" + file.dropFirst(4) : file
    }
  }
}

/// An exception from a rule, given by a person who may.
enum SampleWaiver {
  static func added(to file: String, from rule: String) -> String {
    let waiver = """
      waivers:
        - id: W-TEST
          rule: \(rule)
          reason: Agreed with the customer for this once.
          by: lee@northwind.example
          until: 2099-12-31

      """
    return file.hasPrefix("---\n") ? "---\n" + waiver + file.dropFirst(4) : file
  }
}
