internal import Briefs
package import Diagnostics

/// A record in the repository is the one that was cited.
package struct ChangedEvidence: Rule {
  package static let documentation = RuleDocumentation(
    id: "changed-evidence", category: .content, weight: .errorOnceSubmitted,
    summary: "A record in the repository is the one that was cited.",
    rationale: "A transcript that was touched up proves nothing.",
    remedy: "Bring the file back as it was, or add the new record as evidence of its own.",
    accepts: [
      RuleExample(
        evidence("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"),
        files: ["evidence/acme/call.txt": "hello"]),
      RuleExample(evidence("2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824")),
    ],
    rejects: [
      RuleExample(
        evidence("⟪2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824⟫"),
        files: ["evidence/acme/call.txt": "hello!"])
    ])

  package init() {}

  package func check(_ subject: Subject) -> [Finding] {
    var findings: [Finding] = []
    for item in subject.brief.items where item.list == .evidence {
      guard let digest = item[.sha256], let file = item.string(.file),
        !subject.policy.erased.contains(where: { $0.file.utf8.elementsEqual(file.utf8) }),
        let bytes = subject.surroundings.file(file)
      else { continue }
      let actual = SHA256Hex.of(bytes)
      if !actual.utf8.elementsEqual(digest.string.asciiLowercased.utf8) {
        findings.append(.changed(item, digest, file))
      }
    }
    return findings
  }

  private static func evidence(_ digest: String) -> String {
    """
    evidence:
      - id: E1
        kind: call-notes
        file: evidence/acme/call.txt
        sha256: \(digest)
      - id: E2
        kind: proposal
        url: https://docs.example/acme-proposal
    """
  }
}

extension Finding {
  fileprivate static func changed(_ item: Item, _ digest: Text, _ file: String) -> Finding {
    Finding(
      rule: ChangedEvidence.documentation.id, span: digest.span, item: item.id,
      message: "\(file) is not the file that \(item.id ?? "the evidence") was made from",
      help: "`git log -- \(file.shellWord)` shows what changed it; bring it back, or add the new "
        + "file as evidence with an id of its own")
  }
}
