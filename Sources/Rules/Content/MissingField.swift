internal import Briefs
package import Diagnostics

/// A brief and its items have what their type and kind ask for.
package struct MissingField: Rule {
  package static let documentation = RuleDocumentation(
    id: "missing-field", category: .content, weight: .errorOnceSubmitted, mayRaise: true,
    summary: "A brief and its items have what their type and kind ask for.",
    rationale: "What the sender leaves out, the receiver asks the customer again.",
    remedy: "Write the field, or where there is none of something say so: `[]` for a list, "
      + "`no_go_live: why` for a day not agreed.",
    accepts: [
      "risks: none", "objections: []", "!go_live\nno_go_live: The board decides in May.",
      """
      evidence:
        - id: E1
          kind: spoken
          by: dana@northwind.example
          date: 2026-06-12
          text: Ana asked for SSO.
        - id: E2
          kind: proposal
          url: https://docs.example/acme-proposal
      """,
    ],
    rejects: [
      "!account\n⟪handoff⟫: acme-onboarding", "!status\n⟪handoff⟫: acme-onboarding",
      "⟪goal⟫: tbd", "⟪risks⟫:", "!go_live\n⟪handoff⟫: acme-onboarding",
      "promises:\n  - text: ⟪SSO by May⟫\n    source: E1",
      "promises:\n  - ⟪SSO by May⟫",
      "risks:\n  - id: R1\n    text: ⟪No test system⟫\n    status: open",
      """
      evidence:
        - id: ⟪E1⟫
          kind: call-notes
        - id: E2
          kind: spoken
          text: ⟪Ana asked for SSO.⟫
          date: 2026-06-12
      """,
      "⟪meeting⟫:\n  on: 2026-07-01",
      """
      emails:
        - kind: final
          body: ⟪\(AcmeSummary.final)⟫
          sent: 2026-07-20
          to: [ana@acme.example]
          reply: confirmed
      """,
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    checkOwnFields(subject, &findings)
    checkRequirements(subject, &findings)
    for item in subject.brief.items { checkItem(item, subject, &findings) }
    for entry in subject.brief.blocks where entry.block != .firstMilestone {
      let missing = MissingField.required(of: entry.block).filter { entry.fields[$0] == nil }
      if !missing.isEmpty { findings.append(.incompleteBlock(entry, missing)) }
    }
    return findings
  }

  /// What every brief says, whatever its type.
  private func checkOwnFields(_ subject: Subject, _ findings: inout [Finding]) {
    let fields = subject.brief.fields
    for specification in Catalogue.brief where specification.isRequired {
      let name = specification.name
      if let text = fields[name], name != .account || !text.string.isBlank { continue }
      findings.append(
        .missingOwnField(name, subject, isFundamental: MissingField.fundamental.contains(name)))
    }
  }

  private func checkRequirements(_ subject: Subject, _ findings: inout [Finding]) {
    let brief = subject.brief
    for requirement in subject.type?.requires ?? [] {
      let key = requirement.key
      if let list = ItemList(rawValue: key) {
        guard list != .exclusions, !isAnswered(list, requirement, brief) else { continue }
        findings.append(.missingList(list, requirement.mayBeEmpty, subject))
      } else if let block = Block(rawValue: key) {
        guard block != .firstMilestone, brief.block(block) == nil else { continue }
        findings.append(.missingBlock(block, subject))
      } else if let name = FieldName(rawValue: key) {
        if isAnswered(name, brief) || MissingField.everyBrief.contains(name) { continue }
        findings.append(.missingRequired(name, subject))
      }
    }
  }

  /// Whether a list says something, or that there is nothing where that is an answer.
  private func isAnswered(
    _ list: ItemList, _ requirement: BriefType.Requirement, _ brief: Brief
  ) -> Bool {
    if brief.items.contains(where: { $0.list == list && $0.telling != nil && !$0.isWithdrawn }) {
      return true
    }
    guard requirement.mayBeEmpty, let entry = brief.entry(of: list) else { return false }
    return entry.isExplicitlyEmpty || brief.items.contains { $0.list == list && $0.isWithdrawn }
  }

  private func isAnswered(_ name: FieldName, _ brief: Brief) -> Bool {
    let reason: FieldName? =
      switch name {
      case .goLive: .noGoLive
      case .kickoff: .noKickoff
      default: nil
      }
    return [name, reason].contains { name in
      name.flatMap { brief.fields[$0] }.map { !$0.string.isBlank } ?? false
    }
  }

  private func checkItem(_ item: Item, _ subject: Subject, _ findings: inout [Finding]) {
    if item.isOneLine {
      findings.append(.oneLine(item, subject))
      return
    }
    let required = MissingField.required(of: item)
    if item.id == nil, required.contains(.id) { findings.append(.missingID(item, subject)) }
    if item.isWithdrawn { return }
    checkAnswer(item, subject, &findings)
    var missing: [FieldName] = []
    for name in required where name != .id && !isWritten(name, item) { missing.append(name) }
    if !missing.isEmpty { findings.append(.incompleteItem(item, missing, subject)) }
  }

  /// What the record of an email must say of the client's answer; why a silent one may be passed
  /// over is asked once the work starts.
  private func checkAnswer(_ item: Item, _ subject: Subject, _ findings: inout [Finding]) {
    guard item.list == .emails, let record = EmailRecord(item), record.reply != .silence,
      record.kind != .introduction, record.reply != nil
    else { return }
    let missing = record.missingFields
    if !missing.isEmpty { findings.append(.incompleteAnswer(record, missing, subject)) }
  }

  private func isWritten(_ name: FieldName, _ item: Item) -> Bool {
    guard let text = item[name] else {
      return name == .file && item[.url] != nil
    }
    return name != item.tellingField || !text.string.isBlank
  }
}

extension MissingField {
  private static let fundamental: Set<FieldName> = [.handoff, .type, .status]
  private static let everyBrief = Set(Catalogue.brief.filter(\.isRequired).map(\.name))

  /// What an item must say, by its list; of evidence by its kind.
  private static func required(of item: Item) -> [FieldName] {
    guard item.list == .evidence else { return requiredByList[item.list] ?? [] }
    return item.string(.kind) == "spoken" ? [.id, .by, .date, .text] : [.id, .kind, .file]
  }

  private static func required(of block: Block) -> [FieldName] {
    Catalogue.fields(of: block).filter(\.isRequired).map(\.name)
  }

  private static let requiredByList = Dictionary(
    uniqueKeysWithValues: ItemList.allCases.map { list in
      (list, Catalogue.fields(of: list).filter(\.isRequired).map(\.name))
    })
}

extension Finding {
  private static let rule = MissingField.documentation.id

  fileprivate static func missingOwnField(
    _ name: FieldName, _ subject: Subject, isFundamental: Bool
  ) -> Finding {
    let key = name.rawValue
    return Finding(
      rule: rule, span: subject.brief.fields.field(name)?.keySpan ?? subject.brief.anchor,
      message: "the brief does not say its `\(key)`",
      help: "write `\(key): \(example(of: name, subject))` between the two lines `---`",
      severity: isFundamental ? .error : nil)
  }

  private static func example(of name: FieldName, _ subject: Subject) -> String {
    switch name {
    case .handoff: subject.stem
    case .type: "sales-to-implementation"
    case .status: "draft"
    case .from, .to: "name@company.example"
    default: "…"
    }
  }

  fileprivate static func missingRequired(_ name: FieldName, _ subject: Subject) -> Finding {
    let key = name.rawValue
    let none = name == .goLive || name == .kickoff
    return Finding(
      rule: rule, span: subject.brief.fields.field(name)?.keySpan ?? subject.brief.anchor,
      message: "the brief does not say its `\(key)`",
      help: "`handoff set \(subject.commandName) \(key) \(none ? subject.exampleDay : "\"…\"")`"
        + (none
          ? ", or say why no day is agreed: `handoff set \(subject.commandName) no_\(key) \"…\"`"
          : ""))
  }

  fileprivate static func missingList(
    _ list: ItemList, _ mayBeEmpty: Bool, _ subject: Subject
  ) -> Finding {
    let key = list.rawValue
    return Finding(
      rule: rule, span: subject.brief.anchor(of: list),
      message: mayBeEmpty
        ? "`\(key)` says neither what there is nor that there is none"
        : "the brief names no \(list.noun) under `\(key)`",
      help: "`handoff add \(subject.commandName) \(list.addition)`"
        + (mayBeEmpty
          ? ", or say that there is none: `handoff set \(subject.commandName) \(key) none`" : ""))
  }

  fileprivate static func missingBlock(_ block: Block, _ subject: Subject) -> Finding {
    let fields = Catalogue.fields(of: block).filter(\.isRequired).map { "`\($0.name.rawValue)`" }
    return Finding(
      rule: rule, span: subject.brief.anchor,
      message: "the brief has no `\(block.rawValue)`",
      help: "write `\(block.rawValue):` and below it, indented, \(fields.joined(separator: ", "))")
  }

  fileprivate static func incompleteBlock(
    _ entry: Brief.BlockEntry, _ missing: [FieldName]
  ) -> Finding {
    Finding(
      rule: rule, span: entry.keySpan,
      message: "`\(entry.block.rawValue)` does not say \(missing.listed)",
      help: "write \(missing.listed) below `\(entry.block.rawValue):`, indented")
  }

  fileprivate static func oneLine(_ item: Item, _ subject: Subject) -> Finding {
    Finding(
      rule: rule, span: item.span,
      message: "\(item.nameInSentence) under `\(item.list.rawValue)` has no id yet",
      help: "`handoff fmt \(subject.commandName)` gives it one")
  }

  fileprivate static func missingID(_ item: Item, _ subject: Subject) -> Finding {
    Finding(
      rule: rule, span: item.anchor,
      message: "\(item.nameInSentence) under `\(item.list.rawValue)` has no id",
      help: "`handoff fmt \(subject.commandName)` gives it one, or write `id: "
        + "\(item.list.idPrefix)1` with a number of its own",
      severity: .error)
  }

  fileprivate static func incompleteItem(
    _ item: Item, _ missing: [FieldName], _ subject: Subject
  ) -> Finding {
    let isEvidence = missing.contains(.file)
    let names = isEvidence ? "`file` or `url`" : missing.listed
    return Finding(
      rule: rule, span: item.anchor, item: item.id,
      message: "\(item.nameInSentence) under `\(item.list.rawValue)` does not say \(names)",
      help: isEvidence || item.id == nil
        ? "write \(names) below it"
        : missing.map { command(for: $0, item, subject) }.joined(separator: ", "))
  }

  fileprivate static func incompleteAnswer(
    _ record: EmailRecord, _ missing: [FieldName], _ subject: Subject
  ) -> Finding {
    Finding(
      rule: rule, span: record.item.anchor,
      message: "the client's answer in the record of this email does not count: it does not say "
        + missing.listed,
      help: "write \(missing.listed) below it, or record it anew: "
        + "`handoff email reply \(subject.commandName) --how phone --by ADDRESS`")
  }

  /// The command that writes a field, with the words to choose from where they are given.
  private static func command(
    for name: FieldName, _ item: Item, _ subject: Subject
  ) -> String {
    let command = "`handoff set \(subject.reference(to: item)) \(name.rawValue)"
    let kind = Catalogue.fields(of: item.list).first { $0.name == name }?.kind
    guard case .choice(let words) = kind, let first = words.first else {
      return command + " \"…\"`"
    }
    return command + " \(first)` (or \(words.dropFirst().joined(separator: ", ")))"
  }
}

extension ItemList {
  /// What is typed behind the brief to add an entry: its noun, its words and what else it needs.
  fileprivate var addition: String {
    let needed = Catalogue.fields(of: self).filter {
      $0.isRequired && ![.id, oneLineField, .status].contains($0.name)
    }
    let options = needed.map { field in
      let name = field.name.rawValue.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }
      let option = " --\(String(decoding: name, as: UTF8.self)) "
      guard case .choice(let words) = field.kind, let first = words.first else {
        return option + "\"…\""
      }
      return option + first
    }
    let word =
      typedNames.first { !$0.utf8.contains(UInt8(ascii: "_")) && $0 != rawValue } ?? rawValue
    return word + " \"…\"" + options.joined()
  }
}

extension [FieldName] {
  /// The fields as a sentence names them.
  var listed: String { map { "`\($0.rawValue)`" }.joined(separator: ", ") }
}
