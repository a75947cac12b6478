extension DemoStory {
  /// From the final summary to the introduction: what the client is told, and answers.
  static let client = [
    DemoStep(
      "Before the work starts, Acme confirms the very words that were approved. Dana sends them.",
      .type("handoff email show \(brief) --kind final"),
      .type("handoff email sent \(brief) --kind final")),
    DemoStep(
      "Ana answers that one thing is not right. Her message is kept, and the rep says what it is.",
      .write(answer, file: "answer.eml"),
      .type("handoff email reply answer.eml --corrected && rm answer.eml")),
    DemoStep(
      "Dana mends the summary, which makes a new revision, and sends that; now Ana confirms.",
      .writeSummary(correctedSummary, file: file),
      .type("git commit -q -a -m \"acme: who decides\""),
      .type("handoff email diff \(brief)"),
      .type("handoff email sent \(brief) --kind final"),
      .type(
        """
        handoff email reply \(brief) --how phone --by ana@acme.example --confirmed
        """)),
    DemoStep(
      "Dana introduces Sam to Acme. Until that is on record, her job is not done.",
      .type("handoff email introduce \(brief) --sent"),
      .type("handoff email log \(brief)")),
  ]

  private static let answer = """
    From: Ana Ruiz <ana@acme.example>
    To: Dana Lee <dana@northwind.example>
    Subject: Re: What we agreed [\(brief)]
    Message-ID: <7f2c@acme.example>
    Content-Type: text/plain; charset=utf-8

    Nearly right: it is our controller who decides, together with me.

    Ana

    > Ana Ruiz decides, together with your finance lead.

    """

  private static let correctedSummary = summary.replacing(
    "Ana Ruiz decides, together with your finance lead.",
    with: "Your controller decides, together with Ana Ruiz.")
}
