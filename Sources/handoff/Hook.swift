/// The hooks of git that have a gate.
enum Hook: String, CaseIterable {
  case preCommit = "pre-commit"
  case preMergeCommit = "pre-merge-commit"
  case referenceTransaction = "reference-transaction"
}
