package import Briefs

/// The message of a commit that the tool makes for a step in a brief's life.
///
/// Its trailers `Handoff` and `Handoff-Event` are what programs read.
package enum StepMessage {
  /// Whether a commit's message is one of the tool's.
  package static func isOurs(_ message: [UInt8]) -> Bool {
    message.split(separator: UInt8(ascii: "\n")).suffix(4).contains {
      $0.starts(with: "Handoff-Event: ".utf8)
    }
  }

  /// The whole message, ending with a line feed.
  package static func text(
    brief id: String, step: Step, summary: String, reason: String? = nil
  ) -> String {
    let body = reason.map { $0.collapsingWhiteSpace + "\n\n" } ?? ""
    return "\(id): \(summary.shortened(to: 160))\n\n\(body)Handoff: \(id)\n"
      + "Handoff-Event: \(step.rawValue)\n"
  }
}
