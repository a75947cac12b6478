package import Briefs
package import Git

/// The version of a brief that somebody knows already, so that a review shows what came after it.
package struct ReviewStart: Sendable {
  /// What they did with that version.
  package enum Occasion: Sendable, Equatable {
    case approved(roles: [String])
    case returned
    case reopened
    case looked

    /// They named the revision themselves.
    case named(String)
  }

  /// What they did.
  package let occasion: Occasion

  /// The commit at which they did it.
  package let commit: Commit

  /// The brief as it was then.
  package let version: ComparedBrief.Version
}

/// Looks in history for what somebody knows of a brief.
package struct ReviewHistory {
  private let id: String
  private let path: [UInt8]
  private let repository: Repository
  private let store: BlobStore

  package init(of id: String, near path: [UInt8], in repository: Repository) {
    self.id = id
    self.path = path
    self.repository = repository
    store = BlobStore(repository: repository)
  }

  /// The brief as a revision has it; nil where it is not there.
  package func start(
    at commit: ObjectID, as occasion: ReviewStart.Occasion
  ) throws(GitError) -> ReviewStart? {
    var trace = try BriefTrace(of: id, near: path, from: [commit], in: repository, store)
    guard let version = try trace.next() else { return nil }
    return ReviewStart(
      occasion: occasion, commit: try repository.commit(commit), version: .init(version))
  }

  /// What somebody decided or looked at last, whichever was later; nil where neither is known.
  package func lastStart(
    of isPerson: (String) -> Bool, from head: ObjectID
  ) throws(GitError) -> ReviewStart? {
    let decision = try lastDecision(of: isPerson, from: head)
    // A commit that is damaged or not of this brief is as good as none: more is shown then.
    guard let seen = LastLook.kept(of: id, in: repository),
      let look = try? start(at: seen, as: .looked)
    else { return decision }
    guard let decision, seen != decision.commit.id else { return decision ?? look }
    let isLater = (try? repository.isAncestor(decision.commit.id, of: seen)) ?? false
    return isLater ? look : decision
  }

  /// The newest version in which an approval or a return by somebody first stands.
  private func lastDecision(
    of isPerson: (String) -> Bool, from head: ObjectID
  ) throws(GitError) -> ReviewStart? {
    var trace = try BriefTrace(of: id, near: path, from: [head], in: repository, store)
    while let version = try trace.next() {
      guard let occasion = version.decision(of: isPerson) else { continue }
      return ReviewStart(
        occasion: occasion, commit: version.commit, version: .init(version))
    }
    return nil
  }
}

extension BriefVersion {
  fileprivate func decision(of isPerson: (String) -> Bool) -> ReviewStart.Occasion? {
    let returns = brief.items(in: .returns).filter { record in
      record.string(.by).map(isPerson) ?? false
        && !previous.contains { $0.item(record.id ?? "", in: .returns) != nil }
    }
    if !returns.isEmpty {
      let isReopening = returns.allSatisfy { record in
        record.fields.list(.reasons).contains { $0.string == "reopened" }
      }
      return isReopening ? .reopened : .returned
    }
    let approvals = brief.approvals.filter { approval in
      isPerson(approval.by)
        && !previous.contains { $0.approvals.contains { $0.isSameRecord(as: approval) } }
    }
    return approvals.isEmpty ? nil : .approved(roles: approvals.map(\.role))
  }
}

extension ComparedBrief.Version {
  fileprivate init(_ version: BriefVersion) {
    self.init(path: String(decoding: version.path, as: UTF8.self), brief: version.brief)
  }
}
