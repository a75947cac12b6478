/// What a person signs when they approve: who approves which words of which brief, when, as what.
///
/// It is the RFC 8785 text of `{"at","by","covers","handoff","role"}`, without a line feed, so that
/// anybody can write it again from the record and check the signature with `ssh-keygen` alone.
package struct ApprovalStatement: Sendable, Hashable {
  /// The bytes that are signed.
  package let bytes: [UInt8]

  /// The statement of an approval that is about to be recorded.
  package init(handoff: String, role: String, by: String, at: String, covers: String) {
    var text = CanonicalJSON()
    text.beginObject()
    text.member("at", at.canonicalWords)
    text.member("by", by.canonicalWords)
    text.member("covers", covers.canonicalWords)
    text.member("handoff", handoff.canonicalWords)
    text.member("role", role.canonicalWords)
    text.endObject()
    bytes = text.bytes
  }

  /// The statement of a record in a brief with an id; nil where the record does not say when.
  package init?(of approval: Approval, handoff: String) {
    guard let at = approval.item.string(.at), let by = approval.item.string(.by) else { return nil }
    self.init(
      handoff: handoff, role: approval.role, by: by, at: at, covers: approval.covers)
  }

  /// The purpose that the signature is made for, so that one made for another cannot be reused.
  package static let namespace = "handoff-approval"
}
