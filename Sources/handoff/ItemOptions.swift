internal import ArgumentParser
internal import Briefs

/// The fields of a new item as options; which of them its list has, the catalogue says.
struct ItemOptions: ParsableArguments {
  @Option(help: "The day it is due, such as 2026-09-01.") var due: String?
  @Option(help: "Who sees to it: an address.") var owner: String?
  @Option(help: "Where it was said, such as E1#L14 (can be repeated).") var source: [String] = []
  @Option(help: "The client's own words.") var quote: String?
  @Option(help: "confirmed, stated or inferred.") var confidence: String?
  @Option(help: "Exclusions that bound a promise (can be repeated).") var boundedBy: [String] = []
  @Option(help: "What the contract says of a promise: matched, missing, contradicted or n/a.")
  var contract: String?
  @Option(help: "The clause of the contract.") var clause: String?
  @Option(help: "What became of a promise: open, kept, broken or renegotiated.") var state: String?
  @Option(help: "Why it is excluded, waived or left behind.") var reason: String?
  @Option(help: "Who made an expectation: implied by us, or assumed by the client.")
  var basis: String?
  @Option(help: "How it was settled.") var settled: String?
  @Option(help: "The kind of a term, of evidence or of support.") var kind: String?
  @Option(help: "The role of a stakeholder or a supporter.") var role: String?
  @Option(help: "A stakeholder's address.") var email: String?
  @Option(help: "A stakeholder's stance: for, neutral or against.") var stance: String?
  @Option(help: "Notes on a stakeholder, never shown to the client.") var notes: String?
  @Option(help: "A stakeholder's name.") var name: String?
  @Option(help: "What a success criterion measures.") var metric: String?
  @Option(help: "What a success criterion is to reach.") var target: String?
  @Option(help: "Where a success criterion begins.") var baseline: String?
  @Option(help: "The day of a success criterion, or who a record is by.") var by: String?
  @Option(help: "How bad a risk is: low, medium or high.") var severity: String?
  @Option(help: "Where a risk or a requirement is; open where it is left out.") var status: String?
  @Option(help: "Write true where a risk stops the start.") var blocker: String?
  @Option(help: "What we answered to an objection.") var response: String?
  @Option(help: "What a supporter is needed for.") var needed: String?
  @Option(help: "What a supporter is not needed for.") var notNeeded: String?
  @Option(help: "The file of evidence, from the top of the repository.") var file: String?
  @Option(help: "The page of evidence.") var url: String?
  @Option(help: "The SHA-256 of evidence.") var sha256: String?
  @Option(help: "The day of evidence.") var date: String?
  @Option(help: "The rule that a waiver silences.") var rule: String?
  @Option(help: "The last day of a waiver.") var until: String?

  /// What was typed, by field.
  var typed: [(name: FieldName, values: [String])] {
    let single: [(FieldName, String?)] = [
      (.due, due), (.owner, owner), (.quote, quote), (.confidence, confidence),
      (.contract, contract), (.clause, clause), (.state, state), (.reason, reason),
      (.basis, basis), (.settled, settled), (.kind, kind), (.role, role), (.email, email),
      (.stance, stance), (.notes, notes), (.name, name), (.metric, metric),
      (.target, target), (.baseline, baseline), (.by, by),
      (.severity, severity), (.status, status), (.blocker, blocker), (.response, response),
      (.needed, needed), (.notNeeded, notNeeded), (.file, file), (.url, url), (.sha256, sha256),
      (.date, date), (.rule, rule), (.until, until),
    ]
    let several: [(FieldName, [String])] = [(.source, source), (.boundedBy, boundedBy)]
    return single.compactMap { name, value in value.map { (name, [$0]) } }
      + several.filter { !$0.1.isEmpty }.map { (name: $0.0, values: $0.1) }
  }
}
