import Briefs
import Diagnostics

/// One of the two samples as a brief, each with a summary of its own.
func sample(_ text: String) -> Brief? {
  let days = text == after ? "Five" : "Six"
  let body = "\n## Business impact\n\n\(days) days saved a month.\n"
  return Brief(reading: SourceText("---\n" + text + "---\n" + body))
}

/// The running deal as its receiver knew it.
let before = """
  handoff: acme-onboarding
  status: review
  account: Acme GmbH
  go_live: 2026-10-01
  promises:
    - id: P1
      text: Custom weekly revenue report by 1 September.
      bounded_by: [X1, X2]
    - id: P2
      text: SSO by May.
  exclusions:
    - id: X1
      text: Dashboards beyond the weekly revenue report.
    - id: X2
      text: On-site training.
  custom_terms:
    - id: T1
      kind: pricing
      text: 10% discount in year one.
  risks: []
  first_milestone:
    text: Kickoff workshop
    due: 2026-08-10
  approvals:
    - role: sales
      by: dana@northwind.example
      at: 2026-07-20T10:00:00Z
      covers: sha256:00

  """

/// The running deal after it was changed.
let after = """
  handoff: acme-onboarding
  status: review
  account: Acme GmbH
  go_live: 2026-11-01
  promises:
    - id: P1
      text: Custom monthly revenue report by 1 September.
      due: 2026-09-01
      bounded_by: [X1, X3]
    - id: P2
      text: SSO by May.
      withdrawn: They have it.
  exclusions:
    - id: X1
      text: Dashboards beyond the revenue report.
    - id: X3
      text: Training <in person> & "remote".
  custom_terms:
    - id: T1
      kind: pricing
      text: 20% discount in year one.
  risks:
    - id: R1
      text: Finance lead on leave.
      severity: high
  first_milestone:
    text: Kickoff workshop
    due: 2026-08-17
  approvals:
    - role: sales
      by: dana@northwind.example
      at: 2026-07-20T10:00:00Z
      covers: sha256:11

  """
