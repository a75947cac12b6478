internal import Briefs
internal import Diagnostics
internal import Git
internal import History
internal import Rules

extension Violation {
  /// The next step, now that it is history: a gate's own help speaks of what is not committed yet.
  var remedy: String {
    let path = diagnostic.path.shellWord
    if case .takenOver = outcome {
      return "`\(show(path))` shows what it changed; what of that is not meant, somebody with the "
        + "role policy takes out of \(Policy.fileName)"
    }
    if diagnostic.path == Policy.fileName {
      return "`\(show(path))` shows what it changed; somebody with the role policy puts it right"
    }
    if diagnostic.rule == ChangedEvidence.documentation.id, diagnostic.brief == nil {
      return "put it back as it was first: `git log --diff-filter=A --format=%h -- \(path)` names "
        + "the commit, then `git checkout COMMIT -- \(path)`, and commit"
    }
    if diagnostic.rule == DroppedBrief.documentation.id, !isMerge {
      return "bring it back as it was: `git checkout \(name)^ -- \(path)`, and commit"
        + whatComesBack + "; to let it go for good, list it under `retired` in handoff.yaml"
    }
    if isLostWithBrief { return "bring the brief back; this comes with it" }
    if diagnostic.isForgery, let brief = diagnostic.brief {
      return diagnostic.item == nil
        ? "leave the record in the file, for nothing on record is taken out; words that slipped in "
          + "with it are put back with `handoff set`, and who is named approves anew, which counts "
          + "instead: `handoff approve \(brief.shellWord)`"
        : "leave the record in the file; who is named there says it anew in other words, or "
          + "whoever added it names themselves"
    }
    switch RuleCatalog.documentation(of: diagnostic.rule)?.category {
    case .change where diagnostic.rule.utf8.starts(with: "dropped-".utf8):
      return "`\(show(isMerge ? path : nil, asStored: true))` shows what it took away; put that "
        + "back as it was, and commit" + retirement
    case .change: return "`\(show(path))` shows what it changed; put that back, and commit"
    case .lifecycle:
      return "`\(show(path))` shows what it changed; put that back, or if it is right as it is: "
        + diagnostic.help
    case .reading, .content, .wording, .policy, nil: return diagnostic.help
    }
  }

  /// That what stood against a lost brief before comes back with it.
  private var whatComesBack: String {
    if standingBefore.isEmpty { return "" }
    let names = standingBefore.prefix(3).map { String($0.description.prefix(12)) }
    let more = standingBefore.count - names.count
    return "; with it comes back what \(names.joined(separator: ", "))"
      + (more > 0 ? " and \(more) more" : "") + " did to it (see above), which is put right next"
  }

  private var retirement: String {
    diagnostic.rule == DroppedRecord.documentation.id
      ? "" : DroppedItem.retirement(ofItem: diagnostic.item, in: diagnostic.brief)
  }

  private var name: String { String(commit.description.prefix(12)) }

  /// The command that shows what the commit did, to one file or to all; briefs as they are stored,
  /// where their lines are to be put back, rather than in the words of the reading aid.
  ///
  /// Of a merge git shows nothing that one side has so, unless it is asked for each side.
  private func show(_ path: String?, asStored: Bool = false) -> String {
    "git show \(asStored ? "--no-textconv " : "")\(isMerge ? "-m " : "")\(name)"
      + (path.map { " -- \($0)" } ?? "")
  }
}
