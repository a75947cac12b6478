internal import Diagnostics

// The sentences of `invalid-policy`.
extension Finding {
  static func invalidPolicy(_ message: String, help: String, _ span: Range<Int>) -> Finding {
    Finding(rule: "invalid-policy", span: span, message: message, help: help)
  }

  /// The same fault, told of the policy.
  static func invalidPolicy(_ finding: Finding) -> Finding {
    invalidPolicy(finding.message, help: finding.help, finding.span)
  }

  static func policyTooLarge(_ source: SourceText) -> Finding {
    invalidPolicy(
      "the file has \(source.bytes.count) bytes, and may have \(Policy.sizeLimit)",
      help: "take out what is no longer needed", source.range(ofLine: 1))
  }

  static func noSettings(_ span: Range<Int>) -> Finding {
    invalidPolicy(
      "the file holds no settings", help: "write `version: 1`, and the people below `people:`", span
    )
  }

  static func newerVersion(_ scalar: YAMLScalar) -> Finding {
    invalidPolicy(
      "the file is of version \(scalar.text.shortened(to: 20)), and this program reads version 1",
      help: "install a newer handoff", scalar.span)
  }

  static func notAVersion(_ scalar: YAMLScalar) -> Finding {
    invalidPolicy(
      "“\(scalar.text.shortened(to: 40))” is not a version of this file",
      help: "write `version: 1`", scalar.span)
  }

  static func missingVersion(_ span: Range<Int>) -> Finding {
    invalidPolicy("the file does not say its version", help: "write `version: 1` at the top", span)
  }

  static func fieldsExpected(_ name: String?, example: String?, _ span: Range<Int>) -> Finding {
    invalidPolicy(
      name.map { "`\($0)` must have fields" } ?? "the file must hold fields",
      help: "write each on a line of its own" + (example.map { ", beginning with `\($0):`" } ?? ""),
      span)
  }

  static func braces(_ name: String?, _ span: Range<Int>) -> Finding {
    invalidPolicy(
      "\(name.map { "`\($0)`" } ?? "this") is written in braces, where changes cannot be seen by line",
      help: "write each field on its own line", span)
  }

  static func unknownKey(_ key: YAMLScalar, in name: String?, known: [String]) -> Finding {
    let near = NearestName.of(key.text, among: known)
    return invalidPolicy(
      "`\(key.text.shortened(to: 40))` is no field that we know"
        + (name.map { " in `\($0)`" } ?? ""),
      help: near.map { "did you mean `\($0)`? A field of your own begins with `x-`" }
        ?? "a field of your own begins with `x-`", key.span)
  }

  static func textExpected(_ key: String, _ span: Range<Int>) -> Finding {
    invalidPolicy(
      "`\(key)` must be text", help: "write it on one line, in quotes if it begins with [ or {",
      span)
  }

  static func listExpected(_ key: String, _ span: Range<Int>) -> Finding {
    invalidPolicy(
      "`\(key)` must be a list", help: "begin each entry with `- ` on a line of its own", span)
  }

  static func missingKey(_ key: String, of section: PolicySection) -> Finding {
    let place = section.name.map { " of `\($0)`" } ?? ""
    return invalidPolicy(
      "this entry\(place) has no `\(key)`", help: "add the line `\(key): …` to it", section.anchor)
  }

  static func controlCharacter(
    _ scalar: Unicode.Scalar, _ key: String, _ span: Range<Int>
  ) -> Finding {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return invalidPolicy(
      "`\(key)` holds a control character (U+\(code))", help: "write it without", span)
  }

  static func cutText(_ lost: String, _ key: String, _ span: Range<Int>) -> Finding {
    invalidPolicy(
      "“\(lost.shortened(to: 50))” is lost from `\(key)`: behind a space, # begins a comment",
      help: "put the text in quotes, or move the comment to a line of its own", span)
  }

  static func badValue(_ fault: FieldForm.Fault, _ scalar: YAMLScalar, _ key: String) -> Finding {
    invalidPolicy(
      "“\(scalar.text.shortened(to: 40))” in `\(key)` \(fault.message)", help: fault.help,
      scalar.span)
  }
}
