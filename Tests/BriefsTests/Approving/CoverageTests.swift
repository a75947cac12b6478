import Briefs
import Diagnostics
import Testing

/// What makes an approval stale, and how the change is named.
struct CoverageTests {
  private static let roles = ["sales", "receiving", "pricing", "legal"]

  @Test func `changing an uncovered field keeps all approvals`() throws {
    for field in Catalogue.brief where !field.isCovered && field.name != .handoff {
      try expectSameDigests("", "\(field.name.rawValue): \(CoverageTests.value(field))")
    }
    for list in ItemList.allCases {
      for field in Catalogue.fields(of: list)
      where !field.isCovered && field.name != .id && field.name != .raised {
        let item = "\(list.rawValue):\n  - id: Z1\n    text: Words.\n    kind: pricing\n"
        guard field.name != .text, field.name != .kind else { continue }
        try expectSameDigests(
          item, "\(item)    \(field.name.rawValue): \(CoverageTests.value(field))")
      }
    }
    for block in Block.allCases {
      for field in Catalogue.fields(of: block) where !field.isCovered {
        let start = "\(block.rawValue):\n  \(field.name.rawValue): "
        try expectSameDigests(start + "one", start + "other")
      }
    }
  }

  @Test func `a change of any covered field is named`() throws {
    for field in Catalogue.brief where field.isCovered {
      let name = field.name.rawValue
      #expect(try changes("\(name): one", "\(name): two") == ["\(name): [-one-] {+two+}"])
    }
    for list in ItemList.allCases {
      for field in Catalogue.fields(of: list)
      where field.isCovered && field.count == .one && field.name != .withdrawn {
        let item = "\(list.rawValue):\n  - id: Z1\n    \(field.name.rawValue): "
        #expect(
          try changes(item + "one", item + "two") == ["Z1 \(field.name.rawValue): [-one-] {+two+}"])
      }
    }
  }

  @Test func `words struck and added stand among a few that stayed`() throws {
    let item = "exclusions:\n  - id: X1\n    text: "
    #expect(
      try changes(
        item + "Dashboards beyond the weekly revenue report in whatever form it takes.",
        item + "Dashboards except the weekly revenue report in whatever form it takes.")
        == ["X1 text: Dashboards [-beyond-] {+except+} the weekly revenue…"])
  }

  @Test func `items that came, went and were withdrawn are named by their words`() throws {
    #expect(
      try changes(
        """
        promises:
          - id: P1
            text: SSO by May.
          - id: P2
            text: A weekly report.
            bounded_by: [X1]
        """,
        """
        promises:
          - id: P2
            text: A weekly report.
            bounded_by: [X1, X2]
            withdrawn: Sold after all.
          - id: P3
            text: Training on site.
            due: 2026-09-01
        """) == [
          "P2 bounded_by: X1 {+X2+}", "P2 withdrawn: “Sold after all.”",
          "P3 is new: “Training on site.”", "P1 is gone: “SSO by May.”",
        ])
  }

  private func expectSameDigests(_ before: String, _ after: String) throws {
    let (old, new) = (try brief(before), try brief(after))
    for role in CoverageTests.roles {
      #expect(
        ApprovalDigest.text(of: old, role: role) == ApprovalDigest.text(of: new, role: role),
        "\(after)")
    }
  }

  private func changes(_ before: String, _ after: String) throws -> [String] {
    CoveredWords(of: try brief(after), role: "sales")
      .changes(since: CoveredWords(of: try brief(before), role: "sales"))
  }

  private func brief(_ fields: String) throws -> Brief {
    try #require(Brief(reading: SourceText("---\nhandoff: a\n\(fields)\n---\n")))
  }

  private static func value(_ field: FieldSpecification) -> String {
    field.count == .many ? "[E1]" : "other"
  }
}
