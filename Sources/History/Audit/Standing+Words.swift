internal import Briefs
package import Diagnostics
internal import Git
internal import Rules
internal import Workspace

// An item that was lost is back with the words that it had, or with others that were agreed since.
extension Standing {
  /// Whether a lost item is there again under its id with other words, which nobody agreed to, and
  /// never came back with its own.
  func isBackInOtherWords(
    _ violation: Diagnostic, of change: PreparedChange, at position: Int
  ) throws(GitError) -> Bool {
    guard violation.isDrop, let id = violation.brief,
      let item = violation.item, let present = try presentBrief(id)?.item(item)
    else { return false }
    var before: [Brief] = []
    for tree in change.parentTrees {
      before += [try brief(id, in: tree, at: change.briefPaths)].compactMap { $0 }
    }
    let lost = before.compactMap { $0.item(item, in: present.list) }
    guard !lost.isEmpty, !lost.contains(where: { $0.words == present.words }) else { return false }
    var known = before.flatMap(\.approvals)
    known += try brief(id, in: change.change.tree, at: change.briefPaths)?.approvals ?? []
    for (later, findings) in try changes(of: id, after: position, violation) {
      guard let version = try brief(id, in: later.change.tree, at: later.briefPaths) else {
        continue
      }
      if findings.contains(where: { $0.brief == id && $0.isForgery }) {
        known += try added(to: version, by: later)
      }
      guard let item = version.item(item, in: present.list) else { continue }
      if lost.contains(where: { $0.words == item.words }) || isAgreed(version, besides: known) {
        return false
      }
    }
    return true
  }

  /// Whether everybody whose approval the type asks for gave it for these words, by other records
  /// than some.
  private func isAgreed(_ version: Brief, besides known: [Approval]) -> Bool {
    guard let policy else { return false }
    let roles = policy.rolesOfType(of: version)
    return !roles.isEmpty
      && roles.allSatisfy { role in
        guard let approval = version.newestApproval(as: role), !known.holds(approval) else {
          return false
        }
        return version.isCovered(by: approval)
          && policy.disqualification(of: approval, in: version) == nil
      }
  }

  /// The approvals that a change put in a brief.
  func added(to version: Brief, by change: PreparedChange) throws(GitError) -> [Approval] {
    var before: [Approval] = []
    for tree in change.parentTrees {
      before += try brief(version.id ?? "", in: tree, at: change.briefPaths)?.approvals ?? []
    }
    return version.approvals.filter { !before.holds($0) }
  }
}

extension Diagnostic {
  /// Whether something was lost.
  var isDrop: Bool { rule.utf8.starts(with: "dropped-".utf8) }

  /// Whether somebody's approval or record is not theirs, or not theirs to give.
  package var isForgery: Bool {
    [UnprovenApproval.documentation.id, UnqualifiedApprover.documentation.id].contains(rule)
  }
}

extension [Approval] {
  func holds(_ other: Approval) -> Bool {
    contains {
      $0.role == other.role && $0.by == other.by && $0.at == other.at && $0.covers == other.covers
    }
  }
}

extension Item {
  /// What it says: what approvals cover of it, but not whether it was withdrawn.
  var words: [[String]] {
    Catalogue.fields(of: list)
      .filter { $0.name == tellingField || $0.isCovered && $0.name != .withdrawn }
      .map { fields.list($0.name).map(\.string.canonicalWords).sorted() }
  }
}
