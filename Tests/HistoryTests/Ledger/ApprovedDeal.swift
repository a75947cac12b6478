import Briefs
import Diagnostics
import Testing

/// Briefs with approvals on record, for a team with a reviewer of pricing.
enum ApprovedDeal {
  /// Who may do what; the roles of Dana and Sam as they are given.
  static func roster(dana: String = "sales", sam: String = "receiving") -> String {
    """
    version: 1
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [\(dana)]
      - email: sam@northwind.example
        name: Sam Park
        roles: [\(sam)]
      - email: lee@northwind.example
        name: Lee Ono
        roles: [pricing, policy]

    """
  }

  static let lists = """
    promises:
      - id: P1
        text: Quarterly review.
    custom_terms:
      - id: T1
        kind: pricing
        text: Ten percent off.

    """

  /// A brief with approvals of its words, each a role and the first name of who gave it, and perhaps
  /// further fields that no approval covers.
  static func brief(
    _ lists: String = lists, status: String, approvals: KeyValuePairs<String, String> = [:],
    more: String = "", day: String = "2026-03-03"
  ) throws -> String {
    let plain = DealRepository.brief(lists, status: status)
    let brief = try #require(Brief(reading: SourceText(plain)))
    let records = approvals.map { role, person in
      """
        - role: \(role)
          by: \(person)@northwind.example
          at: \(day)T10:00:00Z
          covers: \(ApprovalDigest.digest(of: brief, role: role))

      """
    }
    return DealRepository.brief(
      more + (records.isEmpty ? "" : "approvals:\n") + records.joined() + lists, status: status)
  }
}
