internal import Briefs

extension FieldSpecification {
  /// What the field is for and when it must be there, as an editor shows it.
  func purpose(in list: ItemList?) -> String {
    var sentence = list.flatMap { name.purpose(in: $0) } ?? name.purpose
    if isRequired, !isAlwaysNeeded(in: list) { sentence += " Needed before review." }
    if isCovered { sentence += " Approvals cover it." }
    return sentence
  }
}

extension FieldName {
  /// What the field means in one list, where it means something else elsewhere.
  fileprivate func purpose(in list: ItemList) -> String? {
    switch (list, self) {
    case (.stakeholders, .role): "What they decide or influence, such as economic buyer."
    case (.support, .role): "What they do in the meeting."
    case (.approvals, .role): "The role that approves, such as sales, receiving or legal."
    case (.successCriteria, .by): "The day by which the target is reached."
    case (.risks, .status): "Whether the risk still stands."
    case (.requirements, .status): "Whether it has been provided."
    case (.risks, .settled): "How it was settled; a high risk or a blocker closes with it only."
    case (.exclusions, .reason): "Why it is not included."
    case (.waivers, .reason): "Why the exception is right."
    case (.leftBehind, .reason): "Why it does not come along."
    case (.emails, .evidence): "The evidence that holds the answer."
    case (.emails, .note): "More in words; with no reply, why the work may start all the same."
    case (.emails, .to): "Whom it was sent to."
    case (.questions, .to): "Who is asked."
    case (.questions, .answer): "The answer."
    case (.evidence, .text): "What was said, where the evidence is spoken."
    case (.evidence, .by): "Who heard it, where the evidence is spoken."
    default: nil
    }
  }

  fileprivate var purpose: String {
    switch self {
    case .handoff: "The brief's id: the file's name without .md."
    case .type: "The kind of handoff, built in or of the team's policy."
    case .status: "Where the brief is in its life."
    case .account: "The customer's name."
    case .deal: "The opportunity in the CRM."
    case .after: "The briefs of the account that came before."
    case .from: "Who hands over."
    case .to: "Who takes over, or whom it was for."
    case .goal: "What the customer wants to reach, in one sentence."
    case .goLive: "The day on which the customer goes live."
    case .noGoLive: "Why there is no day yet on which the customer goes live."
    case .kickoff: "The day on which the work begins."
    case .noKickoff: "Why there is no day yet on which the work begins."
    case .noExclusions: "Why nothing is excluded."
    case .id: "The id, unique in the brief; the tool mints it."
    case .text: "The words themselves."
    case .source: "Where in the evidence it stands; several are a list."
    case .quote: "The words of the evidence, verbatim."
    case .confidence: "Confirmed by the client, stated, or inferred by us."
    case .draftedBy: "The tool that drafted it."
    case .adoptedBy: "Who took the draft over as their own."
    case .carried: "The item of an earlier brief that it goes on from."
    case .withdrawn: "Why it no longer holds; without this line it stands."
    case .due: "The day by which it is done."
    case .owner: "Who sees to it."
    case .boundedBy: "The exclusions that limit it."
    case .contract: "What the contract says of it."
    case .clause: "Where in the contract it stands."
    case .state: "What became of the promise."
    case .reason: "Why."
    case .basis: "Implied by us, or assumed by the client."
    case .settled:
      "The promise or exclusion that settles it, or `declined: how the client was told`."
    case .kind: "What kind it is."
    case .name: "The person's name."
    case .role: "The role."
    case .email: "The person's e-mail address."
    case .stance: "Whether they are for it."
    case .notes: "What else to know; never rendered to the client."
    case .metric: "What is measured."
    case .target: "What it shall be."
    case .baseline: "What it is today."
    case .by: "Who did it."
    case .severity: "How bad it would be."
    case .blocker: "The work may not start before it is settled."
    case .raised: "The day on which it came up, where that was after acceptance."
    case .response: "What was answered."
    case .person: "Who supports."
    case .needed: "What they are needed for."
    case .notNeeded: "What they are not needed for."
    case .briefed: "When they were briefed."
    case .debrief: "What they learned."
    case .at: "When."
    case .items: "The items that it is about."
    case .answer: "What was done about it."
    case .answered: "When it was answered."
    case .answeredBy: "Who answered."
    case .file: "The record in the repository."
    case .url: "The record elsewhere."
    case .date: "The day of the record."
    case .sha256: "The digest of the record's bytes."
    case .covers: "The digest of the words approved; the tool writes it."
    case .signature: "The approver's SSH signature, as a literal block."
    case .reasons: "What is wrong or missing."
    case .note: "More in words."
    case .body: "The digest of what was rendered."
    case .sent: "When it was sent."
    case .via: "How it was sent."
    case .messageID: "The Message-ID of the email."
    case .reply:
      "What the client answered; none: nothing, and the receiver says why the work may start."
    case .replied: "When the client answered."
    case .repliedBy: "Who answered for the client; with no reply, the receiver."
    case .how: "The way it happened."
    case .evidence: "The evidence that shows it."
    case .field: "The field of the brief that failed."
    case .minutes: "Minutes lost."
    case .rule: "The rule that is silenced."
    case .until: "The last day of the exception."
    case .item: "The item of an earlier brief."
    case .why: "Why the prospect agreed that it is worth it."
    case .doneOn: "The day on which it was done."
    case .on: "When it takes place or took place."
    case .objective: "What the meeting is to reach."
    case .value: "High where a handoff call is due."
    case .callOn: "When the handoff call is."
    }
  }
}

extension ItemList {
  /// What the list holds, as an editor shows it.
  var purpose: String {
    switch self {
    case .promises: "What we promised."
    case .exclusions: "What is not included."
    case .expectations: "What the client may consider agreed although nobody promised it."
    case .customTerms: "Terms that differ from our usual ones."
    case .stakeholders: "The client's people."
    case .successCriteria: "How the client will know that it worked."
    case .risks: "What could go wrong."
    case .requirements: "What we need from the client or from others before it works."
    case .objections: "What the client objected to."
    case .sensitivities: "What to be careful with."
    case .support: "Who comes along to support the sale."
    case .questions: "What the receiver asks."
    case .evidence: "The records that all of it rests on."
    case .approvals: "Who approved which words; the tool writes them."
    case .returns: "When the receiver sent it back, and why."
    case .emails: "Which summaries were sent, and what the client answered."
    case .incidents: "What went wrong later."
    case .waivers: "Exceptions from rules, each until a day."
    case .leftBehind: "What of earlier briefs does not come along."
    }
  }
}

extension Block {
  var title: String {
    switch self {
    case .firstMilestone: "First milestone"
    case .followUp: "Follow-up"
    case .meeting: "Meeting"
    case .introduction: "Introduction"
    }
  }

  /// What the block holds, as an editor shows it.
  var purpose: String {
    switch self {
    case .firstMilestone: "The first thing that the client will see done."
    case .followUp: "What the prospect agreed is worth a next conversation."
    case .meeting: "The meeting that the brief prepares."
    case .introduction: "When client and receiver were introduced."
    }
  }
}
