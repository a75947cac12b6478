import Git
import TestSupport

/// A way to lose the exclusion X1 in a commit.
struct Dodge: Sendable, CustomStringConvertible {
  let name: String

  /// The rule that must be named.
  let rule: String
  let apply: @Sendable (GatedRepository) throws -> Void

  var description: String { name }

  init(
    _ name: String, _ rule: String = "dropped-exclusion",
    apply: @escaping @Sendable (GatedRepository) throws -> Void
  ) {
    self.name = name
    self.rule = rule
    self.apply = apply
  }
}

extension Dodge {
  private static let words = "Dashboards beyond the weekly revenue report."

  /// What can be typed in an editor.
  static let edits: [Dodge] = [
    Dodge("delete the item") { try $0.remove(AcmeBrief.exclusion) },
    Dodge("delete the list") { repository in
      let text = try repository.text()
      let start = try text.replacingOnce("exclusions:\n", with: "\u{1}").split(separator: "\u{1}")
      let rest = try String(start[1]).replacingOnce("risks:", with: "\u{1}risks:")
        .split(separator: "\u{1}")
      try repository.repository.write(GatedRepository.brief, String(start[0]) + String(rest[1]))
    },
    Dodge("write an empty list") { try $0.replacingExclusions(with: "exclusions: []\n") },
    Dodge("write none") { try $0.replacingExclusions(with: "exclusions: none\n") },
    Dodge("leave the key alone") { try $0.replacingExclusions(with: "exclusions:\n") },
    Dodge("say there is none, with a reason") {
      try $0.replacingExclusions(with: "no_exclusions: nothing is excluded any more\n")
    },
    Dodge("empty the words") { try $0.replace("text: \(words)", with: "text: \"\"") },
    Dodge("a dash for words") { try $0.replace("text: \(words)", with: "text: \"-\"") },
    Dodge("to be decided") { try $0.replace("text: \(words)", with: "text: TBD") },
    Dodge("none for words") { try $0.replace("text: \(words)", with: "text: none") },
    Dodge("n/a for words") { try $0.replace("text: \(words)", with: "text: n/a") },
    Dodge("a zero-width space for words") { try $0.replace(words, with: "\u{200B}") },
    Dodge("a no-break space for words") { try $0.replace(words, with: "\"\u{A0}\"") },
    Dodge("a Hangul filler for words") { try $0.replace(words, with: "\u{3164}") },
    Dodge("a Braille cell without dots for words") { try $0.replace(words, with: "\u{2800}") },
    Dodge("take the words away") { try $0.remove("    text: \(words)\n") },
    Dodge("comment the item out") { repository in
      let commented = AcmeBrief.exclusion.split(separator: "\n").map { "#\($0)\n" }.joined()
      try repository.replace(AcmeBrief.exclusion, with: commented)
    },
    Dodge("comment the words out") { try $0.replace("text: \(words)", with: "text: # \(words)") },
    Dodge("move it to an HTML comment in the summary") { repository in
      try repository.remove(AcmeBrief.exclusion)
      try repository.replace("## Current", with: "<!-- X1: \(words) -->\n\n## Current")
    },
    Dodge("move it to the sensitivities") { repository in
      try repository.remove(AcmeBrief.exclusion)
      try repository.replace(
        "sensitivities: []\n", with: "sensitivities:\n\(AcmeBrief.exclusion)")
    },
    Dodge("hide it in a text block") { repository in
      try repository.remove(AcmeBrief.exclusion)
      try repository.replace("\nrisks:", with: "\nx-notes: |\n\(AcmeBrief.exclusion)\nrisks:")
    },
    Dodge("give it a new id") { try $0.replace("id: X1\n", with: "id: X9\n") },
    Dodge("a Cyrillic letter in its id") { try $0.replace("id: X1\n", with: "id: \u{425}1\n") },
    Dodge("rename the list to a field of one's own") {
      try $0.replace("exclusions:\n", with: "x-exclusions:\n")
    },
    Dodge("misspell the list") { try $0.replace("exclusions:\n", with: "exclusion:\n") },
    Dodge("an invisible character in the list's name") {
      try $0.replace("exclusions:\n", with: "exclu\u{200B}sions:\n")
    },
    Dodge("withdraw it without a reason", "invalid-value") {
      try $0.replace("text: \(words)", with: "text: \(words)\n    withdrawn:")
    },
    Dodge("withdraw it with a placeholder", "invalid-value") {
      try $0.replace("text: \(words)", with: "text: \(words)\n    withdrawn: tbd")
    },
    Dodge("close the front-matter above it") {
      try $0.replace("\nexclusions:\n", with: "\n---\nexclusions:\n")
    },
    Dodge("a second list of the same name") {
      try $0.replace("\nrisks:", with: "\nexclusions: []\n\nrisks:")
    },
    Dodge("an anchor and an alias") {
      try $0.replacingExclusions(with: "x-gone: &gone []\nexclusions: *gone\n")
    },
    Dodge("a merge key") {
      try $0.replace(
        AcmeBrief.exclusion, with: "  - <<: {id: X1}\n    text: \(words)\n")
    },
    Dodge("a tag") { try $0.replacingExclusions(with: "exclusions: !!null\n") },
    Dodge("an unclosed quote") { try $0.replace("account: Acme", with: "account: \"Acme") },
    Dodge("a tab for indentation") { try $0.replace("  - id: X1", with: "\t- id: X1") },
    Dodge("an invisible line break before it") {
      try $0.replace("exclusions:\n", with: "exclusions:\u{2028}\n")
    },
  ]

  /// What is done to the file rather than in it.
  static let fileMoves: [Dodge] = [
    Dodge("delete the file") { try $0.repository.git("rm", "-q", GatedRepository.brief) },
    Dodge("empty the file") { try $0.repository.write(GatedRepository.brief, "") },
    Dodge("keep only the summary") {
      try $0.repository.write(GatedRepository.brief, "## Current situation\n\nFine.\n")
    },
    Dodge("take the closing fence away") { try $0.replace("\n---\n\n##", with: "\n\n##") },
    Dodge("put a space before the fence") { repository in
      try repository.repository.write(GatedRepository.brief, " " + repository.text())
    },
    Dodge("store it as UTF-16") { repository in
      let units = Array(try repository.text().utf16)
      let bytes: [UInt8] =
        [0xFF, 0xFE] + units.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
      try writeFile(repository.repository.path + "/" + GatedRepository.brief, bytes)
    },
    Dodge("make it too large") { repository in
      let padding = String(repeating: "x", count: 1 << 20)
      try repository.repository.write(GatedRepository.brief, repository.text() + padding)
    },
    Dodge("move it out of the briefs' folder") {
      try $0.repository.git("mv", GatedRepository.brief, "acme-onboarding.md")
    },
    Dodge("give it another extension") {
      try $0.repository.git("mv", GatedRepository.brief, "handoffs/acme/acme-onboarding.txt")
    },
    Dodge("give it a name that is passed over") {
      try $0.repository.git("mv", GatedRepository.brief, "handoffs/acme/_acme-onboarding.md")
    },
    Dodge("give it another id") {
      try $0.replace("handoff: acme-onboarding", with: "handoff: acme-other")
    },
    Dodge("move it and give it another id") { repository in
      try repository.replace("handoff: acme-onboarding", with: "handoff: acme-other")
      try repository.repository.git("mv", GatedRepository.brief, "handoffs/acme/acme-other.md")
    },
    Dodge("move it and drop the item") { repository in
      try repository.remove(AcmeBrief.exclusion)
      try repository.repository.write("handoffs/other/.keep", "")
      try repository.repository.git(
        "mv", GatedRepository.brief, "handoffs/other/acme-onboarding.md")
    },
    Dodge("put a link in its place") { repository in
      let path = repository.repository.path + "/" + GatedRepository.brief
      let variables = repository.repository.variables
      _ = try run(
        "mv", [path, repository.repository.path + "/aside.md"], in: "/", environment: variables)
      _ = try run("ln", ["-s", "../../aside.md", path], in: "/", environment: variables)
    },
    Dodge("put a submodule in its place") { repository in
      let head = try repository.repository.id("HEAD").description
      try repository.repository.git("rm", "-q", GatedRepository.brief)
      try repository.stageSubmodule(GatedRepository.brief, head)
    },
    Dodge("make the folder a submodule") { repository in
      let head = try repository.repository.id("HEAD").description
      try repository.repository.git("rm", "-rq", "handoffs")
      try repository.stageSubmodule("handoffs", head)
    },
    Dodge("look elsewhere for briefs") { repository in
      try repository.repository.write(
        "handoff.yaml", "briefs: elsewhere/**/*.md\n" + AcmeBrief.policy)
    },
    Dodge("edit the policy and drop the item") { repository in
      try repository.repository.write(
        "handoff.yaml",
        AcmeBrief.policy + "retired:\n  - id: acme-onboarding\n"
          + "    reason: over\n    by: dana@northwind.example\n    on: 2026-07-01\n")
      try repository.repository.git("rm", "-q", GatedRepository.brief)
    },
    Dodge("remove the policy and drop the item") { repository in
      try repository.remove(AcmeBrief.exclusion)
      try repository.repository.git("rm", "-q", "handoff.yaml")
    },
  ]

  static let all = edits + fileMoves
}

extension GatedRepository {
  fileprivate func replacingExclusions(with text: String) throws {
    try replace(
      "exclusions:\n" + AcmeBrief.exclusion + "  - id: X2\n    text: On-site training.\n",
      with: text)
  }

  /// Stages a submodule; `git add -A` would take it out again, so it is committed from the index.
  fileprivate func stageSubmodule(_ path: String, _ commit: String) throws {
    try repository.git("update-index", "--add", "--cacheinfo", "160000,\(commit),\(path)")
    try repository.git("clone", "-q", ".", path)
    try repository.git("checkout", "-q", commit, in: repository.path + "/" + path)
  }
}
