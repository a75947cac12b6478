internal import Briefs
internal import Diagnostics
internal import Git
internal import History
internal import Rules

extension Violation {
  /// The next step, now that it is history: a gate's own help speaks of what is not committed yet.
  var remedy: String {
    let path = diagnostic.path.shellWord
    if diagnostic.path == Policy.fileName {
      return "`\(show(path))` shows what it changed; somebody with the role policy puts it right"
    }
    if diagnostic.rule == ChangedEvidence.documentation.id, diagnostic.brief == nil {
      return "put it back as it was first: `git log --diff-filter=A --format=%h -- \(path)` names "
        + "the commit, then `git checkout COMMIT -- \(path)`, and commit"
    }
    if diagnostic.rule == DroppedBrief.documentation.id, !isMerge {
      return "bring it back as it was: `git checkout \(name)^ -- \(path)`, and commit; to let it "
        + "go for good, list it under `retired` in handoff.yaml"
    }
    switch RuleCatalog.documentation(of: diagnostic.rule)?.category {
    case .change where diagnostic.rule.utf8.starts(with: "dropped-".utf8):
      return "`\(show(isMerge ? path : nil))` shows what it took away; put that back, or withdraw "
        + "it with a reason, and commit"
    case .change: return "`\(show(path))` shows what it changed; put that back, and commit"
    case .lifecycle:
      return "`\(show(path))` shows what it changed; put that back, or if it is right as it is: "
        + diagnostic.help
    case .reading, .content, .wording, .policy, nil: return diagnostic.help
    }
  }

  private var name: String { String(commit.description.prefix(12)) }

  /// The command that shows what the commit did, to one file or to all.
  ///
  /// Of a merge git shows nothing that one side has so, unless it is asked for each side.
  private func show(_ path: String?) -> String {
    "git show \(isMerge ? "-m " : "")\(name)" + (path.map { " -- \($0)" } ?? "")
  }
}
