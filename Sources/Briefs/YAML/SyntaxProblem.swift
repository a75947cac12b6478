/// The commonest of libyaml's problems, in words for somebody who sells.
struct SyntaxProblem {
  let message: String
  let help: String

  /// Nil where the problem is none of them.
  init?(_ problem: String, _ context: String, at byte: UInt8?) {
    switch problem {
    case "found character that cannot start any token" where byte == 0x09:
      message = "a tab stands where only spaces may stand"
      help = "put spaces in place of the tab, as many as in the lines above"
    case "found character that cannot start any token":
      message = "a text cannot begin with this character"
      help = "put the text in quotes, or run `handoff check --fix`"
    case "could not find expected ':'":
      message = "a line here is neither a field nor an entry of a list"
      help = "write `name: value`, with a space behind the colon, or `- ` before an entry"
    case "did not find expected key", "did not find expected '-' indicator":
      message = "the line is not indented like those that it belongs to"
      help = "begin it exactly below the field or the `- ` of its neighbours, with spaces"
    case "mapping values are not allowed in this context":
      message = "a colon stands where no field can begin"
      help =
        "put the text in quotes, or run `handoff check --fix`; is it a field, indent it like "
        + "its neighbours"
    case "did not find expected comment or line break":
      message = "words stand behind | or >, whose text begins on the next line"
      help = "put the text in quotes, or move it to the next line, indented"
    case "found unexpected end of stream", "found unexpected document indicator":
      guard context.contains("quoted") else { return nil }
      message = "a quote begins before here and does not end"
      help = "write the closing quote, the same as the opening one"
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      message = "a bracket begins before here and does not end"
      help = "write the closing bracket, or put the text in quotes"
    default:
      return nil
    }
  }
}
