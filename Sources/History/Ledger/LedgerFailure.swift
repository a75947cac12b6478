package import Git

/// Why a question about history has no answer.
package enum LedgerFailure: Error, Sendable {
  /// Nothing was ever called so; the nearest name of a brief or an account, where one is near.
  case unknown(String, nearest: String?)

  /// The brief never had such an item; the nearest id.
  case unknownItem(brief: String, item: String, nearest: String?)

  /// Nothing is committed yet.
  case nothingCommitted

  /// The repository cannot be read.
  case unreadable(GitError)
}
