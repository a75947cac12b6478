/// One brief at two revisions, with where its file stood at each.
package struct ComparedBrief: Sendable {
  /// A brief as one revision has it.
  package struct Version: Sendable {
    /// The file's path from the top of the repository.
    package let path: String

    /// What the file says.
    package let brief: Brief

    package init(path: String, brief: Brief) {
      self.path = path
      self.brief = brief
    }
  }

  /// The brief before; nil where it is new.
  package let old: Version?

  /// The brief now; nil where it is gone.
  package let new: Version?

  /// What the two say differently; of a brief that is new or gone, all that it says.
  package let difference: BriefDifference

  /// Compares two versions, of which one may be missing.
  package init(old: Version?, new: Version?) {
    self.old = old
    self.new = new
    difference = BriefDifference(from: old?.brief ?? .gone, to: new?.brief ?? .gone)
  }

  /// The brief now, or the last one where it is gone.
  package var brief: Brief { new?.brief ?? old?.brief ?? .gone }

  /// Where the file stands now, or stood last.
  package var path: String { new?.path ?? old?.path ?? "" }

  /// Where the file stood before, if that was elsewhere.
  package var previousPath: String? {
    guard let old, let new, !old.path.utf8.elementsEqual(new.path.utf8) else { return nil }
    return old.path
  }
}
