import Briefs
import Foundation
import Git
import Mail
import TestSupport
import Testing

@Suite struct RandomLeakTests {
  private static let briefs = 10_000

  @Test func `no message of ten thousand random briefs holds anything internal`() throws {
    var generator = SeededGenerator(seed: 20_260_720)
    let types = BriefType.builtIn.keys.sorted()
    var counts: [String: Int] = [:]
    var fields: Set<String> = []
    var waiting: [(letter: Rendering, marks: MarkedBrief, bytes: [UInt8])] = []
    for number in 0..<Self.briefs {
      let type = types[number % types.count]
      let marked = MarkedBrief(type: type, using: &generator)
      try #require(marked.brief.findings.isEmpty, "\(marked.brief.findings)")
      let rendering = Rendering.all[number / types.count % Rendering.all.count]
      counts["\(type) \(rendering)", default: 0] += 1
      fields.formUnion(marked.marks.map(\.field))
      let words = try rendering.words(of: marked.brief)
      if rendering.form == .eml {
        waiting.append((rendering, marked, words))
      } else {
        check(words, marked, rendering)
      }
    }
    let messages = try Self.decoded(waiting.map(\.bytes))
    try #require(messages.count == waiting.count)
    for (message, (rendering, marked, _)) in zip(messages, waiting) {
      check(message, marked, rendering)
    }
    #expect(counts.count == types.count * Rendering.all.count)
    #expect(counts.values.reduce(0, +) == Self.briefs)
    #expect((counts.values.min() ?? 0) >= Self.briefs / counts.count)
    let missing = Self.catalogue.subtracting(fields)
    #expect(missing.isEmpty, "\(missing)")
  }

  private func check(_ words: [UInt8], _ marked: MarkedBrief, _ rendering: Rendering) {
    (words + [0]).withUnsafeBufferPointer { bytes in
      bytes.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress, strlen(start) == words.count else {
          Issue.record("\(rendering) is cut by a NUL")
          return
        }
        for (mark, field) in marked.marks {
          let isThere = strstr(start, mark) != nil
          if isThere, !rendering.shows(field) { Issue.record("\(rendering) holds \(field)") }
          if !isThere, field == "account" { Issue.record("\(rendering) was not read") }
        }
      }
    }
  }

  /// Every field that can hold a mark; the marks of a random brief must come to all of them.
  private static let catalogue = Set(MarkedBrief().marks.map(\.field))
    .union(["comment", "tag", "address"])

  private static func decoded(_ messages: [[UInt8]]) throws -> [[UInt8]] {
    let top = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
    let output = try run(
      "python3", ["Tests/Python/mail_parts.py"], in: top,
      environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "PYTHONUTF8": "1"],
      input: messages.flatMap { Array("\($0.count)\n".utf8) + $0 })
    #expect(output.status == 0, "\(output.errorText)")
    var decoded: [[UInt8]] = []
    var rest = output.output[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")),
      let length = Int(String(decoding: rest[..<end], as: UTF8.self))
    {
      decoded.append(Array(rest[(end + 1)...].prefix(length)))
      rest = rest[(end + 1)...].dropFirst(length)
    }
    return decoded
  }
}

/// One of the ways in which a client may get a brief's words.
private struct Rendering: CustomStringConvertible {
  enum Form: CaseIterable { case text, html, eml }

  let kind: EmailKind
  let withTerms: Bool
  let form: Form

  /// Read once for all briefs.
  private static let templates = Dictionary(
    uniqueKeysWithValues: EmailKind.allCases.map { ($0, EmailTemplate.builtIn($0.template)) })

  static let all = Form.allCases.flatMap { form in
    EmailKind.allCases.map { Rendering(kind: $0, withTerms: false, form: form) }
      + [Rendering(kind: .final, withTerms: true, form: form)]
  }

  var description: String { "\(kind)\(withTerms ? " with terms" : "") as \(form)" }

  /// Whether a client may read a field in it.
  func shows(_ field: String) -> Bool {
    switch field {
    case "account", "stakeholders.name": true
    case "to": kind != .call
    case "kickoff": kind == .introduction
    case "promises.text", "promises.due", "exclusions.text": kind != .call
    case "custom_terms.text": withTerms
    case "handoff", "stakeholders.email", "emails.message_id": form == .eml
    default: false
    }
  }

  func words(of brief: Brief) throws -> [UInt8] {
    let clients = try brief.standingItems(in: .stakeholders).map { item in
      try MailAddress(try #require(item.string(.email)), name: try #require(item.string(.name)))
    }
    let dana = try MailAddress("dana@northwind.example", name: "Dana Lee")
    let sam = try MailAddress(try #require(brief.fields.string(.to)))
    let email = try SummaryEmail(
      SummaryContent(of: brief, kind: kind.content, includesTerms: withTerms),
      in: try #require(Self.templates[kind]),
      with: EmailFields(of: brief, clients: clients, sender: dana, receiver: sam))
    switch form {
    case .text: return Array((email.subject + email.text).utf8)
    case .html: return Array((email.subject + email.html).utf8)
    case .eml:
      return try EmailMessage(
        email, of: brief, revision: 2, from: dana, to: clients,
        cc: kind == .introduction ? [sam] : [], date: 1_784_541_600
      ).bytes
    }
  }
}
