extension Forgery {
  /// Custom terms that those who must review them never saw.
  static let terms = [
    Forgery("a discount with the last approval", "stale-approval", by: "sam") {
      $0.add(
        "custom_terms",
        "  - id: T3\n    kind: pricing\n    text: 30% discount.\n    source: E2#L80\n")
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "a discount in an accepted brief without terms", "stale-approval unreviewed-term", by: "dana",
      from: termless
    ) {
      try $0.replace(
        "custom_terms: []\n",
        with: "custom_terms:\n  - id: T3\n    kind: pricing\n    text: 30% discount.\n"
          + "    source: E2#L80\n")
    },
    Forgery("a term reworded after its review", "stale-approval", by: "dana", from: .accepted) {
      try $0.replace("10% discount", with: "30% discount")
    },
    Forgery("a legal term as one of scope", "unreviewed-term", from: unreviewed) {
      try $0.replace("kind: legal", with: "kind: scope")
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
    Forgery(
      "a legal term as one of scope, to accept later", "unreviewed-term", by: "dana",
      from: unreviewed
    ) {
      try $0.replace("kind: legal", with: "kind: scope")
    },
    Forgery("a legal term as a promise", "dropped-term", by: "dana", from: unreviewed) { brief in
      try brief.replace(AcceptableBrief.legalTerm, with: "")
      brief.add("promises", "  - id: P2\n    text: Notice of three months.\n    source: E2#L72\n")
    },
    Forgery("a legal term under a field of one's own", "dropped-term", by: "dana", from: unreviewed)
    { brief in
      try brief.replace(AcceptableBrief.legalTerm, with: "")
      brief.add("x-terms", AcceptableBrief.legalTerm)
    },
    Forgery(
      "a kind that there is not", "invalid-value unreviewed-term", by: "dana", from: unreviewed
    ) {
      try $0.replace("kind: legal", with: "kind: Legal")
    },
    Forgery(
      "a kind with a space behind it", "invalid-value unreviewed-term", by: "dana", from: unreviewed
    ) {
      try $0.replace("kind: legal", with: "kind: \"legal \"")
    },
    Forgery("no kind", "missing-field", by: "dana", from: unreviewed) {
      try $0.replace("    kind: legal\n", with: "")
    },
    Forgery("a term withdrawn with the last approval", "stale-approval", by: "sam") {
      try $0.replace(
        "    kind: legal\n", with: "    kind: legal\n    withdrawn: Standard notice applies.\n")
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    },
  ]

  /// The terms wait for their review; the owners have approved nothing yet.
  private static let unreviewed: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    brief.setField("type", "sdr-to-ae")
    brief.text = brief.text.replacing("\nfirst_milestone:\n", with: steps + "\nfirst_milestone:\n")
    brief.approve(as: "pricing", by: "lee")
    return brief
  }()

  static let steps = """

    follow_up:
      text: Send the proposal.
      why: They asked for it.
      owner: sam@northwind.example
      due: 2026-08-10
      status: planned

    meeting:
      on: 2026-08-01
      objective: Agree on the scope.

    """

  private static let termless: AcceptableBrief = {
    var brief = AcceptableBrief.inReview
    guard let start = brief.text.firstRange(of: "\ncustom_terms:\n"),
      let end = brief.text.firstRange(of: "\nstakeholders:\n")
    else { return brief }
    brief.text.replaceSubrange(start.lowerBound..<end.lowerBound, with: "\ncustom_terms: []\n")
    brief.approve(as: "sales", by: "dana")
    brief.approve(as: "receiving", by: "sam")
    brief.setStatus("accepted")
    return brief
  }()
}
