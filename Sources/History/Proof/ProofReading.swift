internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

/// Puts the proof of one item together from what the ledger says of it.
struct ProofReading {
  let life: BriefLife
  let item: LedgerItem
  let record: BriefRecord
  let tip: ObjectID
  let repository: Repository
  let store: BlobStore

  private var path: String { String(decoding: life.path, as: UTF8.self) }
  private var brief: Brief { life.brief }

  func steps() throws(GitError) -> [ItemProof.Step] {
    var trace = record.trace
    let versions = trace.steps(upTo: tip)
    var steps = [try words(), try sources()].compactMap { $0 }
    steps.append(try changes())
    if let bounds = bounds() { steps.append(bounds) }
    steps += try approvals(among: versions)
    if let acceptance = try acceptance(among: versions) { steps.append(acceptance) }
    steps += try emails()
    return steps
  }

  // MARK: The words

  private func words() throws(GitError) -> ItemProof.Step? {
    guard
      let entry = try repository.entry(at: life.path, inTree: try repository.outline(of: tip).tree)
    else { return nil }
    let state: String =
      switch item.standing {
      case .stands: "It stands in the brief."
      case .withdrawn: "It was withdrawn: “\(item.item.string(.withdrawn) ?? "")”."
      case .gone: "It is not in the brief any more; these were its last words."
      }
    return ItemProof.Step(
      title: "The words",
      facts: [
        "\(item.item.list.noun.capitalizedFirst) \(item.item.id ?? ""): “\(item.item.telling?.string ?? "")”",
        state,
      ],
      checks: [
        ItemProof.Check(
          purpose: "the file as commit \(tip.short) has it, bound by its digest",
          command: "git rev-parse \("\(tip):\(path)".shellWord)", prints: entry.id.description),
        standingLines(of: item.item, "the item in the file"),
      ].compactMap { $0 } + (try recordedFile(of: item.item)))
  }

  /// The item's lines in the brief of the tip; nil where it is shown as it was in another version.
  private func standingLines(of wanted: Item, _ purpose: String) -> ItemProof.Check? {
    guard let id = wanted.id, let found = brief.item(id, in: wanted.list) else { return nil }
    return .lines(purpose, found.span, of: brief.source, at: path, in: tip)
  }

  private func bounds() -> ItemProof.Step? {
    guard !item.bounds.isEmpty else { return nil }
    return ItemProof.Step(
      title: "What bounds it",
      facts: item.bounds.map { "\($0.id): “\($0.words ?? "not in the brief")”" },
      checks: item.bounds.compactMap { bound in
        brief.item(bound.id, in: .exclusions).flatMap {
          standingLines(of: $0, "\(bound.id) in the file")
        }
      })
  }

  // MARK: Where it comes from

  private func sources() throws(GitError) -> ItemProof.Step? {
    let references = item.item.fields.list(.source)
    guard !references.isEmpty else { return nil }
    var facts: [String] = []
    var checks: [ItemProof.Check] = []
    for text in references {
      guard let reference = SourceReference(text.string),
        let evidence = brief.item(reference.evidence, in: .evidence)
      else {
        facts.append("It cites \(text.string), which the brief does not have.")
        continue
      }
      facts.append("It cites \(text.string): \(evidence.telling?.string ?? evidence.name).")
      checks += try self.checks(of: evidence, reference)
    }
    if let quote = item.item.string(.quote) { facts.append("The words heard there: “\(quote)”") }
    return ItemProof.Step(title: "Where it comes from", facts: facts, checks: checks)
  }

  private func checks(
    of evidence: Item, _ reference: SourceReference
  ) throws(GitError) -> [ItemProof.Check] {
    var checks = [standingLines(of: evidence, "\(reference.evidence) in the brief")].compactMap {
      $0
    }
    guard let file = evidence.string(.file), let bytes = try bytes(ofFile: file) else {
      return checks
    }
    if evidence.string(.sha256) != nil {
      let digest = try recordedFile(of: evidence)
      if digest.isEmpty { return checks }
      checks += digest
    }
    if case .lines(let range) = reference.place {
      let source = SourceText(bytes)
      guard range.upperBound <= source.lineStarts.count else { return checks }
      let span =
        source.range(ofLine: range.lowerBound)
        .lowerBound..<source.range(ofLine: range.upperBound)
        .upperBound
      checks += [.lines("the lines that are cited", span, of: source, at: file, in: tip)]
        .compactMap { $0 }
    }
    return checks
  }

  /// That the file of a piece of evidence is the one whose digest was recorded, where it is.
  private func recordedFile(of evidence: Item) throws(GitError) -> [ItemProof.Check] {
    guard evidence.list == .evidence, let file = evidence.string(.file),
      let digest = evidence.string(.sha256), let bytes = try bytes(ofFile: file)
    else { return [] }
    let own = "sha256:" + SHA256Hex.of(bytes)
    guard own.hasSuffix(digest.asciiLowercased) else { return [] }
    return [.digest("\(file) is the file that was recorded", ofFile: file, in: tip, own)]
  }

  private func bytes(ofFile file: String) throws(GitError) -> [UInt8]? {
    let tree = try repository.outline(of: tip).tree
    guard RepositoryPath.isSafe(file),
      let entry = try repository.entry(at: Array(file.utf8), inTree: tree),
      entry.mode == .regular || entry.mode == .executable
    else { return nil }
    return try repository.blob(entry.id, atMost: BlobStore.evidenceLimit)
  }

  // MARK: Who wrote it

  private func changes() throws(GitError) -> ItemProof.Step {
    var facts: [String] = []
    var checks: [ItemProof.Check] = []
    for change in item.changes {
      let (event, deed) = (change.event, change.deed)
      guard let author = deed.author else { continue }
      let day = CalendarDate(secondsSince1970: Int(author.seconds))
      facts.append("\(day) \(author.name): \(event.words)")
      checks.append(.author(of: event.commit, author))
      checks.append(.ancestry(of: event.commit, in: tip))
      if !event.isLoss, let step = record.step(event.commit) {
        let version = try record.trace.brief(of: step)
        checks += [
          .lines(
            "the item as commit \(event.commit.short) left it", event.change.item.span,
            of: version.source, at: String(decoding: event.path, as: UTF8.self), in: event.commit)
        ].compactMap { $0 }
      }
    }
    return ItemProof.Step(title: "Who wrote it, and when", facts: facts, checks: checks)
  }

  // MARK: Who approved it

  private func approvals(
    among versions: [BriefTrace.Step]
  ) throws(GitError) -> [ItemProof.Step] {
    var steps: [ItemProof.Step] = []
    for given in item.approvals {
      let approval = given.approval.approval
      var covered: Brief?
      for version in versions where covered == nil {
        let brief = try record.trace.brief(of: version)
        if brief.isCovered(by: approval) { covered = brief }
      }
      var checks = [
        ItemProof.Check.lines(
          "the record in the brief", approval.item.span, of: brief.source, at: path, in: tip)
      ].compactMap { $0 }
      if let covered {
        checks.append(
          .digest(
            "the words that were approved, and their digest",
            of: ApprovalDigest.text(of: covered, role: approval.role), approval.covers))
      }
      checks += try proofs(of: given.approval)
      steps.append(
        ItemProof.Step(
          title: "The \(approval.role) approval",
          facts: ["\(given.approval)".capitalizedFirst + ".", given.words.sentence], checks: checks)
      )
    }
    return steps
  }

  private func proofs(of given: ProvenApproval) throws(GitError) -> [ItemProof.Check] {
    let approval = given.approval
    switch given.proof {
    case .claimed(let commit):
      return [.author(of: commit.id, commit.author), .ancestry(of: commit.id, in: tip)]
    case .signed(let commit):
      return [.author(of: commit.id, commit.author), .ancestry(of: commit.id, in: tip)]
        + (try signature(of: approval, addedIn: commit))
    case .unproven, .notCommitted, .cutShort: return []
    }
  }

  private func signature(
    of approval: Approval, addedIn commit: Commit
  ) throws(GitError) -> [ItemProof.Check] {
    guard let id = brief.id, let statement = ApprovalStatement(of: approval, handoff: id),
      let signature = approval.signature, let armour = try? SignatureArmour(signature),
      let (holder, policy) = try policy(for: commit),
      let key = policy.person(approval.by)?.keys.first(where: { $0.blob == armour.publicKey })
    else { return [] }
    let words = String(decoding: statement.bytes, as: UTF8.self)
    let purpose = ApprovalStatement.namespace
    let signers = "\(approval.by) namespaces=\"\(purpose)\" \(key.line)"
    return [
      ItemProof.Check(
        purpose: "the key is one that the roster gave \(approval.by) when it was signed",
        command: "git grep -q -F -e \(key.base64.shellWord) \(holder) -- handoff.yaml && echo yes",
        prints: "yes"),
      ItemProof.Check(
        purpose: "the signature is by that key, of who approved which words",
        command: """
          printf '%s\\n' \(signers.shellWord) >signers
          printf '%s\\n' \(armour.text.trimmingLineEnd.shellWord) >approval.sig
          printf '%s' \(words.shellWord) | ssh-keygen -Y verify -f signers -I \(approval.by.shellWord) \
          -n \(purpose) -s approval.sig >approval.out && echo signed
          """, prints: "signed"),
    ]
  }

  /// The policy that judged a commit, and a commit that has its file.
  private func policy(for commit: Commit) throws(GitError) -> (ObjectID, Policy)? {
    for holder in commit.parents + [commit.id] {
      let tree = try repository.outline(of: holder).tree
      if let entry = try repository.entry(at: Array(Policy.fileName.utf8), inTree: tree) {
        return (holder, try store.policy(entry))
      }
    }
    return nil
  }

  // MARK: What became of it

  private func acceptance(
    among versions: [BriefTrace.Step]
  ) throws(GitError) -> ItemProof.Step? {
    var accepted: (step: BriefTrace.Step, brief: Brief)?
    for version in versions {
      let brief = try record.trace.brief(of: version)
      let isAccepted = brief.status?.isAcceptedOrLater ?? false
      if isAccepted { accepted = (version, brief) } else if accepted != nil { break }
    }
    guard let accepted, let field = accepted.brief.fields.field(.status) else { return nil }
    let author = try repository.commit(accepted.step.commit).author
    let day = CalendarDate(secondsSince1970: Int(author.seconds))
    return ItemProof.Step(
      title: "The acceptance",
      facts: ["The handoff was accepted on \(day), as \(author.name)'s commit says."],
      checks: [
        .author(of: accepted.step.commit, author),
        .ancestry(of: accepted.step.commit, in: tip),
        .lines(
          "the status in it", field.keySpan, of: accepted.brief.source,
          at: String(decoding: accepted.step.path, as: UTF8.self), in: accepted.step.commit),
      ].compactMap { $0 })
  }

  private func emails() throws(GitError) -> [ItemProof.Step] {
    var steps: [ItemProof.Step] = []
    for sent in item.emails {
      let mail = sent.email.record
      let to = mail.fields.list(.to).map(\.string).joined(separator: ", ")
      var facts = [
        "Revision \(sent.revision) of the summary was sent on \(mail.string(.sent) ?? "an unknown day")"
          + (to.isEmpty ? "." : " to \(to)."),
        sent.earlierWords.map { "It held the item as it was then: “\($0)”" }
          ?? "It held these very words.",
      ]
      if let reply = mail.string(.reply) {
        let when = mail.string(.replied).map { " on \($0)" } ?? ""
        let who = mail.string(.repliedBy).map { " by \($0)" } ?? ""
        facts.append("The client's answer: \(reply)\(when)\(who).")
      } else {
        facts.append("No answer is on record.")
      }
      var checks = [
        ItemProof.Check.lines(
          "the record in the brief", mail.span, of: brief.source, at: path, in: tip)
      ]
      .compactMap { $0 }
      if let body = mail.string(.body) {
        checks.append(
          .digest("the words that were sent, and their digest", of: sent.email.content.text, body))
      }
      if let id = mail.string(.evidence), let reference = SourceReference(id),
        let evidence = brief.item(id, in: .evidence)
      {
        checks += try self.checks(of: evidence, reference)
      }
      steps.append(ItemProof.Step(title: "The email that carried it", facts: facts, checks: checks))
    }
    return steps
  }
}

extension ItemApproval.Words {
  fileprivate var sentence: String {
    switch self {
    case .same: "It was given for these very words."
    case .other: "It was given for other words of the item."
    case .unknown: "The words it was given for are not in the history that can be read."
    }
  }
}

extension ItemEvent {
  /// What the change did, in a few words.
  fileprivate var words: String {
    if isReturn { return "brought it back" }
    switch change.kind {
    case .added: return "added it"
    case .withdrawn: return "withdrew it"
    default: return isLoss ? "left it out" : "changed it"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  fileprivate var trimmingLineEnd: String {
    var scalars = unicodeScalars
    while scalars.last == "\n" { scalars.removeLast() }
    return String(scalars)
  }
}
