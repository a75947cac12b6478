package import Briefs
internal import Diagnostics

/// What to have in mind in a meeting about a brief, on one screen.
package struct CardReport: Sendable {
  /// The name of the brief in sentences and commands.
  let name: String
  let brief: Brief
  let policy: Policy

  /// Where the client's answer stands; nil where none is due.
  let client: ClientAnswer?

  package init(name: String, brief: Brief, policy: Policy, client: ClientAnswer? = nil) {
    self.name = name
    self.brief = brief
    self.policy = policy
    self.client = client
  }

  /// The report as text that ends with a line feed.
  package func rendered(as format: DocumentFormat, isColored: Bool) -> String {
    switch format {
    case .text: text(isColored: isColored)
    case .json: json.text + "\n"
    case .markdown: markdown
    }
  }

  private var card: BriefCard { BriefCard(brief: brief, policy: policy) }

  private func text(isColored: Bool) -> String {
    let head =
      [title.onOneLine.styled(.bold, if: isColored)] + facts.map(\.onOneLine)
      + ["Say first: “\(card.opening.onOneLine)”"]
    let lines =
      head + groups.flatMap { [""] + $0.textLines(isColored: isColored) }
    return lines.map { $0 + "\n" }.joined()
  }

  private var markdown: String {
    let facts = facts.map { "- \($0.onOneLine.escapedForMarkdown)\n" }.joined()
    let opening = "> \(card.opening.onOneLine.escapedForMarkdown)\n"
    return
      (["# \(title.onOneLine.escapedForMarkdown)\n", facts, opening] + groups.map(\.markdown))
      .joined(separator: "\n")
  }

  private var title: String {
    [brief.fields.string(.account)?.shortened(to: 60), name].compactMap { $0 }
      .joined(separator: " · ")
  }

  /// Who hands over to whom, and the days.
  private var facts: [String] {
    let days = [("kickoff", FieldName.kickoff), ("go-live", .goLive)].compactMap { label, day in
      brief.fields.string(day).map { "\(label) \($0)" }
    }
    let owners = "\(card.sender) → \(card.receiver), \(brief.fields.string(.status) ?? "?")"
    let answer = client.map { "Client: \(ClientLine(answer: $0).words)".shortened(to: 160) }
    return [([owners] + days).joined(separator: " · ").shortened(to: 160)]
      + [answer].compactMap { $0 }
  }

  /// The parts as they fit on a screen.
  private var groups: [BriefOutline.Group] {
    card.parts.map { part in
      var entries = part.points.prefix(part.limit).map(\.shortened)
      let rest = part.points.count - entries.count
      if rest > 0 {
        entries.append(
          BriefOutline.Entry(
            name: "", text: "and \(rest) more: handoff show \(name.shellWord)", details: [],
            isWithdrawn: false))
      }
      return BriefOutline.Group(title: part.title, entries: entries)
    }
  }

  /// All of it, with nothing cut.
  private var json: JSONValue {
    let fields: [(key: String, value: JSONValue)] = [
      ("schema", "handoff/card/1"), ("brief", .string(name)),
      ("account", .optional(brief.fields.string(.account))), ("type", .optional(brief.type)),
      ("status", .optional(brief.fields.string(.status))), ("from", .string(card.sender)),
      ("to", .string(card.receiver)), ("kickoff", .optional(brief.fields.string(.kickoff))),
      ("go_live", .optional(brief.fields.string(.goLive))), ("opening", .string(card.opening)),
    ]
    let parts = card.parts.map { part -> JSONValue in
      [
        "part": .string(part.name), "title": .string(part.title),
        "points": .array(part.points.map(\.json)),
      ]
    }
    let answer = client.map { ClientLine(answer: $0).json } ?? .null
    return .object(fields + [("client", answer), ("parts", .array(parts))])
  }
}

extension BriefOutline.Entry {
  /// The entry with no text longer than two lines of a terminal.
  fileprivate var shortened: BriefOutline.Entry {
    BriefOutline.Entry(
      name: name, text: text.shortened(to: 150),
      details: details.prefix(3).map { $0.shortened(to: 150) }, isWithdrawn: isWithdrawn)
  }

  fileprivate var json: JSONValue {
    [
      "name": .string(name), "text": .string(text),
      "details": .array(details.map { .string($0) }),
    ]
  }
}
