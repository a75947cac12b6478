internal import Diagnostics

/// Reads one field by its specification: its values, and whether they have the form they must have.
enum FieldReader {
  /// The field; nil where what stands there is no value of any kind that a field may have.
  static func read(
    _ entry: YAMLMapping.Entry, as specification: FieldSpecification, of item: String?,
    _ source: SourceText, _ findings: inout [Finding]
  ) -> Field? {
    let context = Context(specification: specification, item: item, source: source)
    switch entry.value {
    case .scalar(let scalar):
      context.check(scalar, after: entry.key, &findings)
      return context.field(entry, [Text(scalar)])
    case .sequence(let sequence) where specification.count == .many:
      let scalars = sequence.items.compactMap { node -> YAMLScalar? in
        if case .scalar(let scalar) = node { return scalar }
        findings.append(context.wrongShape(node.span))
        return nil
      }
      for scalar in scalars { context.check(scalar, after: nil, &findings) }
      return context.field(entry, scalars.map { Text($0) })
    case .sequence, .mapping:
      findings.append(context.wrongShape(entry.value.span))
      return nil
    }
  }

  private struct Context {
    let specification: FieldSpecification
    let item: String?
    let source: SourceText

    func field(_ entry: YAMLMapping.Entry, _ values: [Text]) -> Field {
      Field(
        specification: specification, keySpan: entry.key.span, values: values,
        valueSpan: entry.value.span)
    }

    /// Judges one value; `key` is where its line begins, for text that YAML took as a comment.
    func check(_ scalar: YAMLScalar, after key: YAMLScalar?, _ findings: inout [Finding]) {
      if specification.kind.isFreeText, scalar.style == .plain,
        let comment = TruncatedText.comment(behind: scalar, after: key, source)
      {
        findings.append(.truncatedText(scalar, comment, specification.name, item, source))
      }
      if let control = scalar.text.unicodeScalars.first(where: \.isForbiddenInValues) {
        findings.append(.controlCharacter(control, specification.name, item, scalar.span))
      }
      if scalar.text.isWhiteSpace {
        if specification.name == .withdrawn {
          findings.append(.blankWithdrawal(item, scalar.span))
        }
      } else if specification.name == .withdrawn, scalar.text.isBlank {
        findings.append(.blankWithdrawal(item, scalar.span))
      } else if let fault = FieldForm.fault(in: scalar.text, as: specification.kind) {
        findings.append(.invalidValue(fault, specification.name, item, scalar))
      }
    }

    func wrongShape(_ span: Range<Int>) -> Finding {
      .wrongShape(specification, item, span)
    }
  }
}

extension Unicode.Scalar {
  /// Control characters that quotes and escapes can smuggle into a value.
  fileprivate var isForbiddenInValues: Bool {
    mustBeEscaped && self != "\n" && self != "\t"
  }
}

extension Finding {
  fileprivate static func controlCharacter(
    _ scalar: Unicode.Scalar, _ name: FieldName, _ item: String?, _ span: Range<Int>
  ) -> Finding {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return Finding(
      rule: "invalid-value", span: span, item: item,
      message: "`\(name.rawValue)`\(item.of) holds a control character (U+\(code))",
      help: "write the words without it")
  }

  fileprivate static func blankWithdrawal(_ item: String?, _ span: Range<Int>) -> Finding {
    Finding(
      rule: "invalid-value", span: span, item: item,
      message: "\(item ?? "an item") is to be withdrawn, but no reason stands behind `withdrawn:`",
      help: "write why it no longer holds, or delete the line `withdrawn:`")
  }

  fileprivate static func invalidValue(
    _ fault: FieldForm.Fault, _ name: FieldName, _ item: String?, _ scalar: YAMLScalar
  ) -> Finding {
    let written = scalar.text.shortened(to: 40)
    return Finding(
      rule: "invalid-value", span: scalar.span, item: item,
      message: "“\(written)” in `\(name.rawValue)`\(item.of) \(fault.message)",
      help: fault.help,
      fixes: fault.replacement.map { [TextEdit(range: scalar.span, replacement: $0)] } ?? [])
  }

  fileprivate static func wrongShape(
    _ specification: FieldSpecification, _ item: String?, _ span: Range<Int>
  ) -> Finding {
    let name = specification.name.rawValue
    let expected = specification.count == .many ? "a list of words" : "text"
    return Finding(
      rule: "invalid-value", span: span, item: item,
      message: "`\(name)`\(item.of) must be \(expected)",
      help: "write `\(name): …` on one line, in quotes if it begins with [ or {")
  }
}

extension String? {
  /// ` of X1` behind a field's name, or nothing.
  fileprivate var of: String { map { " of \($0)" } ?? "" }
}
