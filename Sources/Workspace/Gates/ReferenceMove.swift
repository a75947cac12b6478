package import Git

/// A line that git hands to `reference-transaction`: a reference and its new value.
package struct ReferenceMove: Sendable, Hashable {
  /// The full name, such as `refs/heads/main`.
  package let reference: String

  /// The new value; nil where the reference is deleted.
  package let new: ObjectID?

  /// Reads the lines `OLD SP NEW SP REF` of the local branches; other references are left out.
  ///
  /// The old value is not taken from here: zeros there do not mean a new branch.
  package static func parse(_ input: [UInt8]) throws(GitError) -> [ReferenceMove] {
    var moves: [ReferenceMove] = []
    for line in input.split(separator: UInt8(ascii: "\n")) {
      let words = line.split(separator: UInt8(ascii: " "), maxSplits: 2)
      guard words.count == 3 else {
        throw GitError(
          .malformedObject, operation: "read", object: "what git says of its references",
          message: "a line is not OLD NEW REF")
      }
      let reference = String(decoding: words[2], as: UTF8.self)
      guard reference.utf8.starts(with: "refs/heads/".utf8) else { continue }
      moves.append(
        ReferenceMove(
          reference: reference,
          new: try ObjectID.read(String(decoding: words[1], as: UTF8.self))))
    }
    return moves
  }
}
