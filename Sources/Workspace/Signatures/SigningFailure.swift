internal import Git

/// Why an approval could not be signed, and what its signer can do.
package struct SigningFailure: Error, Sendable, Hashable {
  /// One sentence without a full stop.
  package let message: String

  /// What to type or to ask for, each on a line.
  package let hints: [String]

  init(_ message: String, hints: [String] = []) {
    self.message = message
    self.hints = hints
  }

  static func catching<Result>(
    _ work: () throws(GitError) -> Result
  ) throws(SigningFailure) -> Result {
    do throws(GitError) {
      return try work()
    } catch {
      throw SigningFailure(error.description)
    }
  }
}
