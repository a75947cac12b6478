package import Briefs

/// The message of a commit that the tool makes for a step in a brief's life.
///
/// Its trailers `Handoff` and `Handoff-Event` are what programs read.
package enum StepMessage {
  /// The whole message, ending with a line feed.
  package static func text(
    brief id: String, step: Step, summary: String, reason: String? = nil
  ) -> String {
    let body = reason.map { $0.collapsingWhiteSpace + "\n\n" } ?? ""
    return "\(id): \(summary.shortened(to: 160))\n\n\(body)Handoff: \(id)\n"
      + "Handoff-Event: \(step.rawValue)\n"
  }
}
