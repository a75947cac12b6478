internal import ArgumentParser

/// The command itself; `git handoff` is the same program.
struct Handoff: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handoff",
    abstract: "Sales handoffs that keep their promises.",
    discussion: """
      Each handoff is a brief: a Markdown file in a git repository that says what was promised, \
      what is excluded and who agreed. Git hooks refuse a commit that loses any of it.
      """,
    version: "handoff \(version)",
    groupedSubcommands: [
      CommandGroup(name: "Set up", subcommands: [Init.self, Hooks.self, Doctor.self, Demo.self]),
      CommandGroup(
        name: "Write",
        subcommands: [
          New.self, Add.self, SetField.self, Cite.self, Withdraw.self, Format.self, Undo.self,
        ]),
      CommandGroup(
        name: "Hand over",
        subcommands: [
          Submit.self, Approve.self, Accept.self, ReturnBrief.self, Ask.self, Answer.self,
          Start.self, Finish.self, Cancel.self, Reopen.self,
        ]),
      CommandGroup(name: "Write to the client", subcommands: [Email.self]),
      CommandGroup(name: "Check", subcommands: [Check.self, AuditHistory.self, Explain.self]),
      CommandGroup(
        name: "Read",
        subcommands: [
          ShowInbox.self, List.self, Show.self, ShowCard.self, Checklist.self, Diff.self,
          Review.self,
        ]),
      CommandGroup(
        name: "Look back", subcommands: [Promised.self, LogItem.self, Search.self, Proof.self]),
      CommandGroup(name: "For git", subcommands: [TextConversion.self]),
    ],
    defaultSubcommand: ShowInbox.self)

  static let version = "0.1.0"
}
