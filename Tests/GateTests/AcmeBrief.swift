/// The running deal: a brief with an exclusion that somebody would like to lose.
enum AcmeBrief {
  static let policy = """
    version: 1
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales, policy]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]

    """

  static let exclusion = """
      - id: X1
        text: Dashboards beyond the weekly revenue report.
        source: E1#L1

    """

  static let text = """
    ---
    handoff: acme-onboarding
    type: sales-to-implementation
    status: draft
    account: Acme GmbH
    from: dana@northwind.example
    to: sam@northwind.example
    goal: Close the month in three days instead of nine.

    promises:
      - id: P1
        text: Weekly revenue report by 1 September.
        source: E1#L1
        bounded_by: [X1]

    exclusions:
    \(exclusion)  - id: X2
        text: On-site training.

    risks:
      - id: R1
        text: Finance lead on leave in August.
        severity: high
        status: open

    sensitivities: []

    evidence:
      - id: E1
        kind: call-notes
        file: evidence/acme/call.txt
    ---

    ## Current situation

    Acme closes its books in nine days.

    """
}
