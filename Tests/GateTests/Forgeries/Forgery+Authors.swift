import Git
import TestSupport

extension Forgery {
  private static let acceptsAsSam: @Sendable (GatedRepository) throws -> Void = { gated in
    try gated.edit {
      $0.approve(as: "receiving", by: "sam")
      $0.setStatus("accepted")
    }
  }

  private static let rules = "unproven-approval unqualified-status"

  /// Authors who are not who they seem to be.
  static let authors = [
    Forgery(
      "the author given by hand where signatures are required", "unproven-approval", by: "dana",
      roster: AcceptableBrief.strictRoster,
      arguments: ["--author", "Sam Park <sam@northwind.example>"], inRepository: acceptsAsSam),
    Forgery(
      "one's own approval without a signature", "unproven-approval",
      roster: AcceptableBrief.strictRoster, inRepository: acceptsAsSam),
    Forgery(
      "a signature of nothing where signatures are required", "unproven-approval",
      roster: AcceptableBrief.strictRoster
    ) {
      $0.approve(as: "receiving", by: "sam", signature: signature)
      $0.setStatus("accepted")
    },
    Forgery(
      "an author with a Cyrillic letter", rules, by: "s\u{430}m@northwind.example",
      inRepository: acceptsAsSam),
    Forgery(
      "an author with an invisible character", rules, by: "sam\u{200B}@northwind.example",
      inRepository: acceptsAsSam),
    Forgery(
      "an author with a full stop behind", rules, by: "sam@northwind.example.x",
      inRepository: acceptsAsSam),
    Forgery(
      "an author with a tag in the address", rules, by: "sam+x@northwind.example",
      inRepository: acceptsAsSam),
    Forgery(
      "an author whose k is the Kelvin sign", "unproven-approval",
      by: "\u{212A}it@northwind.example", from: .inReview
    ) {
      $0.approve(as: "sales", by: "kit")
    },
    Forgery(
      "an author with the receiver's name", rules, by: "dana",
      inRepository: { gated in
        gated.repository.variables["GIT_AUTHOR_NAME"] = "Sam Park"
        try acceptsAsSam(gated)
      }),
    Forgery(
      "an author with the receiver's address for a name", rules, by: "dana",
      inRepository: { gated in
        gated.repository.variables["GIT_AUTHOR_NAME"] = "sam@northwind.example"
        try acceptsAsSam(gated)
      }),
    Forgery(
      "the receiver as the committer only", rules, by: "dana",
      inRepository: { gated in
        gated.repository.variables["GIT_COMMITTER_EMAIL"] = "sam@northwind.example"
        try acceptsAsSam(gated)
      }),
    Forgery(
      "the receiver as a co-author", rules, by: "dana",
      arguments: ["--trailer", "Co-authored-by: Sam Park <sam@northwind.example>"],
      inRepository: acceptsAsSam),
    Forgery(
      "signed off as the receiver", rules, by: "dana",
      arguments: ["--trailer", "Signed-off-by: Sam Park <sam@northwind.example>"],
      inRepository: acceptsAsSam),
    Forgery(
      "a mailmap that makes one the receiver", rules, by: "dana",
      inRepository: { gated in
        try gated.repository.write(
          ".mailmap", "Sam Park <sam@northwind.example> <dana@northwind.example>\n")
        try gated.repository.git("config", "log.mailmap", "true")
        try acceptsAsSam(gated)
      }),
    Forgery(
      "an amended commit of the receiver's, as oneself", "unproven-approval unqualified-status",
      by: "dana", arguments: ["--amend", "--reset-author"],
      inRepository: { gated in
        _ = try gated.commit(as: "sam") {
          $0.approve(as: "receiving", by: "sam")
          $0.setStatus("accepted")
        }
        gated.work(as: "dana")
        try gated.repository.write("notes.txt", "amended\n")
      }),
    Forgery(
      "the receiver's approval amended into the sender's commit", "unproven-approval",
      from: .inReview, arguments: ["--amend", "--no-edit"],
      inRepository: { gated in
        _ = try gated.commit(as: "dana") { $0.approve(as: "sales", by: "dana") }
        gated.work(as: "sam")
        try gated.edit { $0.approve(as: "receiving", by: "sam") }
      }),
    Forgery(
      "two people's commits squashed into one", "unproven-approval", by: "sam", from: .inReview,
      inRepository: { gated in
        try gated.repository.git("switch", "-q", "-c", "topic")
        _ = try gated.commit(as: "dana") { $0.approve(as: "sales", by: "dana") }
        _ = try gated.commit(as: "sam") { $0.approve(as: "receiving", by: "sam") }
        try gated.repository.git("switch", "-q", "main")
        try gated.repository.git("merge", "-q", "--squash", "topic")
      }),
  ]
}
