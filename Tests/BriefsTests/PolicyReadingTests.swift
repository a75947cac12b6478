import Briefs
import Diagnostics
import Testing

@Suite struct PolicyReadingTests {
  @Test func `a whole policy is read without a finding`() throws {
    let policy = Policy(reading: SourceText(PolicyReadingTests.whole))
    #expect(policy.found == [])
    #expect(policy.people.map(\.email).count == 3)
    #expect(policy.person("12345+DANA@users.noreply.forge.example")?.name == "Dana Lee")
    #expect(policy.person("sam@northwind.example")?.keys.first?.type == "ssh-ed25519")
    #expect(policy.clientConfirmation == .required)
    #expect(policy.signaturesAreRequired)
    #expect(policy.reviewDays == 0 && policy.replyDays == 3)
    #expect(policy.severity == ["vague-promise": .error])
    let partner = try #require(policy.types["partner-to-sales"])
    #expect(partner.requires.map(\.key) == ["goal", "risks"])
    #expect(partner.requires.map(\.mayBeEmpty) == [false, true])
    #expect(partner.evidence == [["contract", "proposal"], ["crm"]])
    #expect(partner.lastStep == .nothing)
    let onboarding = try #require(policy.types["sales-to-onboarding"])
    #expect(onboarding.title == "Handover to onboarding")
    #expect(onboarding.requires == BriefType.builtIn["sales-to-onboarding"]?.requires)
    #expect(policy.retired.map(\.id) == ["acme-old"])
    #expect(policy.imported.map(\.status) == [.started])
    #expect(policy.erased.map(\.file) == ["evidence/acme/call.vtt"])
    #expect(policy.assets.map(\.approvedBy) == ["lee@northwind.example"])
    #expect(policy.pilot?.threshold == 0.9)
  }

  @Test func `what is left out has the value that the format says`() {
    let policy = Policy(reading: SourceText("---\nversion: 1\n"))
    #expect(policy.found == [])
    #expect(policy.briefs == ["handoffs/**/*.md"])
    #expect(!policy.signaturesAreRequired)
    #expect(policy.clientConfirmation == .requested)
    #expect(policy.reviewDays == 2 && policy.replyDays == 3)
    #expect(policy.types == BriefType.builtIn)
  }

  @Test(arguments: [
    ("people:\n  - email: аmy@a.example\n    roles: [policy]", "3:12"),
    ("people:\n  - email: AMY@a.example\n    roles: [policy]", "3:12"),
    ("people:\n  - name: Amy", "3:5"),
    ("people:\n  - email: a@a.example\n    roles: [\"\", policy]", "4:13"),
    ("people:\n  - email: a@a.example\n    roles: [policy]\n    also: [a@a.example]", "5:12"),
    (
      "people:\n  - email: a@a.example\n    roles: [policy]\n  - email: b@a.example\n    until: soon",
      "6:12"
    ),
    ("people:\n  - email: a@a.example\n    roles: [policy]\n    rolls: [sales]", "5:5"),
    ("people:\n  - email: a@a.example\n    roles: [sales]", "2:1"),
    ("people: everybody", "2:9"),
    ("policy:\n  review_days: -1", "3:16"), ("policy:\n  reply_days: 1e9", "3:15"),
    ("policy:\n  signatures: yes", "3:15"),
    ("policy:\n  severity:\n    vague-promise: warning", "4:20"),
    ("policy:\n  cue_words:\n    hedge: [perhaps]", "4:5"),
    ("policy:\n  cue_words:\n    hedges: [\"\"]", "4:14"), ("policy:\n  cue_words: [a]", "3:14"),
    ("policy:\n  protected: [refs/heads/main]", "3:15"), ("policy:\n  protected: {a: b}", "3:14"),
    ("briefs: ../other/*.md", "2:9"), ("briefs: /etc/*.md", "2:9"), ("briefs: []", "2:9"),
    ("briefs: handoffs/{a,b}.md", "2:9"), ("brief: handoffs", "2:1"),
    ("types:\n  t:\n    requires: [promisses]", "4:16"),
    ("types:\n  t:\n    requires: [goal*]", "4:16"),
    ("types:\n  t:\n    approvals: [agent]", "4:17"), ("types:\n  T:\n    title: x", "3:3"),
    ("types:\n  t:\n    evidence: [contract or]", "4:16"),
    ("retired:\n  - id: acme-old\n    by: a@a.example\n    on: 2026-01-01", "3:5"),
    ("retired: {id: a}", "2:10"),
    (
      "pilot:\n  team: t\n  types: [a]\n  from: 2026-01-01\n  days: 0\n  owner: a@a.example\n  threshold: 0.9",
      "6:9"
    ),
    (
      "pilot:\n  team: t\n  types: [a]\n  from: 2026-01-01\n  days: 30\n  owner: a@a.example\n  threshold: nan",
      "8:14"
    ),
    ("x-ours: &a b", "2:9"), ("x-ours: 1\n---\nversion: 1", "3:1"), ("x-ours: \u{202E}", "2:9"),
    ("version: 1", "2:1"),
  ])
  func `every fault stands at its place`(settings: String, place: String) {
    let policy = Policy(reading: SourceText("version: 1\n" + settings + "\n"))
    #expect(policy.found == [place])
  }

  @Test(
    arguments: [
      ("recieving", "did you mean `receiving`?"), ("seles", "did you mean `sales`?"),
      ("legals", "did you mean `legal`?"), ("finnance", "did you mean `finance`?"),
      ("delivery", nil), ("finance", nil),
      ("Sales", "use lower-case letters, digits and hyphens only"),
    ] as [(String, String?)])
  func `a role that is nearly a known one is a finding`(role: String, help: String?) {
    let text = """
      version: 1
      people:
        - email: a@a.example
          roles: [policy, \(role)]
      types:
        t:
          approvals: [finance]

      """
    #expect(
      Policy(reading: SourceText(text)).findings.map(\.help).first == help)
  }

  @Test(arguments: [
    ("people:\n  - email: a@a.example\n    name: Lea #legal\n    roles: [policy]", ["4:15"]),
    ("people:\n  - email: a@a.example\n    name: \"Lea #legal\"\n    roles: [policy]", []),
    ("people:\n  - email: a@a.example # away\n    roles: [policy]", []),
    ("types:\n  t:\n    title: Deal #2", ["4:17"]),
  ])
  func `text cut by a number sign is a finding`(settings: String, places: [String]) {
    #expect(Policy(reading: SourceText("version: 1\n" + settings + "\n")).found == places)
  }

  @Test(arguments: [
    "cert-authority \(key)", "namespaces=\"git\" \(key)", "*@acme.example \(key)",
    "ssh-ed25519", "ssh-rsa \(blob)", "ssh-ed25519-cert-v01@openssh.com \(blob)",
    "ssh-dss AAAAB3NzaC1kc3MAAACB", "-----BEGIN OPENSSH PRIVATE KEY-----",
  ])
  func `a key is one public key and nothing else`(line: String) {
    let people = "version: 1\npeople:\n  - email: a@a.example\n    roles: [policy]\n"
    let policy = Policy(reading: SourceText(people + "    keys:\n      - '\(line)'\n"))
    #expect(policy.found == ["6:9"])
    #expect(policy.people.first?.keys == [])
  }

  @Test func `a key of two people proves neither`() {
    let person = "    roles: [policy]\n    keys: ['\(key)']\n"
    let policy = Policy(
      reading: SourceText(
        "version: 1\npeople:\n  - email: a@a.example\n\(person)  - email: b@a.example\n\(person)"))
    #expect(policy.found == ["8:12"])
  }

  @Test(arguments: ["version: 2\nnew: things", "version: 99\npeople: none"])
  func `a newer version says so and nothing else`(text: String) {
    let policy = Policy(reading: SourceText(text))
    #expect(policy.findings.map(\.help) == ["install a newer handoff"])
  }

  @Test(arguments: [
    "", "\u{FEFF}", "- a", "just words", "version: {}", "version: 1\npeople:\n  - - a",
    "people: [[[[", "\u{0}", "version: 1\ntypes: []", "version: 1\npolicy: [a]",
    "version: 1\npeople:\n  - email: \"\\ud800\"", "version: ١",
  ])
  func `hostile text is a finding`(text: String) {
    #expect(!Policy(reading: SourceText(text)).isReadable)
  }

  @Test func `a team's cue words are kept by list`() {
    let text = "version: 1\npolicy:\n  cue_words:\n    hedges: [a bit of luck]\n    us: Northwind\n"
    let policy = Policy(reading: SourceText(text))
    #expect(policy.found == [])
    #expect(policy.cueWords == [.hedges: ["a bit of luck"], .us: ["Northwind"]])
  }

  @Test func `a policy over the limit is a finding`() {
    let text = "version: 1\n" + String(repeating: "#", count: Policy.sizeLimit)
    #expect(Policy(reading: SourceText(text)).found == ["1:1"])
  }

  private static let whole = """
    version: 1
    briefs: [handoffs/**/*.md, more/*.md]
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales]
        team: mid-market
        also: [12345+dana@users.noreply.forge.example]   # further addresses of the same person
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]
        stand_ins: [dana@northwind.example]
        keys:
          - \(key) sam@laptop
      - email: lee@northwind.example
        name: Lee Ono
        roles: [legal, pricing, policy]
        x-desk: 4
    policy:
      signatures: required
      client_confirmation: required
      review_days: 0
      protected: [main]
      severity:
        vague-promise: error
    pilot:
      team: mid-market
      types: [sales-to-onboarding]
      from: 2026-07-01
      days: 30
      owner: lee@northwind.example
      threshold: 0.9
    types:
      partner-to-sales:
        title: Partner to sales
        requires: [goal, risks*]
        sections: [Current situation, Next steps]
        approvals: [sales, receiving]
        evidence: [contract or proposal, crm]
      sales-to-onboarding:
        title: Handover to onboarding
    retired:
      - id: acme-old
        reason: merged into acme-onboarding
        by: lee@northwind.example
        on: 2026-07-01
    imported:
      - id: acme-running
        status: started
        by: lee@northwind.example
        on: 2026-07-01
    erased:
      - file: evidence/acme/call.vtt
        reason: asked for by the client
        by: lee@northwind.example
        on: 2026-07-01
    assets:
      - id: security-sheet
        title: Security sheet
        url: https://docs.example/security
        approved_by: lee@northwind.example
        types: [sales-to-onboarding]
    """
}

private let blob = "AAAAC3NzaC1lZDI1NTE5AAAAIJ5pU1sDLGNbhGx1BrXZ6CB2AYxY1uZ0m5N2gN3o7y8L"
private let key = "ssh-ed25519 " + blob

extension Policy {
  fileprivate var found: [String] {
    findings.map { finding in
      let position = source.position(at: finding.span.lowerBound)
      return "\(position.line):\(position.column)"
    }
  }
}
