internal import Git

/// What an index keeps of one brief, or of the files at one path that say no id or are evidence.
struct IndexedBrief: Sendable, Equatable {
  /// A commit that changed one of the files that hold the brief.
  struct Touch: Sendable, Equatable {
    /// The commit's position.
    let commit: Int32

    /// The file's number in ``paths``.
    let path: Int32

    /// The file's blob in that commit; nil where it is gone or no longer the brief, and of evidence.
    let blob: ObjectID?
  }

  /// A wording that a touch brought in: no parent of the commit has it.
  struct Introduction: Sendable, Equatable {
    let wording: Int32
    let touch: Int32
  }

  /// The paths at which it ever stood.
  private(set) var paths: [[UInt8]] = []

  /// All touches, in the order of the commits.
  private(set) var touches: [Touch] = []

  private(set) var introductions: [Introduction] = []

  /// Adds what a commit did to a file; gives the touch's number.
  mutating func touch(_ commit: Int32, _ path: [UInt8], _ blob: ObjectID?) -> Int32 {
    var number = paths.firstIndex(of: path)
    if number == nil {
      paths.append(path)
      number = paths.count - 1
    }
    touches.append(Touch(commit: commit, path: Int32(number ?? 0), blob: blob))
    return Int32(touches.count - 1)
  }

  mutating func introduce(_ wording: Int32, by touch: Int32) {
    introductions.append(Introduction(wording: wording, touch: touch))
  }
}
