/// Puts single words together to runs: what went before what came, white space with its words.
struct RunAssembly {
  private var runs: [WordDifference.Run] = []
  private var kept = ""
  private var removed = ""
  private var added = ""

  /// White space behind a change: part of it if another change follows, else kept.
  private var held = ""

  mutating func append(_ step: WordDifference.Run) {
    switch step {
    case .kept(let text) where isChanging && text.isWhiteSpace:
      held += text
    case .kept(let text):
      flushChange()
      kept += text
    case .removed(let text):
      beginChange()
      removed += text
    case .added(let text):
      beginChange()
      added += text
    }
  }

  consuming func finished() -> [WordDifference.Run] {
    flushChange()
    flushKept()
    return runs
  }

  private var isChanging: Bool { !removed.isEmpty || !added.isEmpty }

  private mutating func beginChange() {
    flushKept()
    removed += held
    added += held
    held = ""
  }

  private mutating func flushKept() {
    if !kept.isEmpty { runs.append(.kept(kept)) }
    kept = ""
  }

  private mutating func flushChange() {
    if !removed.isEmpty { runs.append(.removed(removed)) }
    if !added.isEmpty { runs.append(.added(added)) }
    (removed, added) = ("", "")
    kept += held
    held = ""
  }
}
