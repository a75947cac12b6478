/// A commit as its bytes say, checked as strictly as `git fsck` does.
package struct Commit: Sendable, Hashable {
  /// The commit's own id.
  package let id: ObjectID

  /// The tree that it records.
  package let tree: ObjectID

  /// The commits before it, in their order.
  package let parents: [ObjectID]

  /// Who wrote the change, and when: a claim, not proof.
  package let author: Signature

  /// Who made the commit, and when: a claim, not proof.
  package let committer: Signature

  /// Everything after the header, as stored.
  package let message: [UInt8]

  /// Reads a commit's raw bytes; throws what is wrong with them.
  package init(id: ObjectID, parsing bytes: [UInt8]) throws(GitError) {
    do throws(CommitFault) {
      self = try bytes.withUnsafeBufferPointer { (buffer) throws(CommitFault) in
        try Commit(id: id, UnsafeRawBufferPointer(buffer))
      }
    } catch {
      throw .malformed(id, error.message)
    }
  }

  private init(id: ObjectID, _ bytes: UnsafeRawBufferPointer) throws(CommitFault) {
    guard !bytes.contains(0) else { throw .nul }
    self.id = id
    let outline = try CommitOutline(bytes)
    tree = outline.tree
    parents = outline.parents
    var lines = HeaderLines(bytes)
    for _ in 0...parents.count { _ = lines.next() }
    guard let authorLine = lines.next()?.value(of: "author") else { throw .noAuthor }
    guard let committerLine = lines.next()?.value(of: "committer") else { throw .noCommitter }
    var isLatin = false
    while let line = lines.next() {
      let repeated = ["tree", "parent", "author", "committer"] as [StaticString]
      guard repeated.allSatisfy({ line.value(of: $0) == nil }) else { throw .repeatedHeader }
      if let encoding = line.value(of: "encoding") { isLatin = encoding.isNameOfLatin }
    }
    guard let author = Signature(parsing: Array(authorLine), isLatin: isLatin) else {
      throw .badAuthor
    }
    guard let committer = Signature(parsing: Array(committerLine), isLatin: isLatin) else {
      throw .badCommitter
    }
    self.author = author
    self.committer = committer
    message = Array(lines.message)
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// Whether an `encoding` header says that names are in Latin-1, the one encoding besides UTF-8 that
  /// is understood.
  fileprivate var isNameOfLatin: Bool {
    let name = String(decoding: self, as: UTF8.self).lowercased()
    return ["iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1"].contains(name)
  }
}

/// What a walk of history needs of a commit, read even where the rest of it is malformed.
package struct CommitOutline: Sendable, Hashable {
  /// The tree that it records.
  package let tree: ObjectID

  /// The commits before it, in their order.
  package let parents: [ObjectID]

  /// The committer's time in seconds since 1970, as far as it can be read: good for ordering only.
  package let seconds: Int64

  init(_ bytes: UnsafeRawBufferPointer) throws(CommitFault) {
    var lines = HeaderLines(bytes)
    guard let tree = lines.next()?.id(after: "tree") else { throw .noTree }
    var parents: [ObjectID] = []
    var seconds: Int64 = 0
    var isBehindParents = false
    while let line = lines.next() {
      if line.value(of: "parent") != nil {
        // Git reads no parent there, and we shall not read another history than it does.
        guard !isBehindParents else { throw .repeatedHeader }
        guard let parent = line.id(after: "parent") else { throw .badParent }
        parents.append(parent)
      } else if let committer = line.value(of: "committer") {
        seconds = Signature(parsing: Array(committer))?.seconds ?? 0
        break
      } else if line.value(of: "author") != nil {
        isBehindParents = true
      } else if line.value(of: "tree") != nil {
        throw .repeatedHeader
      } else {
        break
      }
    }
    self.tree = tree
    self.parents = parents
    self.seconds = seconds
  }
}

/// A way in which a commit's bytes break git's format.
enum CommitFault: Error {
  case nul, noTree, badParent, noAuthor, badAuthor, noCommitter, badCommitter, repeatedHeader
}

extension CommitFault {
  var message: String {
    switch self {
    case .nul: "the commit holds a NUL byte"
    case .noTree: "the commit does not begin with its tree"
    case .badParent: "a parent of the commit is not an id"
    case .noAuthor: "the commit names no author"
    case .badAuthor: "the commit's author is not a name, an address and a time"
    case .noCommitter: "the commit names no committer"
    case .badCommitter: "the commit's committer is not a name, an address and a time"
    case .repeatedHeader: "the commit repeats a header line, or has one out of place"
    }
  }
}
