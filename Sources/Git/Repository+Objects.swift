internal import CLibgit2

extension Repository {
  /// The size of a blob in bytes, read from its header alone.
  package func size(of blob: ObjectID) throws(GitError) -> Int {
    let header = try header(of: blob, for: "read the size of the blob")
    guard header.type == GIT_OBJECT_BLOB else { throw .wrongType(blob, wanted: "blob") }
    return header.size
  }

  /// The bytes of a blob; throws ``GitError/Code/tooLarge`` before it reads one over the limit.
  package func blob(_ id: ObjectID, atMost limit: Int) throws(GitError) -> [UInt8] {
    let size = try size(of: id)
    guard size <= limit else {
      throw GitError(
        .tooLarge, operation: "read the blob", object: id.description,
        message: "it has \(size) bytes, and the limit is \(limit)")
    }
    return try withObject(id, GIT_OBJECT_BLOB, "read the blob") { Array($0) }
  }

  /// Whether an object is in the repository, whatever its type.
  package func hasObject(_ id: ObjectID) -> Bool {
    var oid = id.oid
    return git_odb_exists(objects, &oid) == 1
  }

  /// The commit that an id names, through any number of tags; nil for a tree or a blob.
  package func commitID(of id: ObjectID) throws(GitError) -> ObjectID? {
    var target = id
    // A tag's id depends on its target's, so that tags cannot form a circle.
    while true {
      switch try header(of: target, for: "read the object").type {
      case GIT_OBJECT_COMMIT: return target
      case GIT_OBJECT_TAG: target = try targetOfTag(target)
      default: return nil
      }
    }
  }

  /// The id that git gives a blob of these bytes; nothing is stored.
  package static func hash(_ blob: [UInt8]) throws(GitError) -> ObjectID {
    try Libgit2.start()
    var oid = git_oid()
    try Libgit2.call("hash a blob") { git_odb_hash(&oid, blob, blob.count, GIT_OBJECT_BLOB) }
    return ObjectID(oid)
  }

  /// Lends the raw bytes of an object that has to be of one type.
  func withObject<Result>(
    _ id: ObjectID, _ type: git_object_t, _ operation: StaticString,
    _ body: (UnsafeRawBufferPointer) throws(GitError) -> Result
  ) throws(GitError) -> Result {
    var oid = id.oid
    var object: OpaquePointer?
    try Libgit2.call(operation, id.description) {
      ReadingLimit.during { git_odb_read(&object, objects, &oid) }
    }
    defer { git_odb_object_free(object) }
    guard git_odb_object_type(object) == type else {
      throw .wrongType(id, wanted: String(cString: git_object_type2string(type)))
    }
    let start = git_odb_object_data(object)
    return try body(UnsafeRawBufferPointer(start: start, count: git_odb_object_size(object)))
  }

  private func header(of id: ObjectID, for operation: StaticString) throws(GitError)
    -> (size: Int, type: git_object_t)
  {
    var oid = id.oid
    var size = 0
    var type = GIT_OBJECT_INVALID
    try Libgit2.call(operation, id.description) {
      ReadingLimit.during { git_odb_read_header(&size, &type, objects, &oid) }
    }
    return (size, type)
  }

  private func targetOfTag(_ tag: ObjectID) throws(GitError) -> ObjectID {
    try withObject(tag, GIT_OBJECT_TAG, "read the tag") { (bytes) throws(GitError) in
      var lines = HeaderLines(bytes)
      guard let line = lines.next(), let target = line.id(after: "object") else {
        throw .malformed(tag, "it does not begin with the object that it names")
      }
      return target
    }
  }
}

extension GitError {
  /// An object whose bytes break git's format, with what is wrong with them.
  static func malformed(_ id: ObjectID?, _ message: String) -> GitError {
    GitError(.malformedObject, operation: "read", object: id?.description ?? "", message: message)
  }

  fileprivate static func wrongType(_ id: ObjectID, wanted type: String) -> GitError {
    GitError(
      .wrongType, operation: "read", object: id.description, message: "it is not a \(type)")
  }
}
