internal import Briefs
internal import Synchronization

/// The briefs of files that were read, by the ids of their content, so that each is parsed once
/// however often a command looks at the work tree.
final class ParsedBriefs: Sendable {
  private let known = Mutex<[String: Brief?]>([:])

  /// The brief of a content with an id; nil where it is none.
  ///
  /// What has no id is parsed each time.
  func brief(of identity: String, reading read: () -> Brief?) -> Brief? {
    if identity.isEmpty { return read() }
    if let brief = known.withLock({ $0[identity] }) { return brief }
    let brief = read()
    known.withLock { $0[identity] = .some(brief) }
    return brief
  }
}
