internal import Briefs
internal import Git
internal import Rules

extension ProofReading {
  /// Each time that a piece of evidence was made to name another file, digest or address than
  /// before, by whom, and what is cited there in the file that it named before.
  mutating func tellPlacesBefore(
    of evidence: Item, cited reference: SourceReference? = nil, quote: String? = nil,
    _ facts: inout [String], _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    let own = life.items.first { item in
      item.item.list == .evidence && item.item.hasID(evidence.id)
    }
    var known: Item?
    for change in own?.changes ?? [] where !change.event.isLoss {
      let now = change.event.change.item
      defer { known = now }
      guard let before = change.event.change.previousItem ?? known,
        !before.place.utf8.elementsEqual(now.place.utf8)
      else { continue }
      facts.append(
        "\(evidence.id ?? "") named something else before: \(change.deed.proofWords), made "
          + "\(before.place) into \(now.place).")
      checks += wrote(change.deed)
      checks += try self.before(change.event, &facts)
      let version = version(of: change.event.commit)
      checks.append(
        version?.lines("\(evidence.id ?? "") as commit \(change.deed.commit.short) has it", now))
      try tellFile(before: now, before, reference, quote, &facts, &checks)
    }
  }

  /// The file that was named before, where it is another.
  private mutating func tellFile(
    before now: Item, _ before: Item, _ reference: SourceReference?, _ quote: String?,
    _ facts: inout [String], _ checks: inout [ItemProof.Check?]
  ) throws(GitError) {
    guard let path = before.string(.file),
      !path.utf8.elementsEqual((now.string(.file) ?? "").utf8)
    else { return }
    let file = try file(of: before)
    facts += file.facts
    checks += file.checks
    guard let reference else { return }
    var cited: [String] = []
    tell(reference, of: file, quote, &cited, &checks)
    facts += cited.map { "In \(path): " + $0 }
  }
}

extension Item {
  fileprivate func hasID(_ other: String?) -> Bool {
    guard let id, let other else { return false }
    return id.utf8.elementsEqual(other.utf8)
  }

  /// Where it says that evidence is.
  fileprivate var place: String {
    let fields = [FieldName.file, .sha256, .url].compactMap { name in
      string(name).map { "\(name.rawValue) \($0)" }
    }
    return fields.isEmpty ? "no place" : fields.joined(separator: ", ")
  }
}
