extension Forgery {
  private static let zeros = "sha256:" + String(repeating: "0", count: 64)

  /// Approvals that are missing, another's, or of other words.
  static let records = [
    Forgery("no approval at all", "missing-approval unreviewed-term", from: .inReview) {
      $0.setStatus("accepted")
    },
    Forgery("all but the receiver's own", "missing-approval") { $0.setStatus("accepted") },
    Forgery("the receiver's approval alone", "missing-approval unreviewed-term", from: .inReview) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("both owners' approvals by one author", "unproven-approval", from: .inReview) {
      $0.approve(as: "sales", by: "dana")
      $0.approve(as: "pricing", by: "lee")
      $0.approve(as: "legal", by: "lee")
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "the receiver's approval by the sender", "unproven-approval unqualified-status", by: "dana"
    ) {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "the receiver's approval by the sender, the status left for later", "unproven-approval",
      by: "dana"
    ) {
      $0.approve(as: "receiving", by: "sam")
    },
    Forgery(
      "the receiver's approval in the name of a stand-in", "unproven-approval unqualified-status",
      by: "dana"
    ) {
      $0.approve(as: "receiving", by: "noor")
      $0.setStatus("accepted")
    },
    Forgery("a digest of nothing", "stale-approval") {
      $0.approve(as: "receiving", by: "sam", covers: zeros)
      $0.setStatus("accepted")
    },
    Forgery("a digest of older words", "stale-approval") { brief in
      var older = brief
      try older.replace("three days", with: "four days")
      brief.approve(as: "receiving", by: "sam", covers: older.digest(as: "receiving"))
      brief.setStatus("accepted")
    },
    Forgery("a digest from another brief", "stale-approval") { brief in
      var other = brief
      other.text = other.text.replacing("handoff: acme-onboarding", with: "handoff: acme-other")
      brief.approve(as: "receiving", by: "sam", covers: other.digest(as: "receiving"))
      brief.setStatus("accepted")
    },
    Forgery("a digest from another role", "stale-approval") {
      $0.approve(as: "receiving", by: "sam", covers: $0.digest(as: "sales"))
      $0.setStatus("accepted")
    },
    Forgery("a digest in capitals", "invalid-value stale-approval") {
      let digest = $0.digest(as: "receiving")
      $0.approve(as: "receiving", by: "sam", covers: "sha256:" + digest.dropFirst(7).uppercased())
      $0.setStatus("accepted")
    },
    Forgery("an approval without a digest", "missing-approval missing-field") {
      $0.add(
        "approvals",
        "  - role: receiving\n    by: sam@northwind.example\n    at: 2026-07-01T09:00:00Z\n")
      $0.setStatus("accepted")
    },
    Forgery("an approval without a time", "missing-field") {
      $0.add(
        "approvals",
        "  - role: receiving\n    by: sam@northwind.example\n    covers: \($0.digest(as: "receiving"))\n"
      )
      $0.setStatus("accepted")
    },
    Forgery("an approval without a name", "missing-approval missing-field") {
      $0.add(
        "approvals",
        "  - role: receiving\n    at: 2026-07-01T09:00:00Z\n    covers: \($0.digest(as: "receiving"))\n"
      )
      $0.setStatus("accepted")
    },
    Forgery(
      "the sender's approval copied as the receiver's",
      "missing-approval self-approval unqualified-approver unqualified-status", by: "dana"
    ) {
      $0.approve(as: "receiving", by: "dana")
      $0.setStatus("accepted")
    },
    Forgery("a capital letter in the role", "missing-approval unqualified-approver") {
      $0.approve(as: "Receiving", by: "sam", covers: $0.digest(as: "receiving"))
      $0.setStatus("accepted")
    },
    Forgery("an approval from before one that is there", "invalid-value") {
      $0.approve(as: "receiving", by: "sam", at: "2026-07-01T08:00:00Z")
      $0.approve(as: "receiving", by: "sam", at: "2026-07-01T07:00:00Z")
      $0.setStatus("accepted")
    },
    Forgery("an approval from the future", "invalid-value") {
      $0.approve(as: "receiving", by: "sam", at: "2099-07-01T08:00:00Z")
      $0.setStatus("accepted")
    },
    Forgery("a signature of nothing, in another's name", "unproven-approval", by: "dana") {
      $0.approve(as: "receiving", by: "sam", signature: signature)
    },
    Forgery(
      "a waiver for the approval",
      "missing-approval stale-approval unqualified-status unresolved-reference", by: "dana"
    ) {
      $0.add("waivers", waiver("missing-approval", by: "dana"))
      $0.setStatus("accepted")
    },
    Forgery("a waiver by somebody who may not give one", "unqualified-approver") {
      $0.add("waivers", waiver("uncited-promise", by: "sam"))
    },
    Forgery("a waiver in another's name", "unproven-approval") {
      $0.add("waivers", waiver("uncited-promise", by: "lee"))
    },
  ]

  static let signature = """
        signature: |
          -----BEGIN SSH SIGNATURE-----
          U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTk=
          -----END SSH SIGNATURE-----

    """

  private static func waiver(_ rule: String, by name: String) -> String {
    """
      - id: W1
        rule: \(rule)
        reason: There was no time.
        by: \(name)@northwind.example
        until: 2099-12-31

    """
  }
}
