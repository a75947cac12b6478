internal import Diagnostics

/// A change of a brief by the tool, with what the brief's life asks for besides.
///
/// Words that approvals cover cannot change behind the backs of those who approved: an accepted or
/// started brief goes back to review in the same edit. A brief that is done or cancelled is sealed.
package struct BriefRevision: Sendable {
  /// The brief with the change.
  package let brief: Brief

  /// Whether the change moved it back to review.
  package let isBackInReview: Bool

  /// The approvals that held before the change and do not after it.
  package let staleApprovals: [Approval]

  /// Why there is no revision.
  package enum Failure: Error {
    case editing(EditingError)

    /// The change touches words that stay as they are in this status.
    case sealed(Status)
  }

  /// The file with the change.
  package var bytes: [UInt8] { brief.source.bytes }

  package init(
    of brief: Brief, changing change: (inout BriefEditor) throws(EditingError) -> Void
  ) throws(Failure) {
    var editor: BriefEditor
    do {
      editor = try BriefEditor(brief)
      try change(&editor)
    } catch {
      throw .editing(error)
    }
    try self.init(of: brief, as: editor.brief)
  }

  /// The revision that turns a brief into one that was already changed.
  package init(of brief: Brief, as changed: Brief) throws(Failure) {
    let isCovered = !brief.hasSameCoveredWords(as: changed)
    if isCovered, let status = brief.status, status.isSealed { throw .sealed(status) }
    isBackInReview = isCovered && changed.status?.isAcceptedOrLater == true
    staleApprovals = brief.newestApprovals.filter { approval in
      brief.isCovered(by: approval) && !changed.isCovered(by: approval)
    }
    guard isBackInReview else {
      self.brief = changed
      return
    }
    do {
      var editor = try BriefEditor(changed)
      try editor.set(.status, to: .text(Status.review.rawValue))
      self.brief = editor.brief
    } catch {
      throw .editing(error)
    }
  }
}

extension Brief {
  /// Whether both owners approved, or would approve, the same words in another version.
  package func hasSameCoveredWords(as other: Brief) -> Bool {
    ApprovalDigest.text(of: self, role: Person.sales)
      .utf8.elementsEqual(ApprovalDigest.text(of: other, role: Person.sales).utf8)
  }
}
