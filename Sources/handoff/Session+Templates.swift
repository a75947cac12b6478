internal import Briefs
internal import Diagnostics
internal import Git
internal import Mail
internal import ReceivedMail
internal import Workspace

/// What a template is taken for.
enum TemplateUse {
  /// A look: the files as they are; what is not committed is named.
  case showing

  /// A message to a client: only what the team committed goes out.
  case sending
}

extension Session {
  /// The team's template where it has one, else ours; a broken one is never passed over.
  func template(_ name: EmailTemplate.Name, for use: TemplateUse) throws -> EmailTemplate {
    try tellMisnamedTemplates(besides: name, for: use)
    try tellUncommitted(name, for: use)
    guard tree.exists(Array(name.path.utf8)) else { return .builtIn(name) }
    guard let bytes = tree.bytes(of: name.path),
      let source = String(validating: bytes, as: UTF8.self)
    else {
      throw CommandFailure(
        "\(name.path) cannot be read: it is no plain file with UTF-8 text",
        hints: ["mend it, or remove it to use the built-in words"])
    }
    return try CommandFailure.catchingFault { () throws(MailFault) in
      try EmailTemplate(name, source)
    }
  }

  /// The subjects of a brief's messages by kind, as they would be now.
  ///
  /// A template that is broken tells nothing: what an answer is about does not hang on it.
  func subjects(of target: Target) throws -> [SentSummary.Kind: String] {
    let fields = EmailFields(
      of: target.brief, clients: try clients(of: target.brief), sender: try sender(),
      receiver: try receiver(of: target.brief))
    var subjects: [SentSummary.Kind: String] = [:]
    for (kind, name) in [
      (SentSummary.Kind.call, EmailTemplate.Name.call), (.final, .final),
      (.introduction, .introduction),
    ] {
      let source = tree.bytes(of: name.path).flatMap { String(validating: $0, as: UTF8.self) }
      let template = source.map { try? EmailTemplate(name, $0) } ?? .builtIn(name)
      subjects[kind] = try? template?.subject(with: fields)
    }
    return subjects
  }

  /// Names the files beside the templates that nothing reads; a message whose template may be one
  /// of them is not sent with our words in place of the team's.
  private func tellMisnamedTemplates(
    besides wanted: EmailTemplate.Name, for use: TemplateUse
  ) throws {
    let names = EmailTemplate.Name.allCases
    for path in FolderWalk.files(in: tree.top, below: Array(EmailTemplate.Name.folder.utf8)) {
      let path = String(decoding: path, as: UTF8.self)
      let file = String(path.utf8.dropFirst(EmailTemplate.Name.folder.utf8.count + 1)) ?? path
      if names.contains(where: { $0.file.utf8.elementsEqual(file.utf8) }) || file.isNoTemplate {
        continue
      }
      let stem = file.utf8.prefix { $0 != UInt8(ascii: ".") }
      let near = NearestName.of(String(stem) ?? file, among: names.map(\.rawValue))
      let help =
        near.map { "did you mean \($0).mustache?" }
        ?? "a template is called one of: \(names.map(\.file).joined(separator: ", "))"
      let isWanted = near == wanted.rawValue && !tree.exists(Array(wanted.path.utf8))
      if isWanted, use == .sending {
        throw CommandFailure(
          "\(path) is no template that anything reads", kind: .refused,
          hints: [help, "rename it, or move it elsewhere to use the built-in words"])
      }
      Console.say("\(path) is no template that anything reads: \(help)")
    }
  }

  /// Names a template that is not as it was committed last: nobody else has agreed to its words.
  private func tellUncommitted(_ name: EmailTemplate.Name, for use: TemplateUse) throws {
    let path = name.path
    let committed = try committedBytes(of: path)
    let present = tree.bytes(of: path)
    if present == nil, tree.exists(Array(path.utf8)) { return }
    // Line endings may be git's doing, and are nothing to a template.
    guard committed?.filter({ $0 != 0x0D }) != present?.filter({ $0 != 0x0D }) else { return }
    let fault: String
    switch (committed, present) {
    case (nil, _): fault = "\(path) is not committed"
    case (_, nil): fault = "\(path) is gone, and that is not committed"
    case (_, _): fault = "\(path) has changes that are not committed"
    }
    guard use == .sending else { return Console.say("\(fault), and used as it is") }
    let wayBack =
      committed == nil
      ? "or move it elsewhere to use the built-in words"
      : "or put it back: git restore --source=HEAD --staged --worktree \(path)"
    throw CommandFailure(
      "\(fault), so nothing is sent", kind: .refused,
      hints: [
        "see what the client would read: handoff email show BRIEF",
        "commit it: git add \(path) && git commit -m \"words of the email\" -- \(path)", wayBack,
      ])
  }

  private func committedBytes(of path: String) throws -> [UInt8]? {
    try CommandFailure.catching { () throws(GitError) in
      guard let head = try repository.head().commit,
        let entry = try repository.entry(
          at: Array(path.utf8), inTree: try repository.commit(head).tree)
      else { return nil }
      return try repository.blob(entry.id, atMost: BlobStore.evidenceLimit)
    }
  }
}

extension String {
  /// Whether a file beside the templates is plainly meant for people or programs.
  fileprivate var isNoTemplate: Bool {
    utf8.first == UInt8(ascii: ".") || utf8.first == UInt8(ascii: "_")
      || utf8.elementsEqual("README.md".utf8)
  }
}
