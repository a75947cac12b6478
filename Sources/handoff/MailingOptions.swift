internal import ArgumentParser
internal import Briefs
internal import Mail

extension EmailKind: ExpressibleByArgument {}

/// What a message says, and to whom.
struct MailingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whom it is for: ana@acme.example, \"Ana <ana@acme.example>\" or a stakeholder's id (can be "
        + "repeated). Without it: the client's stakeholders with an address.",
      valueName: "address"))
  var to: [String] = []

  @Option(help: ArgumentHelp("Who gets a copy (can be repeated).", valueName: "address"))
  var cc: [String] = []

  @Flag(help: "Leave the brief's id out of the subject.")
  var noTag = false

  @Flag(help: "Tell the custom terms too, in a final summary.")
  var terms = false
}
