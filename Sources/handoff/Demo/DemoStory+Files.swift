extension DemoStory {
  /// Who takes part.
  static let policy = """
    version: 1
    briefs: handoffs/**/*.md
    people:
      - email: dana@northwind.example
        name: Dana Lee
        roles: [sales]
      - email: sam@northwind.example
        name: Sam Park
        roles: [receiving]
        stand_ins: [noor@northwind.example]
      - email: noor@northwind.example
        name: Noor Haddad
        roles: [receiving]
      - email: lee@northwind.example
        name: Lee Ono
        roles: [legal, pricing, policy]

    """

  /// The transcript of the call on which the deal was agreed.
  static let call = """
    WEBVTT

    00:02:10.000 --> 00:02:19.000
    <v Ana Ruiz>Closing the month takes us nine days, and it has to come down to three.

    00:14:20.000 --> 00:14:27.000
    <v Dana Lee>You will have the weekly revenue report by {report day}.

    00:14:28.000 --> 00:14:33.000
    <v Ana Ruiz>And the other dashboards can follow, I suppose?

    00:14:34.000 --> 00:14:42.000
    <v Dana Lee>They are not part of this one; the proposal says so, too.

    00:31:05.000 --> 00:31:14.000
    <v Ana Ruiz>Our finance lead is away after that, so the kickoff has to be on {kickoff day}.

    """

  /// The proposal that the client signed.
  static let proposal = """
    # Proposal for Acme GmbH, {proposal day}

    ## Included

    A custom weekly revenue report by {report day}.

    ## Not included

    Dashboards beyond the weekly revenue report.
    Training on site.

    ## Terms

    10% discount in year one, in return for a reference call.

    """

  /// The summary email to the client.
  static let summary = """
    ## Current situation

    You close your books by hand, from five exports of your ERP.

    ## Business priorities

    Closing the month takes nine days and keeps finance from its other work.

    ## Business impact

    Every late close costs the board a week of decisions.

    ## Timeline

    Kickoff on {kickoff day}, go-live on {go-live day}.

    ## Decision process and key stakeholders

    Ana Ruiz decides, together with your finance lead.

    ## Next steps

    - Ana gives Sam read access to the ERP before {kickoff day}.
    - Sam holds the kickoff workshop on {kickoff day}.

    """
}
