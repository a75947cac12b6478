import Briefs
import Diagnostics
import Testing

@Suite struct BriefRevisionTests {
  @Test func `covered words bring an accepted brief back and make its approvals stale`() throws {
    let brief = try approved("accepted")
    let revision = try BriefRevision(of: brief) { editor throws(EditingError) in
      try editor.set(.text, to: "SSO by June", in: .item(.id("P1"), in: .promises))
    }
    #expect(revision.isBackInReview)
    #expect(revision.brief.status == .review)
    #expect(revision.staleApprovals.map(\.role) == ["receiving", "sales"])
  }

  @Test func `progress changes nothing of what was agreed`() throws {
    let brief = try approved("started")
    let revision = try BriefRevision(of: brief) { editor throws(EditingError) in
      try editor.set(.state, to: "kept", in: .item(.id("P1"), in: .promises))
    }
    #expect(!revision.isBackInReview)
    #expect(revision.brief.status == .started)
    #expect(revision.staleApprovals.isEmpty)
  }

  @Test func `in review only the approvals become stale`() throws {
    let revision = try BriefRevision(of: try approved("review")) { editor throws(EditingError) in
      try editor.set(.goal, to: "Grow")
    }
    #expect(!revision.isBackInReview)
    #expect(revision.staleApprovals.count == 2)
  }

  @Test(arguments: ["done", "cancelled"])
  func `a sealed brief keeps its words`(status: String) throws {
    let brief = try approved(status)
    #expect(throws: BriefRevision.Failure.self) {
      _ = try BriefRevision(of: brief) { editor throws(EditingError) in
        try editor.set(.goal, to: "Grow")
      }
    }
  }

  private func approved(_ status: String) throws -> Brief {
    let draft = try brief(status, approvals: "")
    let records = ["sales", "receiving"].map { role in
      """
        - role: \(role)
          by: \(role)@northwind.example
          at: 2026-07-20T10:00:00Z
          covers: \(ApprovalDigest.digest(of: draft, role: role))

      """
    }
    return try brief(status, approvals: "approvals:\n" + records.joined())
  }

  private func brief(_ status: String, approvals: String) throws -> Brief {
    let text = """
      ---
      handoff: acme
      status: \(status)
      promises:
        - id: P1
          text: SSO by May
      \(approvals)---

      """
    return try #require(Brief(reading: SourceText(text)))
  }
}
