internal import Git

extension TreeEntry {
  /// Whether another entry has the same content and is the same kind of thing: a link whose target
  /// reads like a file is none.
  func isSameFile(as other: TreeEntry?) -> Bool {
    guard let other, id == other.id else { return false }
    return mode == other.mode || mode.isOrdinaryFile && other.mode.isOrdinaryFile
  }
}
