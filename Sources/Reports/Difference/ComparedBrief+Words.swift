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

  /// What the brief is called above its changes: as it is, as it was, or by its file.
  var title: String {
    let titles = [new, old].compactMap { $0 }.map { BriefHeader.title(of: $0.brief).onOneLine }
    return titles.first { !$0.isEmpty } ?? path.onOneLine
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
