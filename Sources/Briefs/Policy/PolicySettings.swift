internal import Diagnostics

// What stands below `policy:`.
extension PolicyReader {
  mutating func settings(of root: PolicySection) -> PolicySection? {
    root.node("policy").flatMap { section($0, named: "policy", keys: PolicyReader.settingKeys) }
  }

  private static let settingKeys = [
    "signatures", "client_confirmation", "review_days", "reply_days", "protected", "severity",
    "cue_words",
  ]

  mutating func signatures(of settings: PolicySection) -> Bool? {
    let form = PolicyForm.field(.choice(["optional", "required"]))
    return value("signatures", of: settings, as: form).map { $0.text == "required" }
  }

  mutating func confirmation(of settings: PolicySection) -> Policy.Confirmation? {
    let words = Policy.Confirmation.allCases.map(\.rawValue)
    return value("client_confirmation", of: settings, as: .field(.choice(words)))
      .flatMap { Policy.Confirmation(rawValue: $0.text) }
  }

  mutating func days(_ key: String, of settings: PolicySection) -> Int? {
    value(key, of: settings, as: .number(0...366))
      .flatMap { PolicyForm.number($0.text, in: 0...366) }
  }

  /// The severities that the team raised; nothing is ever lowered.
  mutating func severity(
    of settings: PolicySection?
  ) -> (raised: [String: Severity], rules: [Text]) {
    guard let settings, let node = settings.node("severity"),
      let section = section(node, named: "severity", keys: nil)
    else { return ([:], []) }
    var raised: [String: Severity] = [:]
    var rules: [Text] = []
    for entry in section.entries where !entry.key.text.utf8.starts(with: "x-".utf8) {
      rules.append(Text(entry.key))
      guard case .scalar(let scalar) = entry.value, scalar.text.utf8.elementsEqual("error".utf8)
      else {
        findings.append(.loweredSeverity(entry))
        continue
      }
      raised[entry.key.text] = .error
    }
    return (raised, rules)
  }

  /// The words that the team adds for the rules on wording, by list.
  mutating func cueWords(of settings: PolicySection) -> [CueList: [String]] {
    guard let node = settings.node("cue_words"),
      let section = section(
        node, named: "cue_words", keys: CueList.allCases.map(\.key))
    else { return [:] }
    var words: [CueList: [String]] = [:]
    for list in CueList.allCases {
      let added = values(list.key, of: section, as: .field(.freeText)) ?? []
      if !added.isEmpty { words[list] = added.map(\.text) }
    }
    return words
  }
}

extension Finding {
  fileprivate static func loweredSeverity(_ entry: YAMLMapping.Entry) -> Finding {
    let rule = entry.key.text.shortened(to: 40)
    return invalidPolicy(
      "the severity of `\(rule)` can be raised to `error` and nothing else",
      help: "write `\(rule): error`, or delete the line", entry.value.span)
  }
}
