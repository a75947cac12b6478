internal import Briefs
internal import Diagnostics

// Evidence is in the repository, and sources name a place that it has.
extension UnresolvedReference {
  static func evidence(in subject: Subject) -> [Finding] {
    missingFiles(in: subject) + missingPlaces(in: subject)
  }

  private static func missingFiles(in subject: Subject) -> [Finding] {
    subject.brief.items.compactMap { item in
      guard item.list == .evidence, !item.isWithdrawn, let file = item[.file],
        RepositoryPath.isSafe(file.string), subject.surroundings.hasFile(file.string) == false,
        !subject.policy.erased.contains(where: { $0.file.utf8.elementsEqual(file.string.utf8) })
      else { return nil }
      return .missingFile(file, item)
    }
  }

  private static func missingPlaces(in subject: Subject) -> [Finding] {
    var evidence = CitedEvidence(subject)
    var findings: [Finding] = []
    for item in subject.brief.items where !item.isWithdrawn {
      for source in item.fields.list(.source) {
        guard let reference = SourceReference(source.string), reference.place != .whole,
          let end = evidence.end(before: reference)
        else { continue }
        findings.append(.missingPlace(source, item, reference.evidence, end))
      }
    }
    return findings
  }
}

extension Finding {
  private static let rule = UnresolvedReference.documentation.id

  fileprivate static func missingFile(_ file: Text, _ item: Item) -> Finding {
    Finding(
      rule: rule, span: file.span, item: item.id,
      message: "\(item.name) names the file \(file.string.shortened(to: 60)), and the repository "
        + "has no such file",
      help: "put the file there and `git add` it, or correct the path")
  }

  fileprivate static func missingPlace(
    _ source: Text, _ item: Item, _ evidence: String, _ end: CitedEvidence.End
  ) -> Finding {
    let last =
      switch end {
      case .line(let number): "has \(number) line\(number == 1 ? "" : "s")"
      case .time(let seconds): "ends at \(seconds.clock)"
      }
    return Finding(
      rule: rule, span: source.span, item: item.id,
      message: "\(item.nameInSentence) names \(source.string.shortened(to: 40)), and "
        + "\(evidence) \(last)",
      help: "write the place where the words stand, or `\(evidence)` alone")
  }
}

extension Int {
  /// The seconds as `00:14:20`.
  fileprivate var clock: String {
    [self / 3_600, self / 60 % 60, self % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
