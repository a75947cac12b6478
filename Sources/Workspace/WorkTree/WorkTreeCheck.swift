package import Briefs
package import Diagnostics
package import Git
internal import Rules

/// Checks the briefs of the work tree against the last commit.
package struct WorkTreeCheck {
  private let repository: Repository
  private let store: BlobStore
  private let files: WorkTree

  package init(repository: Repository) throws(GitError) {
    self.init(repository: repository, files: try WorkTree(of: repository))
  }

  /// Checks files that the caller looks at as well, so that neither reads what the other has read.
  package init(repository: Repository, files: WorkTree) {
    self.repository = repository
    store = BlobStore(repository: repository)
    self.files = files
  }

  /// Whether there is a file or folder at a path, now or in the last commit.
  package func knows(_ path: [UInt8]) throws(GitError) -> Bool {
    if path.isEmpty || files.exists(path) { return true }
    guard let head = try repository.head().commit else { return false }
    return try repository.entry(at: path, inTree: try repository.commit(head).tree) != nil
  }

  /// The verdict on the briefs at paths of the work tree; on all of them where no path is given.
  ///
  /// The paths are files or folders, from the top of the repository; the author is the address of
  /// whoever is at work. A brief that is about to be written can be given as it would be, and so can
  /// other files, by their paths.
  package func verdict(
    on paths: [[UInt8]], author: String?, today: CalendarDate, expecting draft: FileVersion? = nil,
    adding added: [String: [UInt8]] = [:]
  ) throws(GitError) -> Verdict {
    let selection = PathSelection(paths)
    let head = try repository.head().commit
    let tree = try head.map { (head) throws(GitError) in try repository.commit(head).tree }
    let before = try store.policy(inTree: tree)
    let now = files.policy()
    guard let judging = before ?? now else { return .noPolicy }
    // As at the gates: a brief that a narrower pattern leaves outside has left the tree.
    let places = now.flatMap { $0.isReadable ? BriefPlaces($0) : nil } ?? BriefPlaces(judging)
    let current = files.versions(in: places).map { $0.path == draft?.path ? draft ?? $0 : $0 }
    let trees = try parentTrees()
    let changes = try changes(of: current, in: trees, selection, judging)
    let neighbours = Neighbours(
      current, in: files, after: HeadHistory(behind: head, of: repository),
      isMerging: trees.count > 1, adding: added)
    let found = changes.concurrentMap {
      Judge.diagnostics(for: neighbours.subject($0, judging, author: author, day: today))
    }
    var diagnostics: [Diagnostic] = []
    for (change, found) in zip(changes, found) {
      let isRefused = found.contains { $0.severity == .error }
      diagnostics +=
        isRefused && trees.count == 1 && isBroughtBack(change, in: current, after: head)
        ? Judge.diagnostics(
          for: neighbours.subject(change.asInherited, judging, author: author, day: today)) : found
    }
    if selection.contains(Policy.path) {
      diagnostics +=
        PolicyChange(
          before: [before].compactMap { $0 }, after: now, author: author, day: today
        ).diagnostics
    }
    diagnostics += try changedEvidence(in: tree, selection, judging)
    var attributes = AttributeFaults { [files] path in files.attributes(at: path) }
    for file in current where file.brief != nil && selection.contains(file.path) {
      guard let attribute = attributes.attribute(of: file.path) else { continue }
      diagnostics.append(.rewritten(by: attribute, file.path))
    }
    return Verdict(
      diagnostics: diagnostics.sorted(), briefCount: changes.count,
      notes: current.filter { $0.brief == nil && selection.contains($0.path) }.map(\.passedOver))
  }

  /// The briefs at paths of the work tree that can be mended without a person's judgement, each
  /// with the file as it would then be.
  package func mended(
    on paths: [[UInt8]], author: String?, today: CalendarDate
  ) throws(GitError) -> [(file: FileVersion, bytes: [UInt8])] {
    let tree = try headTree()
    guard let judging = try store.policy(inTree: tree) ?? files.policy() else { return [] }
    let current = files.versions(in: BriefPlaces(judging))
    let changes = try changes(of: current, in: try parentTrees(), PathSelection(paths), judging)
    let neighbours = Neighbours(current, in: files)
    let byPath = Dictionary(current.map { ($0.displayPath, $0) }) { first, _ in first }
    return changes.compactMap { change in
      let subject = neighbours.subject(change, judging, author: author, day: today)
      let bytes = subject.brief.source.bytes
      let mended = bytes.applying(Judge.fixes(for: subject))
      guard mended != bytes, let file = byPath[subject.path] else { return nil }
      return (file, mended)
    }
  }

  /// What would stop the briefs at paths of the work tree from going on to the status that comes
  /// next, by path; all of them where no path is given.
  ///
  /// Whose step it is to say so is not asked.
  package func obstacles(
    ahead paths: [[UInt8]], today: CalendarDate
  ) throws(GitError) -> [[UInt8]: [Diagnostic]] {
    let tree = try headTree()
    guard let judging = try store.policy(inTree: tree) ?? files.policy() else { return [:] }
    let current = files.versions(in: BriefPlaces(judging))
    let selection = PathSelection(paths)
    let drafts = current.filter { selection.contains($0.path) }.concurrentMap(\.movedOn)
    let byPath = Dictionary(drafts.compactMap { $0.map { ($0.path, $0) } }) { first, _ in first }
    let changes = try changes(
      of: current.map { byPath[$0.path] ?? $0 }, in: try parentTrees(), PathSelection([]), judging
    ).filter { byPath[$0.path] != nil }
    let neighbours = Neighbours(current, in: files)
    let errors = changes.concurrentMap { change in
      Judge.diagnostics(
        for: neighbours.subject(change, judging, author: nil, day: today), concern: .errors
      ).filter { $0.severity == .error }
    }
    return Dictionary(zip(changes.map(\.path), errors)) { first, _ in first }
  }

  /// Whether a brief comes back just as it was when it left the tree, as at the gates.
  private func isBroughtBack(
    _ change: BriefChange, in current: [FileVersion], after head: ObjectID?
  ) -> Bool {
    guard change.previous.isEmpty, let id = change.brief?.id, let head,
      // Where history cannot be read, it is not known to, and the brief is judged as a new one.
      let last = try? LastVersion.of(change.path, before: head, in: repository),
      last.entry.mode.isOrdinaryFile
    else { return false }
    let bearers = current.filter { $0.brief?.id == id }
    return bearers.map(\.path) == [change.path]
      && bearers.map(\.identity) == [last.entry.id.description]
  }

  private func changes(
    of current: [FileVersion], in trees: [ObjectID], _ selection: PathSelection, _ policy: Policy
  ) throws(GitError) -> [BriefChange] {
    var parents: [[FileVersion]] = []
    for tree in trees {
      parents.append(try versions(in: tree, at: BriefPlaces(policy), sharing: current))
    }
    return BriefChange.matching(result: current, parents: parents) {
      (_: String) throws(Never) in []
    }.filter { selection.contains($0.path) }
  }

  /// The trees that a commit would follow: the last one's, and in a merge the other sides'.
  private func parentTrees() throws(GitError) -> [ObjectID] {
    var trees: [ObjectID] = []
    for commit in [try repository.head().commit].compactMap({ $0 })
      + (try repository.otherMergeParents())
    {
      trees.append(try repository.commit(commit).tree)
    }
    return trees
  }

  private func headTree() throws(GitError) -> ObjectID? {
    guard let head = try repository.head().commit else { return nil }
    return try repository.commit(head).tree
  }

  /// The committed briefs; those that are the same in the work tree are not read again.
  private func versions(
    in tree: ObjectID, at places: BriefPlaces, sharing current: [FileVersion]
  ) throws(GitError) -> [FileVersion] {
    let known = Dictionary(current.map { ($0.path, $0) }) { first, _ in first }
    var versions: [FileVersion] = []
    for root in places.roots {
      for file in try repository.files(inTree: tree, under: root) where places.contains(file.path) {
        let identity = file.entry.id.description
        if let same = known[file.path], same.identity == identity {
          versions.append(same)
        } else {
          versions.append(
            FileVersion(path: file.path, identity: identity, brief: try store.brief(file.entry)))
        }
      }
    }
    return versions
  }

  private func changedEvidence(
    in tree: ObjectID?, _ selection: PathSelection, _ policy: Policy
  ) throws(GitError) -> [Diagnostic] {
    guard let tree else { return [] }
    let erased = Set(policy.erased.map { Array($0.file.utf8) })
    let committed = try repository.files(inTree: tree, under: Evidence.folder)
      .filter { selection.contains($0.path) && !erased.contains($0.path) }
    return committed.concurrentMap { [files] file -> Diagnostic? in
      let identity = files.identity(of: file.path)
      guard identity != file.entry.id.description else { return nil }
      return Evidence.changed(file.path, isGone: identity == nil)
    }.compactMap { $0 }
  }
}

extension FileVersion {
  /// The file with its brief in the status that comes next; nil where there is none, and where the
  /// file cannot be edited, which is where it cannot be read whole either.
  fileprivate var movedOn: FileVersion? {
    guard let brief, let next = brief.status?.next, var editor = try? BriefEditor(brief),
      (try? editor.move(to: next)) != nil
    else { return nil }
    return FileVersion(path: path, identity: "", brief: editor.brief)
  }
}

extension Verdict {
  static let noPolicy = Verdict(
    diagnostics: [], briefCount: 0,
    notes: ["there is no handoff.yaml here; `handoff init` makes a repository ready"])
}
