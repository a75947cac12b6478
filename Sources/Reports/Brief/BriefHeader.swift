internal import Briefs

/// The lines that say which handoff it is, each a label and words.
enum BriefHeader {
  static func title(of brief: Brief) -> String {
    [brief.fields.string(.account), brief.id].compactMap { $0 }.joined(separator: " · ")
  }

  static func lines(of brief: Brief) -> [(label: String, words: String)] {
    let fields = brief.fields
    let owners = "\(fields.string(.from) ?? "?") → \(fields.string(.to) ?? "?")"
    let earlier = fields.list(.after).map(\.string).joined(separator: ", ")
    let lines: [(String, String?)] = [
      ("status", fields.string(.status)), ("type", brief.type), ("from → to", owners),
      ("after", earlier.isEmpty ? nil : earlier), ("deal", fields.string(.deal)),
      ("goal", fields.string(.goal)),
      ("go-live", dayOrReason(.goLive, .noGoLive, fields)),
      ("kickoff", dayOrReason(.kickoff, .noKickoff, fields)),
    ]
    return lines.compactMap { label, words in words.map { (label, $0) } }
  }

  private static func dayOrReason(
    _ day: FieldName, _ reason: FieldName, _ fields: Fields
  ) -> String? {
    fields.string(day) ?? fields.string(reason).map { "no day yet: \($0)" }
  }
}
