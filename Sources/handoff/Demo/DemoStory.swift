/// The worked example: a signed client with hopes for its reports goes from sales to implementation.
///
/// A new command gets its place here, as a step.
enum DemoStory {
  /// The id of its brief.
  static let brief = "acme-implementation"

  /// The file of its brief, from the top of the repository.
  static let file = "handoffs/acme/\(brief).md"

  static let opening = """
    Northwind has signed Acme, whose kickoff is near. Dana in sales hands the client to Sam in
    implementation, and nothing of what was promised or excluded may be lost on the way.
    """

  static let steps =
    [
      DemoStep(
        "Lee, who keeps the rules, begins a repository: the people, a sales call and the proposal.",
        .type("git init -q -b main"),
        .type("git config user.name \"Dana Lee\" && git config user.email dana@northwind.example"),
        .write(policy, file: "handoff.yaml"),
        .write(call, file: "evidence/acme/call.vtt"),
        .write(proposal, file: "evidence/acme/proposal.md"),
        .write("handoffs/**/*.md diff=handoff\n", file: ".gitattributes"),
        .type("git add .gitattributes handoff.yaml evidence"),
        .type(
          """
          git commit -q -m "handoffs: begin" --author "Lee Ono <lee@northwind.example>"
          """)),
      DemoStep(
        "The hooks make git ask before every commit, and before a branch moves.",
        .type("handoff hooks install")),
      DemoStep(
        "Dana, who sold it, begins the brief that hands Acme to Sam in implementation.",
        .type(
          """
          handoff new sales-to-implementation --account "Acme GmbH" --to sam@northwind.example \\
            --goal "Close the month in three days instead of nine."
          """),
        .type("handoff set \(brief) kickoff {kickoff day}"),
        .type("handoff set \(brief) go_live {go-live day}")),
      DemoStep(
        "She writes down what was promised and what was not, and where in the evidence it stands.",
        .type(
          """
          handoff add \(brief) evidence --kind call-notes \\
            --file evidence/acme/call.vtt --date {call day}
          """, naming: "call"),
        .type(
          """
          handoff add \(brief) evidence --kind proposal \\
            --file evidence/acme/proposal.md --date {proposal day}
          """, naming: "proposal"),
        .type(
          """
          handoff add \(brief) exclusion "Dashboards beyond the weekly revenue report."
          """, naming: "dashboards"),
        .type(
          """
          handoff cite \(brief)/{dashboards} "dashboards beyond the weekly revenue report"
          """),
        .type("handoff add \(brief) exclusion \"Training on site.\"", naming: "training"),
        .type("handoff cite \(brief)/{training} \"training on site\""),
        .type(
          """
          handoff add \(brief) promise "Custom weekly revenue report by {report day}." \\
            --due {report day} --bounded-by {dashboards}
          """, naming: "report"),
        .type(
          """
          handoff cite \(brief)/{report} "you will have the weekly revenue report by {report day}"
          """)),
      DemoStep(
        "Half a brief can be committed: the hook says in one line what is still to do.",
        .type("git add handoffs && git commit -m \"acme: what we agreed\"")),
      DemoStep(
        "The checklist says it in full, each with the command or the edit that mends it.",
        .type("handoff checklist \(brief)")),
      DemoStep(
        "Dana adds the people, the numbers, the risks and what was only hinted at.",
        .type(
          """
          handoff add \(brief) stakeholder "Ana Ruiz" --role "economic buyer" \\
            --email ana@acme.example --stance for
          """),
        .type(
          """
          handoff add \(brief) criterion "days to close the month" --baseline 9 --target 3 \\
            --by {target day}
          """),
        .type(
          """
          handoff add \(brief) risk "Finance lead on leave in the weeks after the kickoff." \\
            --severity high --owner sam@northwind.example
          """),
        .type(
          """
          handoff add \(brief) term "10% discount in year one, in return for a reference call." \\
            --kind pricing
          """),
        .type(
          """
          handoff add \(brief) requirement "Read access to the ERP before the kickoff." \\
            --owner ana@acme.example --due {kickoff day}
          """),
        .type(
          """
          handoff add \(brief) expectation "The other dashboards can follow without a new order." \\
            --basis assumed --settled {dashboards}
          """),
        .type(
          """
          handoff add \(brief) objection "Eight weeks from kickoff to go-live is long." \\
            --response "The report comes first, the rest later."
          """),
        .type("handoff add \(brief) sensitivity \"The last supplier missed its dates twice.\""),
        .type("handoff set \(brief) first_milestone.text \"Kickoff workshop with finance.\""),
        .type("handoff set \(brief) first_milestone.owner sam@northwind.example"),
        .type("handoff set \(brief) first_milestone.due {kickoff day}")),
      DemoStep(
        "Below, in any editor, she writes the summary: the email that Acme will get.",
        .writeSummary(summary, file: file),
        .type("handoff check"),
        .type("git commit -q -a -m \"acme: ready to hand over\"")),
      DemoStep(
        "The kickoff is near, Acme asks for more, and somebody quietly deletes an exclusion: refused.",
        .deleteItem("{dashboards}", file: file),
        .type("git commit -a -m \"acme: tidy up\"", .refusal(saying: "[dropped-exclusion]"))),
      DemoStep(
        "Going round the first hook does not help: the branch itself does not move.",
        .type(
          "git commit --no-verify -a -m \"acme: tidy up\"", .refusal(saying: "[dropped-exclusion]"))
      ),
      DemoStep(
        "So the lines are put back as they were, and nothing is left to commit.",
        .type("git restore --staged --worktree \(file)"),
        .type("git status --short")),
      DemoStep(
        "An exclusion that really no longer holds is withdrawn: it stays, with the reason.",
        .type(
          """
          handoff withdraw \(brief)/{training} --reason "Acme ordered two days of training."
          """),
        .type("git commit -a -m \"acme: training is ordered\"")),
    ] + handingOver + client + beginning
}
