import TestSupport
import Testing

/// An edit that loses nothing.
struct HarmlessEdit: Sendable, CustomStringConvertible {
  let name: String
  let apply: @Sendable (GatedRepository) throws -> Void

  var description: String { name }

  init(_ name: String, apply: @escaping @Sendable (GatedRepository) throws -> Void) {
    self.name = name
    self.apply = apply
  }

  private static let words = "Dashboards beyond the weekly revenue report."

  static let all = [
    HarmlessEdit("reword it") {
      try $0.replace(words, with: "All dashboards but the weekly report.")
    },
    HarmlessEdit("withdraw it with a reason") {
      try $0.replace(
        "text: \(words)\n",
        with: "text: \(words)\n    withdrawn: Acme buys the dashboards after all.\n")
    },
    HarmlessEdit("quote its words") { try $0.replace(words, with: "\"\(words)\"") },
    HarmlessEdit("fold its words") {
      try $0.replace(
        "text: \(words)", with: "text: >-\n      Dashboards beyond\n      the weekly report.")
    },
    HarmlessEdit("quote the list's name") {
      try $0.replace("exclusions:", with: "\"exclusions\":")
    },
    HarmlessEdit("swap the items") { repository in
      try repository.remove(AcmeBrief.exclusion)
      try repository.replace(
        "On-site training.\n", with: "On-site training.\n" + AcmeBrief.exclusion)
    },
    HarmlessEdit("move the list to the top") { repository in
      let list = "exclusions:\n" + AcmeBrief.exclusion + "  - id: X2\n    text: On-site training.\n"
      try repository.remove(list)
      try repository.replace("---\nhandoff", with: "---\n\(list)handoff")
    },
    HarmlessEdit("indent less") { repository in
      try repository.replace(
        "  - id: X1\n    text: \(words)\n    source: E1#L1\n  - id: X2\n    text: On-site training.\n",
        with: "- id: X1\n  text: \(words)\n  source: E1#L1\n- id: X2\n  text: On-site training.\n")
    },
    HarmlessEdit("swap its fields") {
      try $0.replace(
        "  - id: X1\n    text: \(words)\n", with: "  - text: \(words)\n    id: X1\n")
    },
    HarmlessEdit("add a comment") {
      try $0.replace("exclusions:\n", with: "exclusions:  # agreed\n")
    },
    HarmlessEdit("comment between the items") {
      try $0.replace(AcmeBrief.exclusion, with: "  # said twice\n" + AcmeBrief.exclusion)
    },
    HarmlessEdit("add a reason") {
      try $0.replace("text: \(words)\n", with: "text: \(words)\n    reason: Not in the price.\n")
    },
    HarmlessEdit("add a field of one's own") {
      try $0.replace("text: \(words)\n", with: "text: \(words)\n    x-crm: 42\n")
    },
    HarmlessEdit("add an exclusion") {
      try $0.replace(
        AcmeBrief.exclusion, with: AcmeBrief.exclusion + "  - id: X3\n    text: Travel.\n")
    },
    HarmlessEdit("add an exclusion of one line") {
      try $0.replace(AcmeBrief.exclusion, with: AcmeBrief.exclusion + "  - No travel\n")
    },
    HarmlessEdit("Windows line endings") { repository in
      let text = try repository.text().split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\r\n")
      try repository.repository.write(GatedRepository.brief, text)
    },
    HarmlessEdit("a byte-order mark") { repository in
      try repository.repository.write(GatedRepository.brief, "\u{FEFF}" + repository.text())
    },
    HarmlessEdit("no line end at the end") { repository in
      var text = try repository.text()
      text.removeLast()
      try repository.repository.write(GatedRepository.brief, text)
    },
    HarmlessEdit("a line of dashes in the summary") {
      try $0.replace("## Current", with: "Before\n\n---\n\n## Current")
    },
    HarmlessEdit("a longer summary") {
      try $0.replace("nine days.", with: "nine days, often ten.")
    },
    HarmlessEdit("another goal") { try $0.replace("three days", with: "two days") },
    HarmlessEdit("another brief") {
      try $0.repository.write(
        "handoffs/beta/beta-sdr.md",
        "---\nhandoff: beta-sdr\ntype: sdr-to-ae\nstatus: draft\naccount: Beta\n"
          + "from: dana@northwind.example\nto: sam@northwind.example\n---\n")
    },
    HarmlessEdit("half a brief") {
      try $0.repository.write(
        "handoffs/beta/beta-sdr.md",
        "---\nhandoff: beta-sdr\ntype: sdr-to-ae\nstatus: draft\npromises:\n  - SSO by May\n---\n")
    },
    HarmlessEdit("move it to another folder") { repository in
      try repository.repository.write("handoffs/acme-gmbh/.keep", "")
      try repository.repository.git(
        "mv", GatedRepository.brief, "handoffs/acme-gmbh/acme-onboarding.md")
    },
    HarmlessEdit("move it and edit it") { repository in
      try repository.replace("three days", with: "two days")
      try repository.repository.write("handoffs/acme-gmbh/.keep", "")
      try repository.repository.git(
        "mv", GatedRepository.brief, "handoffs/acme-gmbh/acme-onboarding.md")
    },
    HarmlessEdit("a README beside it") {
      try $0.repository.write("handoffs/acme/README.md", "# Acme\n")
    },
    HarmlessEdit("a note without front-matter") {
      try $0.repository.write("handoffs/acme/notes.md", "Call Ana.\n")
    },
    HarmlessEdit("new evidence") {
      try $0.repository.write("evidence/acme/call-2.txt", "Another call.\n")
    },
    HarmlessEdit("a person on the roster") {
      try $0.repository.write(
        "handoff.yaml",
        AcmeBrief.policy + "  - email: lee@northwind.example\n    roles: [legal]\n")
    },
    HarmlessEdit("an odd file name elsewhere") {
      try $0.repository.write("other/-x \"quoted\" 目標.md", "---\nnot: a brief\n---\n")
    },
    HarmlessEdit("an executable brief") { repository in
      _ = try run(
        "chmod", ["+x", repository.repository.path + "/" + GatedRepository.brief], in: "/",
        environment: repository.repository.variables)
    },
    HarmlessEdit("settle the risk") {
      try $0.replace(
        "status: open", with: "status: closed\n    settled: The deputy stands in.")
    },
  ]
}

@Suite struct HarmlessEditTests {
  @Test(arguments: HarmlessEdit.all)
  func `an edit that loses nothing goes through`(edit: HarmlessEdit) throws {
    let gated = try GatedRepository()
    try edit.apply(gated)
    let (status, words) = try gated.commit()
    #expect(status == 0, "\(words)")
    #expect(try gated.repository.git("rev-list", "--count", "HEAD") == "2")
  }

  @Test(arguments: HarmlessEdit.all)
  func `and comes to a branch by a merge`(edit: HarmlessEdit) throws {
    let gated = try GatedRepository()
    try gated.repository.git("switch", "-q", "-c", "topic")
    try edit.apply(gated)
    #expect(try gated.commit().status == 0)
    try gated.repository.git("switch", "-q", "main")
    try gated.advance()
    let (status, words) = try gated.attempt(["merge", "-q", "--no-edit", "topic"])
    #expect(status == 0, "\(words)")
  }
}
