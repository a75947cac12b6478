/// A value in front-matter, with the place where it stands.
///
/// Scalars are text: YAML's own typing (`no`, `010`, `~`) is never applied.
package indirect enum YAMLNode: Sendable {
  case scalar(YAMLScalar)
  case sequence(YAMLSequence)
  case mapping(YAMLMapping)

  /// The bytes of the file that the value takes, without the line break that ends it.
  package var span: Range<Int> {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(let sequence): sequence.span
    case .mapping(let mapping): mapping.span
    }
  }
}

/// A piece of text as YAML reads it.
package struct YAMLScalar: Sendable {
  /// How a scalar is written.
  package enum Style: Sendable {
    case plain
    case singleQuoted
    case doubleQuoted
    case literal
    case folded
  }

  /// The words, unescaped and unfolded.
  package let text: String

  /// How it is written.
  package let style: Style

  /// The bytes of the file, quotes and block indicators included; empty where nothing is written.
  package let span: Range<Int>

  package init(text: String, style: Style, span: Range<Int>) {
    self.text = text
    self.style = style
    self.span = span
  }
}

/// A list as written.
package struct YAMLSequence: Sendable {
  /// The entries in order.
  package let items: [YAMLNode]

  /// Whether it is written in brackets.
  package let isFlow: Bool

  /// Where it stands.
  package let span: Range<Int>
}

/// Keys with their values, in the order of the file.
package struct YAMLMapping: Sendable {
  /// A key with its value.
  package struct Entry: Sendable {
    /// What stands before the colon.
    package let key: YAMLScalar

    /// What stands behind the colon.
    package let value: YAMLNode
  }

  /// The entries in the order of the file.
  package let entries: [Entry]

  /// Whether it is written in braces.
  package let isFlow: Bool

  /// Where it stands.
  package let span: Range<Int>
}

/// What keeps a text from being read as the plain subset of YAML that briefs are written in.
package struct YAMLFault: Sendable, Equatable {
  /// Where it stands.
  package let span: Range<Int>

  /// What is wrong, in one sentence.
  package let message: String

  /// What to do next.
  package let help: String

  /// Whether the rest of the text can still be trusted to say what it seems to say.
  package let spoilsTheRest: Bool
}
