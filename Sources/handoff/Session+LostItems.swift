internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

extension Session {
  /// Why a brief has no item of an id: it was lost, or never was there.
  func missingItem(_ id: String, of brief: Brief, in file: FileVersion) -> CommandFailure {
    let name = brief.id ?? file.displayPath
    // Where history cannot be read, the item is not known to have been there.
    if let lost = try? lastVersion(of: id, in: brief, at: file.path) {
      let show = lost.commit.map {
        "`git show --no-textconv \($0.description.prefix(12))` shows its lines"
      }
      return CommandFailure(
        "\(name) has lost \(lost.item.label)".escapingControls,
        hints: [
          (show ?? "`git diff --no-textconv HEAD -- \(file.displayPath.shellWord)` shows its lines")
            + "; put it back as it was first"
        ])
    }
    let near = NearestName.of(id, among: brief.items.compactMap(\.id))
    return CommandFailure(
      "\(name) has no item \(id)",
      hints: [near.map { "did you mean \($0)?" } ?? "see its items: handoff show \(file.stem)"])
  }

  /// The item as history had it last, and the commit that lost it; none where that is not committed.
  private func lastVersion(
    of item: String, in brief: Brief, at path: [UInt8]
  ) throws -> (item: Item, commit: ObjectID?)? {
    guard let id = brief.id, let head = try repository.head().commit else { return nil }
    let store = BlobStore(repository: repository)
    var trace = try BriefTrace(of: id, near: path, from: [head], in: repository, store)
    while let version = try trace.next() {
      if let found = version.brief.item(item) { return (found, nil) }
      if let found = version.previous.lazy.compactMap({ $0.item(item) }).first {
        return (found, version.commit.id)
      }
    }
    return nil
  }
}
