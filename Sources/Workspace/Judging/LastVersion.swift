internal import Briefs
internal import Git

/// A brief's file as it was last before it left the tree.
struct LastVersion {
  /// The last commit that had it.
  let commit: ObjectID

  /// The file.
  let entry: TreeEntry

  /// Whether it stood on a line of history that was judged as what follows was.
  private let isJudged: Bool

  /// The file that a commit brings back to a path, just as it was last; nil where it does not.
  ///
  /// A merge brings nothing back: it takes what a parent has.
  static func broughtBack(
    at path: [UInt8], by tree: ObjectID, after parents: [ObjectID], in repository: Repository
  ) throws(GitError) -> LastVersion? {
    guard parents.count == 1, let entry = try repository.file(at: path, inTree: tree),
      let last = try of(path, before: parents[0], in: repository)
    else { return nil }
    return entry.isSameFile(as: last.entry) ? last : nil
  }

  /// The file that stood last at a path, seen from a commit that does not have it.
  ///
  /// - Returns: nil where none did; where a file of the same name went elsewhere, so that it may have
  ///   lived on there; where lines of history disagree about it, and none went on from the other; and
  ///   where it stood only on lines without a policy, with one that a merge did not take, or that began
  ///   apart from others, so that gates may have asked less of it.
  static func of(
    _ path: [UInt8], before commit: ObjectID, in repository: Repository
  ) throws(GitError) -> LastVersion? {
    let tree = try repository.outline(of: commit).tree
    guard try repository.file(at: path, inTree: tree) == nil,
      // Of most briefs that are refused there never was one, and that is soon known.
      try repository.isTouched(path, upTo: commit)
    else { return nil }
    var found: [LastVersion] = []
    var walked = [commit: true]
    var rest = [commit]
    while let commit = rest.popLast() {
      let child = try repository.outline(of: commit)
      let policy = try repository.policyEntry(inTree: child.tree)
      var policies: [ObjectID: TreeEntry] = [:]
      for id in child.parents {
        policies[id] = try repository.policyEntry(inTree: repository.outline(of: id).tree)
      }
      let areOfOne = try PolicyInForce.haveBegunTogether(
        child.parents.filter { policies[$0] != nil }, in: repository)
      for id in child.parents {
        let parent = try repository.outline(of: id)
        let before = policies[id]
        let isJudged =
          (walked[commit] ?? false) && areOfOne && before != nil
          && (child.parents.count == 1 || before == policy)
        let departures = try departures(of: path, from: parent.tree, to: child.tree, repository)
        guard departures.allSatisfy({ $0.path == path && $0.new == nil }) else { return nil }
        if let entry = departures.first?.old {
          found.append(LastVersion(commit: id, entry: entry, isJudged: isJudged))
        } else if !(walked[id] ?? false), walked[id] == nil || isJudged {
          walked[id] = isJudged
          rest.append(id)
        }
      }
    }
    return try newest(of: found, at: path, in: repository)
  }

  /// What happened from a commit to the next to files that are named like one.
  private static func departures(
    of path: [UInt8], from parent: ObjectID, to child: ObjectID, _ repository: Repository
  ) throws(GitError) -> [TreeChange] {
    let slash = UInt8(ascii: "/")
    let name = path.split(separator: slash).last
    var changes: [TreeChange] = []
    try repository.changes(from: parent, to: child) { change in
      if change.path.split(separator: slash).last == name { changes.append(change) }
    }
    return changes
  }

  /// The version that a merge of all lines would keep.
  private static func newest(
    of found: [LastVersion], at path: [UInt8], in repository: Repository
  ) throws(GitError) -> LastVersion? {
    guard var newest = found.first else { return nil }
    for other in found.dropFirst() {
      if other.entry.isSameFile(as: newest.entry) {
        if other.isJudged { newest = other }
        continue
      }
      guard let base = try repository.mergeBase(newest.commit, other.commit) else { return nil }
      let before = try repository.file(at: path, inTree: repository.outline(of: base).tree)
      if newest.entry.isSameFile(as: before) {
        newest = other
      } else if !other.entry.isSameFile(as: before) {
        return nil
      }
    }
    return newest.isJudged ? newest : nil
  }
}
