internal import Briefs
internal import Diagnostics
internal import Git
internal import History
internal import Rules

extension Violation {
  /// The next step, now that it is history: a gate's own help speaks of what is not committed yet.
  var remedy: String {
    let commit = commit.description.prefix(12)
    if diagnostic.path == Policy.fileName {
      return "`git show \(commit) -- \(Policy.fileName)` shows what it changed; somebody with the "
        + "role policy puts it right"
    }
    if diagnostic.rule == ChangedEvidence.documentation.id, diagnostic.brief == nil {
      let path = diagnostic.path.shellWord
      return "put it back as it was first: `git log --diff-filter=A --format=%h -- \(path)` names "
        + "the commit, then `git checkout COMMIT -- \(path)`, and commit"
    }
    guard RuleCatalog.documentation(of: diagnostic.rule)?.category == .change else {
      return diagnostic.help
    }
    return "`git show \(commit)` shows what it took away; put that back, or withdraw it with a "
      + "reason, and commit"
  }
}
