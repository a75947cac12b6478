internal import Diagnostics

/// A mapping of the policy, asked key by key.
struct PolicySection {
  /// How sentences call it, such as `people`; nil for the file as a whole.
  let name: String?

  /// What a finding on a missing key points at.
  let anchor: Range<Int>
  let entries: [YAMLMapping.Entry]

  func entry(_ key: String) -> YAMLMapping.Entry? {
    entries.first { $0.key.text.utf8.elementsEqual(key.utf8) }
  }

  /// The value of a key; nil where the key is absent or nothing stands behind it.
  func node(_ key: String) -> YAMLNode? {
    guard let node = entry(key)?.value else { return nil }
    if case .scalar(let scalar) = node, scalar.text.isWhiteSpace { return nil }
    return node
  }
}

/// Reading one section's values, each fault a finding of its own.
extension PolicyReader {
  /// The section that a node is, with its unknown keys reported; nil where it is none.
  ///
  /// `keys` are the known ones; nil where every key is the team's to choose.
  mutating func section(
    _ node: YAMLNode, named name: String?, keys: [String]?
  ) -> PolicySection? {
    guard case .mapping(let mapping) = node else {
      findings.append(.fieldsExpected(name, example: keys?.first, node.span))
      return nil
    }
    if mapping.isFlow, !mapping.entries.isEmpty {
      findings.append(.braces(name, mapping.span))
    }
    if let keys {
      for key in mapping.entries.map(\.key) where !keys.contains(key.text) {
        if key.text.utf8.starts(with: "x-".utf8) { continue }
        findings.append(.unknownKey(key, in: name, known: keys))
      }
    }
    let anchor = mapping.entries.first?.key.span ?? mapping.span
    return PolicySection(name: name, anchor: anchor, entries: mapping.entries)
  }

  /// The value of a key, where one stands there and has its form.
  mutating func value(
    _ key: String, of section: PolicySection, as form: PolicyForm
  ) -> YAMLScalar? {
    guard let node = section.node(key) else { return nil }
    guard case .scalar(let scalar) = node else {
      findings.append(.textExpected(key, node.span))
      return nil
    }
    checkCut(scalar, of: section.entry(key)?.key, as: form)
    return checked(scalar, of: key, as: form)
  }

  /// Finds words that YAML takes as a comment, where they were meant for people.
  private mutating func checkCut(
    _ scalar: YAMLScalar, of key: YAMLScalar?, as form: PolicyForm
  ) {
    guard case .field(.freeText) = form, scalar.style == .plain, let key,
      let comment = TruncatedText.comment(behind: scalar, after: key, source)
    else { return }
    findings.append(.cutText(source[comment], key.text, comment))
  }

  /// The value of a key that must be there; its absence is a finding.
  mutating func required(
    _ key: String, of section: PolicySection, as form: PolicyForm
  ) -> YAMLScalar? {
    if section.node(key) == nil {
      findings.append(.missingKey(key, of: section))
      return nil
    }
    return value(key, of: section, as: form)
  }

  /// The values of a key that takes a list, or one value in place of a list of one.
  ///
  /// - Returns: nil where the key is absent or holds no list; `[]` and `none` are an empty list.
  mutating func values(
    _ key: String, of section: PolicySection, as form: PolicyForm
  ) -> [YAMLScalar]? {
    guard let node = section.node(key) else { return nil }
    switch node {
    case .mapping:
      findings.append(.listExpected(key, node.span))
      return nil
    case .scalar(let scalar):
      if scalar.text.asciiLowercased.utf8.elementsEqual("none".utf8) { return [] }
      return checked(scalar, of: key, as: form).map { [$0] }
    case .sequence(let sequence):
      var result: [YAMLScalar] = []
      for item in sequence.items {
        guard case .scalar(let scalar) = item else {
          findings.append(.textExpected(key, item.span))
          continue
        }
        if let scalar = checked(scalar, of: key, as: form) { result.append(scalar) }
      }
      return result
    }
  }

  /// The sections of a key that takes a list of them.
  mutating func sections(_ key: String, of root: PolicySection, keys: [String]) -> [PolicySection] {
    guard let node = root.node(key) else { return [] }
    switch node {
    case .sequence(let sequence):
      var result: [PolicySection] = []
      for item in sequence.items {
        if let section = section(item, named: key, keys: keys) { result.append(section) }
      }
      return result
    case .scalar(let scalar) where scalar.text.asciiLowercased.utf8.elementsEqual("none".utf8):
      return []
    case .scalar, .mapping:
      findings.append(.listExpected(key, node.span))
      return []
    }
  }

  private mutating func checked(
    _ scalar: YAMLScalar, of key: String, as form: PolicyForm
  ) -> YAMLScalar? {
    if let control = scalar.text.unicodeScalars.first(where: { $0.mustBeEscaped && $0 != "\n" }) {
      findings.append(.controlCharacter(control, key, scalar.span))
      return nil
    }
    guard let fault = form.fault(in: scalar.text) else { return scalar }
    findings.append(.badValue(fault, scalar, key))
    return nil
  }
}
