import Briefs
import Diagnostics
import Git
import TestSupport

/// A brief of the running deal that lacks nothing to be accepted but approvals.
struct AcceptableBrief: Sendable {
  var text: String

  /// In review, and nobody has approved.
  static let inReview: AcceptableBrief = {
    var brief = AcceptableBrief(text: sample)
    brief.setStatus("review")
    return brief
  }()

  /// In review, and only the receiver is missing.
  static let nearlyAccepted: AcceptableBrief = {
    var brief = inReview
    brief.approve(as: "sales", by: "dana")
    brief.approve(as: "pricing", by: "lee")
    brief.approve(as: "legal", by: "lee")
    return brief
  }()

  static let accepted: AcceptableBrief = {
    var brief = nearlyAccepted
    brief.approve(as: "receiving", by: "sam")
    brief.setStatus("accepted")
    return brief
  }()

  /// Accepted, then reworded, approved anew and accepted again.
  static let acceptedTwice: AcceptableBrief = {
    var brief = accepted
    brief.text = brief.text.replacing(goal, with: "Close the month in two days.")
    for role in ["sales", "pricing", "legal", "receiving"] {
      brief.approve(as: role, by: approvers[role] ?? role)
    }
    return brief
  }()

  static let goal = "Close the month in three days instead of nine."

  static let approvers = ["sales": "dana", "pricing": "lee", "legal": "lee", "receiving": "sam"]

  /// The digest of the words as they stand.
  func digest(as role: String) -> String {
    guard let brief = Brief(reading: SourceText(text)) else { return "not a brief" }
    return ApprovalDigest.digest(of: brief, role: role)
  }

  /// Replaces words, which must be there.
  mutating func replace(_ old: String, with new: String) throws {
    text = try text.replacingOnce(old, with: new)
  }

  mutating func setStatus(_ status: String) { setField("status", status) }

  /// Replaces the value of a field at the top of the front-matter.
  mutating func setField(_ name: String, _ value: String) {
    guard let key = text.firstRange(of: "\n\(name): "),
      let end = text[key.upperBound...].firstIndex(of: "\n")
    else { return }
    text.replaceSubrange(key.upperBound..<end, with: value)
  }

  /// Adds an approval a minute after the one before, with the right digest unless told another.
  mutating func approve(
    as role: String, by name: String, at: String? = nil, covers: String? = nil,
    signature: String = ""
  ) {
    let record = record(as: role, by: name, at: at, covers: covers)
    add("approvals", record + signature)
  }

  /// The lines of an approval.
  func record(
    as role: String, by name: String, at: String? = nil, covers: String? = nil
  ) -> String {
    let minute = 10 + text.ranges(of: "\n  - role: ").count
    return """
        - role: \(role)
          by: \(name.contains("@") ? name : name + "@northwind.example")
          at: \(at ?? "2026-07-01T08:\(minute):00Z")
          covers: \(covers ?? digest(as: role))

      """
  }

  /// Adds an item to a list, which is begun at the end of the front-matter where it is not there.
  mutating func add(_ list: String, _ item: String) {
    if let key = text.firstRange(of: "\n\(list):\n") {
      let rest = text[key.upperBound...]
      let end = rest.firstRange(of: "\n\n")?.lowerBound ?? rest.endIndex
      let close = rest.firstRange(of: "\n---\n")?.lowerBound ?? rest.endIndex
      text.insert(contentsOf: "\n" + item.dropLast(), at: min(end, close))
    } else if let fence = text.firstRange(of: "\n---\n\n## ") {
      text.insert(contentsOf: "\n\n\(list):\n" + item.dropLast(), at: fence.lowerBound)
    }
  }

  private static let sample: String = {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    let path = root + "/Tests/Samples/acme-onboarding.md"
    let text = String(decoding: readFile(path) ?? [], as: UTF8.self)
    return text.replacing("\ncustom_terms:\n", with: "\ncustom_terms:\n" + legalTerm)
  }()

  static let legalTerm = """
      - id: T2
        kind: legal
        text: Notice of three months.
        source: E2#L72

    """
}
