extension DemoStory {
  /// From the finished draft to the start of the work: each step by whose it is.
  static let handingOver = [
    DemoStep(
      "Dana hands the brief to Sam: all that its type requires is there.",
      .type("handoff submit \(brief)")),
    DemoStep(
      "It is now in Sam's inbox. He reads it, the red flags first.",
      .type("handoff", by: .sam),
      .type("handoff review \(brief)", by: .sam)),
    DemoStep(
      "Sam misses something and gives it back, with the reason; Dana answers, and it comes again.",
      .type(
        """
        handoff return \(brief) --reason missing-context --item {report} \\
          --note "Which ERP do the five exports come from?"
        """, by: .sam),
      .type("handoff submit \(brief)", .refusal(saying: "[unanswered-return]")),
      .type("handoff answer \(brief) \"From the ERP of their parent company; Ana has access.\""),
      .type("handoff submit \(brief)")),
    DemoStep(
      "Dana approves; then one word of an exclusion changes, and her approval no longer holds.",
      .type("handoff approve \(brief)"),
      .type(
        """
        handoff set \(brief)/{dashboards} text "Dashboards except the weekly revenue report."
        """),
      .type("git commit -q -a -m \"acme: an exclusion in other words\""),
      .type("git diff HEAD~1"),
      .type("handoff check"),
      .type("handoff approve \(brief)")),
    DemoStep(
      "Sam sees what is new since he looked, and accepts. Acme gets a discount, so Lee of pricing has to agree as well.",
      .type("handoff diff HEAD~3 \(brief)", by: .sam),
      .type("handoff accept \(brief)", by: .sam),
      .type("handoff approve \(brief)", by: .lee)),
  ]

  /// The start of the work.
  static let beginning = [
    DemoStep(
      "Everybody agreed, but nothing says which deal it was: the work cannot start yet.",
      .type("handoff start \(brief)", .refusal(saying: "[missing-evidence]"), by: .sam),
      .type("handoff set \(brief) deal https://crm.example/opportunity/006Qz00000AbCdE"),
      .type("git commit -q -a -m \"acme: the deal in the CRM\""),
      .type("handoff start \(brief)", by: .sam)),
    DemoStep(
      "History says who did what, and the brief what holds today.",
      .type("git log --format=\"%h %an: %s\""),
      .type("handoff show \(brief)")),
    DemoStep(
      "Next spring Acme asks what they were promised. The answer is to the word, with who and when.",
      .type("handoff promised \(brief)"),
      .type("handoff log \(brief)/{dashboards}")),
    DemoStep(
      "And nothing got past the hooks: each commit is judged once more.",
      .type("handoff audit")),
  ]
}
