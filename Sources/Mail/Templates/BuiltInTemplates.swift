/// What messages say where a team has no words of its own.
package enum BuiltInTemplates {
  /// The template's text, also a start for a team's own.
  package static func source(of name: EmailTemplate.Name) -> String {
    switch name {
    case .call: call
    case .final: final
    case .introduction: introduction
    case .sayCall: sayCall
    case .sayFinal: sayFinal
    case .sayIntroduction: sayIntroduction
    }
  }

  private static let call = """
    Subject: {{account}}: what I took from our conversation
    {{#clients}}Hello {{clients}},{{/clients}}{{^clients}}Hello,{{/clients}}

    thank you for your time. This is what I took from our conversation.

    Would you take two minutes to tell me whether it is right? If something is missing or off, \
    please just reply and say so: I would rather correct it now than later.

    {{{content}}}

    If all of it is right, one line is answer enough.

    Kind regards
    {{sender}}

    """

  private static let final = """
    Subject: {{account}}: our summary before the handover
    {{#clients}}Hello {{clients}},{{/clients}}{{^clients}}Hello,{{/clients}}

    before {{#receiver}}{{receiver}} takes over{{/receiver}}{{^receiver}}a colleague takes \
    over{{/receiver}}, I want everything to be written down correctly. So here is the whole \
    picture once more, with what we agreed and what is not included.

    Please read it through and tell me what is missing or off. What you confirm here is what the \
    team works from; two minutes are enough.

    {{{content}}}

    If all of it is right, one line is answer enough. The introduction follows then.

    Kind regards
    {{sender}}

    """

  private static let introduction = """
    Subject: {{account}}: meet {{receiver}}
    {{#clients}}Hello {{clients}},{{/clients}}{{^clients}}Hello,{{/clients}}

    this is {{receiver}} ({{receiver_email}}), who looks after you from now on. {{receiver}} has \
    read what we wrote down together, so you need not tell it twice.

    {{#kickoff}}
    The kickoff is planned for {{kickoff}}.

    {{/kickoff}}
    This is what you and I settled, so that all of us begin from the same page.

    {{{content}}}

    {{receiver}} will be in touch about the next step. For anything that I told you, you can \
    still write to me.

    Kind regards
    {{sender}}

    """

  private static let sayCall = """
    At the end of the call:

    “I will send you a short summary of what you told me. Would you take two minutes to say \
    whether it is right? If I missed something, that is when I want to hear it.”

    """

  private static let sayFinal = """
    Before the handover:

    “Before I introduce the team that takes over, I would like everything to be written down \
    correctly. I will send you all of it once more, with what we agreed and what is not included.”

    """

  private static let sayIntroduction = """
    {{#receiver}}{{receiver}}, at{{/receiver}}{{^receiver}}At{{/receiver}} the start of the first \
    meeting:

    “I have read what {{sender}} passed on, and want to be sure that I have it right. May I go \
    through it, and you tell me what to add or to change?”

    """
}
