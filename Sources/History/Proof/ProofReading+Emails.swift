internal import Briefs
internal import Diagnostics
internal import Git
internal import Workspace

extension ProofReading {
  /// A step for each email on record that held the words; one that says so where there is none.
  mutating func emails() throws(GitError) -> [ItemProof.Step] {
    var steps: [ItemProof.Step] = []
    for sent in found.emails { steps.append(try email(sent)) }
    if steps.isEmpty, !last.brief.isSound {
      steps.append(
        ItemProof.Step(
          "The emails",
          ["What commit \(last.commit.short) has on record cannot be read."], checks: []))
    } else if steps.isEmpty {
      steps.append(
        ItemProof.Step(
          "No email",
          [
            "The brief of commit \(last.commit.short) has no email on record whose words held it"
              + (found.isInWriting == nil ? ", as far as they can be read." : ".")
          ], checks: [last.lacks("emails:")]))
    }
    return steps
  }

  private mutating func email(_ sent: ItemEmail) throws(GitError) -> ItemProof.Step {
    let mail = sent.email.record
    let to = mail.fields.list(.to).map(\.string).joined(separator: ", ")
    var facts = [
      "The brief records that revision \(sent.revision) of the summary was sent on "
        + (mail.string(.sent) ?? "an unknown day") + (to.isEmpty ? "" : " to \(to)") + mail.means,
      sent.earlierWords.map { "It held the item as it was then: “\($0)”" }
        ?? "It held these very words.",
    ]
    var checks = [last.lines("the record in the brief", mail)]
    try tellRecording(of: mail, &facts, &checks)
    if let body = mail.string(.body) {
      checks.append(
        .digest(
          "the digest that the record has, of the words of that revision in the form that it is "
            + "made of: each section on one line, as Markdown; the message had them line by line, "
            + "with days in words",
          of: sent.email.content.text, body))
    }
    guard let reply = mail.string(.reply) else {
      facts.append("No answer is on record.")
      return ItemProof.Step("The email that carried it", facts, checks: checks)
    }
    facts.append("The brief records an answer of the client: \(reply)\(mail.answerWords).")
    facts.append("It was typed into the brief by whoever the commits above name.")
    if let id = mail.string(.evidence), let evidence = last.brief.item(id, in: .evidence) {
      checks.append(last.lines("\(id) in the brief", evidence))
      let file = try file(of: evidence)
      facts += file.facts
      checks += file.checks + [file.wholeText]
      try tellPlacesBefore(of: evidence, &facts, &checks)
    } else {
      facts.append("The answer itself is not kept.")
    }
    return ItemProof.Step("The email that carried it", facts, checks: checks)
  }
}

extension Item {
  /// When, by whom and how the client answered, as the record says.
  fileprivate var answerWords: String {
    (string(.replied).map { " on \($0)" } ?? "")
      + (string(.repliedBy).map { ", given by \($0)" } ?? "")
      + (string(.how).map { " (\($0))" } ?? "")
      + (string(.note).map { ", with the note “\($0.collapsingWhiteSpace)”" } ?? "")
  }

  /// How a message went out, as its record says.
  fileprivate var means: String {
    switch string(.via) {
    case "own-program": ", with the sender's own program."
    case let program?: ", by \(program)."
    case nil: "."
    }
  }
}
