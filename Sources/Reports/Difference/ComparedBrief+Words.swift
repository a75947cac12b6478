internal import Briefs
internal import Diagnostics

extension ComparedBrief {
  /// What became of the brief as a whole.
  enum Fate: String, CaseIterable {
    case new
    case gone
    case unreadable
    case changed
  }

  var fate: Fate {
    if old == nil { return .new }
    if new == nil { return .gone }
    return difference.losesAll ? .unreadable : .changed
  }

  /// The sentences about the brief as a whole.
  var notes: [String] {
    var notes: [String] = []
    switch fate {
    case .new: notes.append("The brief is new.")
    case .gone: notes.append("The brief is gone.")
    case .unreadable: notes.append("The brief cannot be read any more.")
    case .changed: break
    }
    if let previousPath { notes.append("It was moved here from \(previousPath)") }
    let isSameFile = old?.brief.source.bytes == new?.brief.source.bytes
    if fate == .changed, difference.isEmpty, !isSameFile {
      notes.append("Its words are the same: layout, comments or the team's own fields changed.")
    }
    return notes
  }
}
