internal import Briefs
internal import Diagnostics
package import Git
internal import Workspace

/// Something of history that was asked for and cannot be read, with the part of an answer that it
/// leaves open.
package struct HistoryGap: Sendable, Hashable {
  /// The last commit that could be read; nil where a whole object is in question.
  package let commit: ObjectID?

  /// The object that could not.
  package let missing: ObjectID?

  /// Whether the object is not there, as below a shallow or in a partial clone; else it is damaged.
  package let isMissing: Bool

  /// Why it could not be read.
  package let reason: String

  /// What the answer does not say because of it.
  package let affects: String

  /// The file of the commit that could not be read, where it is one.
  package let file: String?

  /// What `git fsck` names, where it is known: the commit, tree or file itself.
  package let object: ObjectID?

  init(
    commit: ObjectID?, missing: ObjectID?, isMissing: Bool, reason: String, affects: String,
    file: String? = nil, object: ObjectID? = nil
  ) {
    (self.commit, self.missing, self.isMissing) = (commit, missing, isMissing)
    self.object = object ?? missing
    (self.reason, self.affects, self.file) = (reason, affects, file)
  }
}

extension HistoryGap {
  /// A place where history goes on and cannot be followed.
  init(_ cut: HistoryCut, affecting affects: String) {
    self.init(
      commit: cut.commit, missing: cut.missing, isMissing: cut.isMissing,
      reason: cut.error.description, affects: affects, object: ObjectID(hex: cut.error.object))
  }

  /// The versions of a brief that are there and whose files cannot be read, the newest first; nil
  /// where there are none.
  init?(unread cuts: [HistoryCut], of id: String) {
    var commits: Set<ObjectID> = []
    let unread = cuts.filter { $0.file != nil && commits.insert($0.missing).inserted }
    guard let newest = unread.first, let file = newest.file else { return nil }
    let others = unread.count == 1 ? "" : ", one of \(unread.count) versions that cannot be read"
    self.init(
      commit: newest.missing, missing: nil, isMissing: newest.isMissing,
      reason: newest.error.description,
      affects: "what \(id) said there\(others), and who made the changes behind it",
      file: String(decoding: file, as: UTF8.self), object: ObjectID(hex: newest.error.object))
  }

  /// An object that cannot be read.
  init(
    _ error: GitError, at commit: ObjectID? = nil, of object: ObjectID? = nil,
    affecting affects: String
  ) {
    self.init(
      commit: commit, missing: object, isMissing: error.code == .notFound,
      reason: error.description, affects: affects, object: ObjectID(hex: error.object))
  }

  /// A version of a brief that is there and cannot be read as one; nil where it can.
  init?(in life: BriefLife) {
    guard !life.brief.isSound, !life.isUnread else { return nil }
    self.init(broken: life.brief, life.id, at: life.path, of: life.tip, says: "promised then")
  }

  /// A version of a brief that cannot be read as one.
  init(broken brief: Brief, _ id: String, at path: [UInt8], of commit: ObjectID, says what: String)
  {
    let fault = brief.findings.first.map { ": \($0.message)" } ?? ""
    self.init(
      commit: commit, missing: nil, isMissing: false,
      reason: "\(String(decoding: path, as: UTF8.self)) is no brief as it stands there\(fault)",
      affects: "what \(id) \(what)")
  }
}
