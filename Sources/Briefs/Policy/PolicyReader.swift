package import Diagnostics

extension Policy {
  /// The bytes the file may have at the most.
  package static let sizeLimit = 1 << 20

  /// Reads `handoff.yaml`; what is wrong with it stands in ``findings``, and the rest is there.
  package init(reading source: SourceText) {
    var reader = PolicyReader(source: source)
    self = reader.read()
  }
}

/// Turns the YAML of the policy into values, fault by fault.
struct PolicyReader {
  let source: SourceText
  var findings: [Finding] = []

  init(source: SourceText) {
    self.source = source
  }

  mutating func read() -> Policy {
    guard let root = root(), isOfOurVersion(root) else {
      return Policy(source: source, findings: findings)
    }
    let settings = settings(of: root)
    let briefs = briefs(of: root)
    let people = people(of: root)
    let areSignaturesRequired = settings.flatMap { signatures(of: $0) }
    let clientConfirmation = settings.flatMap { confirmation(of: $0) }
    let reviewDays = settings.flatMap { days("review_days", of: $0) }
    let replyDays = settings.flatMap { days("reply_days", of: $0) }
    let protected = settings.flatMap { values("protected", of: $0, as: .branch) }
    let severity = severity(of: settings)
    let teamWords = settings.map { cueWords(of: $0) }
    let types = types(of: root)
    checkRoles(of: root, types)
    let retired = retired(of: root)
    let imported = imported(of: root)
    let erased = erased(of: root)
    let assets = assets(of: root)
    let pilot = pilot(of: root)
    return Policy(
      source: source, findings: findings.sorted { $0.span.lowerBound < $1.span.lowerBound },
      briefs: briefs, people: people, signaturesAreRequired: areSignaturesRequired ?? false,
      clientConfirmation: clientConfirmation ?? .requested, reviewDays: reviewDays ?? 2,
      replyDays: replyDays ?? 3, protected: protected?.map(\.text) ?? [],
      severity: severity.raised, severityRules: severity.rules,
      cueWords: teamWords ?? [:], types: types, retired: retired, imported: imported,
      erased: erased, assets: assets, pilot: pilot)
  }

  private mutating func briefs(of root: PolicySection) -> [String] {
    guard let patterns = values("briefs", of: root, as: .pattern) else {
      return Policy.defaultBriefs
    }
    if patterns.isEmpty, let entry = root.entry("briefs") {
      findings.append(.noBriefs(entry.value.span))
    }
    return patterns.isEmpty ? Policy.defaultBriefs : patterns.map(\.text)
  }

  private static let keys = [
    "version", "briefs", "people", "policy", "pilot", "types", "retired", "imported", "erased",
    "assets",
  ]

  /// The fields at the top, recovered piece by piece where the file cannot be read whole.
  private mutating func root() -> PolicySection? {
    guard source.bytes.count <= Policy.sizeLimit else {
      findings.append(.policyTooLarge(source))
      return nil
    }
    if let fault = EncodingFault.first(in: source) {
      findings.append(.invalidPolicy(fault))
      return nil
    }
    let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let range = start..<source.bytes.count
    findings += ForbiddenScalars.findings(in: source, range).map { .invalidPolicy($0) }
    var (node, faults) = YAMLParser.parse(source.bytes, in: range)
    if node == nil, !faults.isEmpty {
      let (recovered, more) = FrontMatterRecovery.recover(source.bytes, in: range)
      node = .mapping(recovered)
      if !more.isEmpty { faults = more }
    }
    if !faults.isEmpty, let conflict = ConflictMarkers.fault(in: source.bytes, range) {
      faults = [conflict]
    }
    findings += faults.map { .invalidPolicy($0.message, help: $0.help, $0.span) }
    guard case .mapping = node, let node else {
      if faults.isEmpty { findings.append(.noSettings(node?.span ?? start..<start)) }
      return nil
    }
    return section(node, named: nil, keys: PolicyReader.keys)
  }

  /// Whether the file is of version 1; of a newer one nothing else is judged.
  private mutating func isOfOurVersion(_ root: PolicySection) -> Bool {
    guard let node = root.node("version") else {
      findings.append(.missingVersion(root.anchor))
      return true
    }
    guard case .scalar(let version) = node else {
      findings.append(.textExpected("version", node.span))
      return true
    }
    if version.text.utf8.elementsEqual("1".utf8) { return true }
    guard let number = version.text.utf8.decimal, number > 1 else {
      findings.append(.notAVersion(version))
      return true
    }
    findings = [.newerVersion(version)]
    return false
  }
}

extension Finding {
  fileprivate static func noBriefs(_ span: Range<Int>) -> Finding {
    invalidPolicy(
      "`briefs` names no place, so that nothing would be checked",
      help: "write `briefs: handoffs/**/*.md`", span)
  }
}
