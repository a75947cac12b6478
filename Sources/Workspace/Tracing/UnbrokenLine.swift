internal import Briefs
internal import Git

/// Follows something about a brief back through history, commit by commit, as long as it held
/// without a break.
///
/// What a merge has from one parent is followed there only; where no parent has it, it begins.
struct UnbrokenLine {
  private let holds: (Brief) -> Bool

  /// Commits to come from which it held down to where the line starts.
  private var pending: Set<ObjectID>

  init(from commit: ObjectID, holds: @escaping (Brief) -> Bool) {
    self.holds = holds
    pending = [commit]
  }

  /// Whether it was followed to wherever it begins.
  var isAtItsEnd: Bool { pending.isEmpty }

  /// Whether it begins in a commit of the trace; nil where the commit is on no line.
  mutating func follows(
    _ step: BriefTrace.Step, of trace: BriefTrace
  ) throws(GitError) -> Bool? {
    guard pending.remove(step.commit) != nil, try isHeld(at: step.place, of: trace) else {
      return nil
    }
    var isBeginning = true
    for earlier in step.earlier {
      var isHeld = earlier.place.isSame(as: step.place)
      if !isHeld { isHeld = try self.isHeld(at: earlier.place, of: trace) }
      guard isHeld else { continue }
      pending.insert(earlier.commit)
      isBeginning = false
    }
    return isBeginning
  }

  private func isHeld(at place: BriefPlace, of trace: BriefTrace) throws(GitError) -> Bool {
    try trace.brief(at: place).map(holds) ?? false
  }
}
