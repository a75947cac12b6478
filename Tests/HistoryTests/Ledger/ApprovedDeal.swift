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

  /// Who approves in which role.
  static let approvers: KeyValuePairs = ["sales": "dana", "pricing": "lee", "receiving": "sam"]

  /// A repository of the team and a brief that has been accepted since 3 March 2026, by its approvers.
  static func accepted() throws -> DealRepository {
    let deal = try DealRepository()
    try deal.commit("team", on: "2026-03-01", ["handoff.yaml": roster()])
    let steps: [(String, String, KeyValuePairs<String, String>)] = [
      ("2026-03-01", "Dana Lee", ["sales": "dana"]),
      ("2026-03-02", "Lee Ono", ["sales": "dana", "pricing": "lee"]),
      ("2026-03-03", "Sam Park", approvers),
    ]
    for (day, person, approvals) in steps {
      let status = person == "Sam Park" ? "accepted" : "review"
      let text = try brief(status: status, approvals: approvals)
      try deal.commit(status, on: day, as: person, [DealRepository.file: text])
    }
    return deal
  }

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
