import TestSupport

extension Forgery {
  /// Approvals where no approval stands.
  static let places = [
    Forgery("an approval on one line", "missing-approval missing-field") {
      $0.add("approvals", "  - Sam approves as receiving\n")
      $0.setStatus("accepted")
    },
    Forgery("under a misspelt key", "missing-approval unknown-field") {
      $0.add("approval", $0.record(as: "receiving", by: "sam"))
      $0.setStatus("accepted")
    },
    Forgery("under a field of one's own", "missing-approval") {
      $0.add("x-approvals", $0.record(as: "receiving", by: "sam"))
      $0.setStatus("accepted")
    },
    Forgery("in a second list of the same name", "invalid-front-matter") {
      try $0.replace(
        "\naccount:", with: "\napprovals:\n\($0.record(as: "receiving", by: "sam"))account:")
      $0.setStatus("accepted")
    },
    Forgery("in a comment", "missing-approval") {
      let lines = $0.record(as: "receiving", by: "sam").split(separator: "\n").map { "# \($0)\n" }
      try $0.replace("\naccount:", with: "\n\(lines.joined())account:")
      $0.setStatus("accepted")
    },
    Forgery("in the summary", "missing-approval") {
      $0.text += "\napprovals:\n" + $0.record(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery("in a second front-matter", "missing-approval") {
      $0.text += "\n---\napprovals:\n" + $0.record(as: "receiving", by: "sam") + "---\n"
      $0.setStatus("accepted")
    },
    Forgery(
      "in a file beside it", "duplicate-brief missing-approval misnamed-brief",
      inRepository: { gated in
        try gated.edit { $0.setStatus("accepted") }
        try gated.repository.write("handoffs/acme/approvals.md", AcceptableBrief.accepted.text)
      }),
  ]
}
