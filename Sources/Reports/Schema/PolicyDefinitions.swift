internal import Briefs

extension PolicySchema {
  /// The forms of values that only the policy has.
  static let definitions: JSONValue = [
    "name": KindSchema.line(
      "A role or a type: lower-case letters, digits and hyphens.",
      SchemaPattern.orEmpty("[a-z0-9][a-z0-9-]{0,63}")),
    "pattern": KindSchema.line(
      "Paths from the top of the repository, such as handoffs/**/*.md.",
      SchemaPattern.pathPattern, forbidden: SchemaPattern.unsafePath),
    "evidence_file": KindSchema.line(
      "A file of evidence, such as evidence/acme/call.vtt.", SchemaPattern.evidenceFile,
      forbidden: SchemaPattern.unsafePath),
    "branch": KindSchema.line(
      "The name of a branch, such as main.", SchemaPattern.branch,
      forbidden: SchemaPattern.unsafeBranch),
    "key": KindSchema.line(
      "The line of an OpenSSH .pub file, without options.", SchemaPattern.publicKey),
    "days": KindSchema.line(
      "A number of days, up to a year.", SchemaPattern.days, types: ["string", "integer", "null"],
      ["minimum": 0, "maximum": 366]),
    "share": KindSchema.line(
      "A share above 0, up to 1.", SchemaPattern.share, types: ["string", "number", "null"],
      ["exclusiveMinimum": 0, "maximum": 1]),
    "type": mapping([
      "title": one("What people call it.", "words"),
      "requires": many(
        "What a brief needs before review; a list with a star may be empty.",
        of: ["enum": .strings(requirements)]),
      "sections": many("The headings of the summary.", "words"),
      "approvals": many("The roles that must approve.", "name"),
      "evidence": many(
        "What must be on record to start; of `contract or proposal` either will do.", "kinds"),
    ]),
    "kinds": KindSchema.line(
      "Kinds of evidence, joined by or.", SchemaPattern.alternatives(Catalogue.evidenceKinds)),
  ]

  private static let requirements =
    Catalogue.brief.map(\.name.rawValue) + Block.allCases.map(\.rawValue)
    + ItemList.allCases.flatMap { [$0.rawValue, $0.rawValue + "*"] }
}

extension SchemaPattern {
  fileprivate static let pathPattern = orEmpty(#"[^\\\u0000-\u001f\u007f\[\]{}!]+"#)
  fileprivate static let evidenceFile = orEmpty(#"evidence/[^\\\u0000-\u001f\u007f]+"#)
  fileprivate static let branch = orEmpty(#"[^\u0000- \u007f~^:?*\[\\]+"#)
  fileprivate static let unsafeBranch =
    #"^-|^refs/|^/|//|/$|(?:^|/)[.]|[.](?:/|$)|[.]lock(?:/|$)|[.][.]|@[{]|"# + brokenLine
  fileprivate static let publicKey = orEmpty(
    "(?:ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(?:256|384|521)|sk-ssh-ed25519@openssh[.]com"
      + "|sk-ecdsa-sha2-nistp256@openssh[.]com) +[A-Za-z0-9+/]+={0,2}"
      + #"(?: [^\u0000-\u001f\u007f]*)?"#)
  fileprivate static let days = orEmpty(
    "0{0,6}(?:[0-9]{1,2}|[12][0-9]{2}|3[0-5][0-9]|36[0-6])")
  fileprivate static let share = orEmpty("0*[.][0-9]*[1-9][0-9]*|0*1(?:[.]0*)?")

  fileprivate static func alternatives(_ words: [String]) -> String {
    let word = "(?:" + words.joined(separator: "|") + ")"
    return orEmpty("\(word)(?: +or +\(word))*")
  }
}
