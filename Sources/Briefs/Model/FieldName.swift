/// The key of a field in front-matter, except the keys of lists and blocks.
package enum FieldName: String, Sendable, CaseIterable {
  // The brief's own.
  case handoff, type, status, account, deal, after, from, to, goal
  case goLive = "go_live"
  case kickoff
  case noExclusions = "no_exclusions"
  case noGoLive = "no_go_live"
  case noKickoff = "no_kickoff"

  // Every item may have these.
  case id, text, source, quote, confidence
  case draftedBy = "drafted_by"
  case adoptedBy = "adopted_by"
  case carried, withdrawn

  // Of some lists or blocks.
  case due, owner
  case boundedBy = "bounded_by"
  case contract, clause, state, reason, basis, settled, kind, name, role, email, stance, notes
  case metric, target, baseline, by, severity, blocker, raised, response, person, needed
  case notNeeded = "not_needed"
  case briefed, debrief, at, items, answer, answered
  case answeredBy = "answered_by"
  case file, url, date, sha256, covers, signature, reasons, note, body, sent, via
  case messageID = "message_id"
  case reply, replied
  case repliedBy = "replied_by"
  case how, evidence, field, minutes, rule, until, item, why
  case doneOn = "done_on"
  case on, objective, value
  case callOn = "call_on"
}
