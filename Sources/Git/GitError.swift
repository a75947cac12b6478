/// A failure of git, libgit2 or a repository: what was tried, on what, and why it did not work.
package struct GitError: Error, Sendable, Hashable {
  /// The kind of a failure; negative values are libgit2's own, positive ones ours.
  package struct Code: RawRepresentable, Sendable, Hashable {
    /// The code as libgit2 or the system gives it.
    package let rawValue: Int32

    package init(rawValue: Int32) {
      self.rawValue = rawValue
    }
  }

  /// What kind of failure it is.
  package let code: Code

  /// What was tried, as a verb phrase: `read the tree`.
  package let operation: String

  /// Why it failed: libgit2's or git's own words, or ours.
  package let message: String

  /// What it was tried on: an id, a reference's name or a path.
  package let object: String

  package init(_ code: Code, operation: String, object: String = "", message: String) {
    self.code = code
    self.operation = operation
    self.object = object
    self.message = message
  }
}

extension GitError.Code {
  /// An object, reference or file that is not there.
  package static let notFound = Self(rawValue: -3)

  /// A short id or name that fits several objects.
  package static let ambiguous = Self(rawValue: -5)

  /// A reference's name or a revision that is not well formed.
  package static let invalidName = Self(rawValue: -12)

  /// A file that another process has locked.
  package static let locked = Self(rawValue: -14)

  /// A repository that belongs to somebody else and is not listed in `safe.directory`.
  package static let foreignOwner = Self(rawValue: -36)

  /// A directory that is in no git repository.
  package static let notARepository = Self(rawValue: 1)

  /// A repository format, an extension or a setting that we cannot read.
  package static let unsupported = Self(rawValue: 2)

  /// An object whose bytes are not what git writes.
  package static let malformedObject = Self(rawValue: 3)

  /// An object of another type than the one asked for.
  package static let wrongType = Self(rawValue: 4)

  /// A blob over the caller's limit.
  package static let tooLarge = Self(rawValue: 5)

  /// A child git that ended with a status other than zero; the message is its own words.
  package static let commandFailed = Self(rawValue: 6)

  /// A program that could not be started, or whose output could not be read.
  package static let systemCall = Self(rawValue: 7)
}

extension GitError: CustomStringConvertible {
  /// One line for people: the operation, what it was tried on, and the reason.
  package var description: String {
    let subject = object.isEmpty ? operation : "\(operation) \(object)"
    return "cannot \(subject): \(message)"
  }
}
