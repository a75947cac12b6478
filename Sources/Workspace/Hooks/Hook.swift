/// The hooks of git that have a gate.
package enum Hook: String, Sendable, CaseIterable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case referenceTransaction = "reference-transaction"
}
