internal import Briefs

/// What the names in braces stand for: the days of the story, and the ids that commands gave.
///
/// The days lie around today, so that nothing in the example is ever overdue, and all of them on the
/// weekday of the kickoff, so that none is a Saturday.
struct DemoNames {
  private var values: [String: String]

  init(today: CalendarDate) {
    let kickoff = today.addingWorkingDays(8)
    values = [
      "call day": "\(kickoff.addingDays(-49))", "proposal day": "\(kickoff.addingDays(-35))",
      "kickoff day": "\(kickoff)", "report day": "\(kickoff.addingDays(21))",
      "go-live day": "\(kickoff.addingDays(56))", "target day": "\(kickoff.addingDays(147))",
    ]
  }

  mutating func give(_ name: String, to value: String) { values[name] = value }

  /// The text with every name in braces replaced by what it stands for.
  func filling(_ text: String) -> String {
    var result: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let close = rest[open...].firstIndex(of: UInt8(ascii: "}"))
      guard let close, let value = values[String(decoding: rest[open + 1..<close], as: UTF8.self)]
      else { preconditionFailure("the story gives every name before it uses it") }
      result += rest[..<open]
      result += value.utf8
      rest = rest[(close + 1)...]
    }
    return String(decoding: result + rest, as: UTF8.self)
  }
}
