internal import Briefs
internal import Git
internal import Workspace

/// The repository that a command works in: its files, its policy and its briefs.
struct Session {
  let repository: Repository
  let tree: WorkTree
  let policy: Policy
  let places: BriefPlaces

  /// Opens the repository of the current folder; without a readable policy there is no session.
  init() throws {
    repository = try Environment.openRepository()
    try repository.settleUnfinished()
    do {
      tree = try WorkTree(of: repository)
    } catch {
      throw CommandFailure(error)
    }
    guard let policy = tree.policy() else {
      throw CommandFailure(
        "there is no handoff.yaml in \(tree.top)",
        hints: ["make the repository ready: handoff init"])
    }
    guard policy.isReadable else {
      throw CommandFailure(
        "handoff.yaml cannot be read", hints: ["see what is wrong: handoff check"])
    }
    self.policy = policy
    places = BriefPlaces(policy)
  }

  /// All briefs of the work tree.
  var finder: BriefFinder { BriefFinder(tree.versions(in: places)) }

  /// The brief that the user names, by id or by a path from the current folder or the top.
  func brief(_ name: String) throws -> (file: FileVersion, brief: Brief) {
    let file: FileVersion
    do {
      file = try find(name)
    } catch {
      throw CommandFailure(error)
    }
    guard let brief = file.brief else { preconditionFailure("only briefs are found") }
    return (file, brief)
  }

  private func find(_ name: String) throws(BriefFinder.Failure) -> FileVersion {
    let finder = finder
    if name.utf8.contains(UInt8(ascii: "/")) || name.hasSuffix(".md"),
      let path = try? Arguments.paths([name], in: repository).first,
      let file = finder.versions.first(where: { $0.path == path })
    {
      return file
    }
    return try finder.find(name)
  }

  /// The brief and the item of `BRIEF/ITEM`.
  func item(_ reference: String) throws -> (file: FileVersion, brief: Brief, item: Item) {
    guard let slash = reference.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      throw CommandFailure(
        "\(reference) names no item", hints: ["write BRIEF/ITEM, such as acme-onboarding/P-HH1W"])
    }
    let id = String(reference[reference.utf8.index(after: slash)...])
    let (file, brief) = try brief(String(reference[..<slash]))
    guard let item = brief.item(id) else { throw missingItem(id, of: brief, in: file) }
    return (file, brief, item)
  }

  /// Writes a brief's new text over the old, whole or not at all.
  func write(_ bytes: [UInt8], to file: FileVersion, replacing previous: [UInt8]?) throws {
    do {
      try AtomicFile.write(bytes, to: tree.absolute(file.path), expecting: previous)
    } catch {
      throw CommandFailure(
        "\(file.displayPath) could not be written: \(error.reason)",
        hints: ["nothing was changed; try again"])
    }
  }
}

extension CommandFailure {
  init(_ failure: BriefFinder.Failure) {
    switch failure {
    case .unknown(let name, let nearest):
      self.init(
        "there is no brief \(name)",
        hints: [nearest.map { "did you mean \($0)?" } ?? "see what there is: handoff list"])
    case .several(let name, let paths):
      self.init(
        "\(name) is the id of several files: \(paths.joined(separator: ", "))",
        hints: ["give one of them another id, or name the file by its path"])
    }
  }
}
