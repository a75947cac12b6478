internal import Briefs
package import Git

extension Repository {
  /// The entry of `handoff.yaml` in a tree; nil where there is none.
  package func policyEntry(inTree tree: ObjectID) throws(GitError) -> TreeEntry? {
    try entry(at: Policy.path, inTree: tree)
  }
}
