internal import Briefs
internal import Diagnostics
internal import Git
internal import Rules
internal import Workspace

extension ProofReading {
  /// The evidence that the item cites, and whether the words quoted stand there.
  mutating func sources() throws(GitError) -> ItemProof.Step? {
    let references = item.fields.list(.source)
    let quote = item.string(.quote)
    if references.isEmpty {
      if item.list == .evidence { return nil }
      return ItemProof.Step(
        "No source",
        ["It cites no evidence." + (quote.map { " It has the quote “\($0)”." } ?? "")], checks: [])
    }
    var facts: [String] = []
    var checks: [ItemProof.Check?] = []
    var told: [String: EvidenceFile] = [:]
    for text in references {
      guard let reference = SourceReference(text.string),
        let evidence = shown.brief.item(reference.evidence, in: .evidence)
      else {
        facts.append("It cites \(text.string), which the brief does not have.")
        continue
      }
      facts.append("It cites \(text.string): \(evidence.telling?.string ?? evidence.name).")
      let file: EvidenceFile
      if let known = told[reference.evidence] {
        file = known
      } else {
        file = try self.file(of: evidence)
        told[reference.evidence] = file
        checks.append(shown.lines("\(reference.evidence) in the brief", evidence))
        facts += file.facts
        checks += file.checks
      }
      tell(reference, of: file, quote, &facts, &checks)
      try tellNow(reference, of: file, quote, &facts, &checks)
      try tellPlacesBefore(
        of: evidence, cited: reference, quote: quote, &facts, &checks)
    }
    return ItemProof.Step("Where it comes from", facts, checks: checks)
  }

  /// What the file says at the place that is cited, as it was when it was brought.
  func tell(
    _ reference: SourceReference, of file: EvidenceFile, _ quote: String?, _ facts: inout [String],
    _ checks: inout [ItemProof.Check?]
  ) {
    guard let first = file.first else { return }
    facts += EvidenceWords(first.bytes).facts(about: quote, at: reference)
    checks.append(
      lines(
        "what is cited, as it was brought", reference, first.bytes, file.path, first.commit))
    if let quote, !reference.namesLines {
      checks.append(file.wholeText ?? file.line(with: quote))
    }
  }

  /// The same in the version that is shown, where the file is another there.
  private func tellNow(
    _ reference: SourceReference, of file: EvidenceFile, _ quote: String?, _ facts: inout [String],
    _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    guard let first = file.first, first.commit != head else { return }
    let tree = try repository.outline(of: head).tree
    guard let entry = try repository.entry(at: Array(file.path.utf8), inTree: tree),
      entry.mode.isOrdinaryFile
    else { return }
    let bytes = try repository.blob(entry.id, atMost: BlobStore.evidenceLimit)
    if bytes == first.bytes { return }
    facts += EvidenceWords(bytes).facts(about: quote, at: reference).map {
      "As commit \(head.short) has the file: " + $0
    }
    checks.append(
      lines(
        "what is cited, as commit \(head.short) has it", reference, bytes, file.path, head))
  }

  private func lines(
    _ purpose: String, _ reference: SourceReference, _ bytes: [UInt8], _ path: String,
    _ commit: ObjectID
  ) -> ItemProof.Check? {
    guard case .lines(let numbers) = reference.place else { return nil }
    let source = SourceText(bytes)
    let end = source.lineStarts.count - (source.lineStarts.last == bytes.count ? 1 : 0)
    guard numbers.lowerBound <= end else { return nil }
    return .lines(
      purpose, numbers.lowerBound...min(numbers.upperBound, end), of: source, at: path, in: commit)
  }
}

extension SourceReference {
  fileprivate var namesLines: Bool {
    if case .lines = place { return true }
    return false
  }
}

/// What the words of a file of evidence say of a quote.
private struct EvidenceWords {
  private let text: EvidenceText?

  init(_ bytes: [UInt8]) {
    text = EvidenceText(bytes)
  }

  func facts(about quote: String?, at reference: SourceReference) -> [String] {
    guard let text else { return ["Its words cannot be compared with the quote."] }
    var facts: [String] = []
    if case .lines(let numbers) = reference.place, numbers.upperBound > text.lineCount {
      facts.append("The file ends with line \(text.lineCount), before the last that is cited.")
    }
    guard let quote else { return facts }
    if text.holds(quote, at: reference.place) {
      facts.append("The quote “\(quote)” stands there.")
    } else if text.holds(quote, at: .whole) {
      facts.append("The quote “\(quote)” stands in the file, but not there.")
    } else if text.isEncodedMail {
      facts.append("The quote “\(quote)” cannot be looked for: the message is encoded.")
    } else {
      facts.append("The quote “\(quote)” does not stand there.")
    }
    return facts
  }
}
