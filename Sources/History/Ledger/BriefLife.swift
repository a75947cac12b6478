package import Briefs
package import Git

/// One life of a brief, from the commit that began it to where it left the tree: what it promised,
/// and what bounded that.
package struct BriefLife: Sendable {
  /// The brief's id.
  package let id: String

  /// Which life it is, from 1; an id that was deleted and made anew has several, as they began.
  ///
  /// A deletion that was taken back interrupts a life and begins none.
  package let number: Int

  /// Where the file stands, or stood last.
  package let path: [UInt8]

  /// The brief at the moment asked about; as it was last, where it is not in the tree any more.
  package let brief: Brief

  /// The newest commit that has it so.
  package let tip: ObjectID

  /// Who began it; nil where that cannot be read.
  package let began: Deed?

  /// Who took it out of the tree; nil where it is there.
  package let ended: Deed?

  /// The last time that it was accepted with all that it needed, or where it never was so, without;
  /// nil where it never was, as far as history can be read.
  package let acceptance: Acceptance?

  /// The last time since then that it was set to accepted without what that needed.
  package let unmetAcceptance: Acceptance?

  /// Whether it was accepted and is being worked on again, or was when it was cancelled: the words
  /// accepted last are shown then.
  package let isBackInReview: Bool

  /// Whether it says that it is accepted, or did when it was cancelled, in words that were changed
  /// since without the approvals that they need: the words accepted last are shown then too.
  package let isReworded: Bool

  /// Whether the words accepted last are shown; else the brief's own are.
  package var showsAccepted: Bool { isBackInReview || isReworded }

  /// The items, by their lists in the order in which those were asked for.
  package let items: [LedgerItem]

  /// Whether something of its history cannot be read.
  package let isCutShort: Bool

  /// Whether the file is there and cannot be read: what it says is not known.
  package let isUnread: Bool

  /// The other files that have the id too at the moment asked about.
  package let namesakes: [[UInt8]]

  /// Records of emails whose words no revision has.
  package let unmatchedEmails: Int
}

/// What was promised, by one brief or in all handoffs of an account.
package struct PromisedAnswer: Sendable {
  /// What was asked about.
  package enum Subject: Sendable {
    case brief(String)
    case account(String)
  }

  /// What was asked about.
  package let subject: Subject

  /// The state that was asked about.
  package let moment: Moment

  /// The briefs, each before those that come after it.
  package let lives: [BriefLife]

  /// The first version after the moment, where nothing was there by then.
  package let later: Deed?

  /// What could not be read.
  package let gaps: [HistoryGap]
}
