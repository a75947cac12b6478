/// A piece of a template: words, a variable, words that depend on one, or the summary.
indirect enum TemplatePiece: Sendable {
  case words(String)
  case variable(EmailVariable, line: Int)
  case section(EmailVariable, isInverted: Bool, [TemplatePiece])
  case content(line: Int)
}
