// What each step in a brief's life writes.
extension BriefEditor {
  /// Moves the brief to a status.
  package mutating func move(to status: Status) throws(EditingError) {
    try set(.status, to: .text(status.rawValue), in: .brief)
  }

  /// Records an approval of the words as they are.
  package mutating func approve(_ approval: NewApproval) throws(EditingError) {
    var fields: [(FieldName, FieldValue)] = [
      (.role, .text(approval.role)), (.by, .text(approval.by)), (.at, .text(approval.at)),
      (.covers, .text(approval.covers)),
    ]
    if let signature = approval.signature { fields.append((.signature, .text(signature))) }
    try add(fields, to: .approvals)
  }

  /// Records why the brief goes back, and to what status.
  package mutating func sendBack(
    _ record: NewReturn, to status: Status
  ) throws(EditingError) {
    var fields: [(FieldName, FieldValue)] = [
      (.id, .text(record.id)), (.by, .text(record.by)), (.at, .text(record.at)),
      (.reasons, .words(record.reasons)),
    ]
    if !record.items.isEmpty { fields.append((.items, .words(record.items))) }
    if let note = record.note { fields.append((.note, .text(note))) }
    try add(fields, to: .returns)
    try move(to: status)
  }
}

/// An approval that is about to be recorded.
package struct NewApproval: Sendable {
  /// The role that approves.
  package let role: String

  /// The address of whoever approves.
  package let by: String

  /// When, in UTC, as briefs write it.
  package let at: String

  /// The digest of the words approved.
  package let covers: String

  /// The armoured signature, where there is one.
  package let signature: String?

  /// An approval of the words that a brief has now.
  package init(of brief: Brief, role: String, by: String, at: String) {
    self.init(
      role: role, by: by, at: at, covers: ApprovalDigest.digest(of: brief, role: role),
      signature: nil)
  }

  private init(role: String, by: String, at: String, covers: String, signature: String?) {
    self.role = role
    self.by = by
    self.at = at
    self.covers = covers
    self.signature = signature
  }

  /// The same approval with a signature.
  package func signed(_ signature: String) -> NewApproval {
    NewApproval(role: role, by: by, at: at, covers: covers, signature: signature)
  }
}

/// A return that is about to be recorded.
package struct NewReturn: Sendable {
  /// The record's id.
  package let id: String

  /// The address of whoever returns the brief.
  package let by: String

  /// When, in UTC, as briefs write it.
  package let at: String

  /// The named gaps, such as `missing-context`.
  package let reasons: [String]

  /// The items that the return is about.
  package let items: [String]

  /// What else is to be said.
  package let note: String?

  package init(
    id: String, by: String, at: String, reasons: [String], items: [String] = [],
    note: String? = nil
  ) {
    self.id = id
    self.by = by
    self.at = at
    self.reasons = reasons
    self.items = items
    self.note = note
  }
}
