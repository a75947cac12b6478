internal import Diagnostics

// What stands below `types:`.
extension PolicyReader {
  /// The built-in types and the team's; one named like a built-in replaces only what it gives.
  mutating func types(of root: PolicySection) -> [String: BriefType] {
    guard let node = root.node("types"), let types = section(node, named: "types", keys: nil) else {
      return BriefType.builtIn
    }
    var result = BriefType.builtIn
    for entry in types.entries where !entry.key.text.utf8.starts(with: "x-".utf8) {
      guard Identifiers.isName(entry.key.text) else {
        findings.append(.badTypeName(entry.key))
        continue
      }
      let name = entry.key.text
      guard let section = section(entry.value, named: name, keys: PolicyReader.typeKeys) else {
        continue
      }
      result[name] = type(named: name, section)
    }
    return result
  }

  private static let typeKeys = ["title", "requires", "sections", "approvals", "evidence"]

  private mutating func type(named name: String, _ section: PolicySection) -> BriefType {
    let builtIn = BriefType.builtIn[name]
    let requires = requirements(of: section) ?? builtIn?.requires ?? []
    let sections = values("sections", of: section, as: .field(.freeText))?.map(\.text)
    return BriefType(
      name: name,
      title: value("title", of: section, as: .field(.freeText))?.text ?? builtIn?.title ?? name,
      requires: requires,
      sections: sections ?? builtIn?.sections ?? BriefType.summarySections,
      approvals: approvals(of: section) ?? builtIn?.approvals ?? [Person.sales, Person.receiving],
      evidence: evidence(of: section) ?? builtIn?.evidence ?? [],
      lastStep: builtIn?.lastStep ?? BriefType.LastStep(ofTypeThatRequires: requires.map(\.key)),
      needsClientAnswer: builtIn?.needsClientAnswer ?? name.utf8.starts(with: "sales-to-".utf8))
  }

  private mutating func requirements(of section: PolicySection) -> [BriefType.Requirement]? {
    guard let words = values("requires", of: section, as: .field(.word)) else { return nil }
    return words.compactMap { word in
      let mayBeEmpty = word.text.utf8.last == UInt8(ascii: "*")
      let key = mayBeEmpty ? String(word.text.dropLast()) : word.text
      if mayBeEmpty, ItemList(rawValue: key) == nil, KnownKeys.topLevel.contains(key) {
        findings.append(.noList(word, key))
      } else if !KnownKeys.topLevel.contains(key) {
        findings.append(.unknownRequirement(word, key))
        return nil
      }
      return BriefType.Requirement(key, mayBeEmpty: mayBeEmpty)
    }
  }

  private mutating func approvals(of section: PolicySection) -> [String]? {
    guard let roles = values("approvals", of: section, as: .name) else { return nil }
    return roles.compactMap { role in
      if role.text.utf8.elementsEqual(Person.agent.utf8) {
        findings.append(.agentApproval(role))
        return nil
      }
      return role.text
    }
  }

  /// What must be on record to start: of `contract or proposal` either will do.
  private mutating func evidence(of section: PolicySection) -> [[String]]? {
    guard let entries = values("evidence", of: section, as: .field(.word)) else { return nil }
    return entries.compactMap { entry in
      let words = entry.text.unicodeScalars.split(separator: " ").map { String($0) }
      let kinds = words.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
      let isJoined = words.enumerated().allSatisfy { $0.offset % 2 == 0 || $0.element == "or" }
      guard isJoined, words.count % 2 == 1, kinds.allSatisfy(Catalogue.evidenceKinds.contains)
      else {
        findings.append(.unknownEvidence(entry))
        return nil
      }
      return kinds
    }
  }
}

extension BriefType.LastStep {
  /// The last step of a team's own type: of the steps that it requires the one that ends a handoff.
  fileprivate init(ofTypeThatRequires keys: [String]) {
    self =
      if keys.contains("first_milestone") {
        .firstMilestone
      } else if keys.contains("follow_up") {
        .followUp
      } else if keys.contains("support") {
        .debriefs
      } else {
        .nothing
      }
  }
}

extension Finding {
  fileprivate static func badTypeName(_ key: YAMLScalar) -> Finding {
    invalidPolicy(
      "“\(key.text.shortened(to: 40))” is not a name for a type",
      help: "use lower-case letters, digits and hyphens only, such as partner-to-sales", key.span)
  }

  fileprivate static func noList(_ word: YAMLScalar, _ key: String) -> Finding {
    invalidPolicy(
      "`\(key)` is no list, so it cannot be there and empty",
      help: "write `\(key)` without the star, or leave it out", word.span)
  }

  fileprivate static func unknownRequirement(_ word: YAMLScalar, _ key: String) -> Finding {
    invalidPolicy(
      "`\(key.shortened(to: 40))` is no field of a brief, so no brief could have it",
      help: NearestName.of(key, among: KnownKeys.topLevel).map { "did you mean `\($0)`?" }
        ?? "write a field, list or block of the front-matter, such as promises", word.span)
  }

  fileprivate static func agentApproval(_ role: YAMLScalar) -> Finding {
    invalidPolicy(
      "an agent never approves", help: "write the role of a person, such as sales", role.span)
  }

  fileprivate static func unknownEvidence(_ entry: YAMLScalar) -> Finding {
    invalidPolicy(
      "“\(entry.text.shortened(to: 60))” names no kinds of evidence",
      help: "write one kind, or several joined by `or`, of: "
        + Catalogue.evidenceKinds.joined(separator: ", "), entry.span)
  }
}
