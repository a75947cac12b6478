internal import Diagnostics

extension Diagnostic {
  /// The finding on a brief that an attribute rewrites.
  static func rewritten(by attribute: String, _ path: [UInt8]) -> Diagnostic {
    let path = String(decoding: path, as: UTF8.self)
    let position = Position(line: 1, column: 1)
    return Diagnostic(
      rule: "unreadable-brief", severity: .error, path: path, start: position, end: position,
      brief: nil, item: nil,
      message: "the attribute `\(attribute.escapingControls)` rewrites \(path.escapingControls), "
        + "so that people see other words than those committed",
      help: "take the attribute off this path in .gitattributes", sourceLine: nil)
  }
}
