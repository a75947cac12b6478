import Briefs
import Testing

@Suite struct FieldEditingTests {
  @Test(arguments: [
    ("goal: a", "New goal", "goal: New goal"),
    ("goal:   a   # why", "New goal", "goal:   \"New goal\"   # why"),
    ("goal:\ta", "b", "goal:\tb"),
    ("goal:", "b", "goal: b"),
    ("goal:   ", "b", "goal: b"),
    ("goal: # why", "b", "goal: \"b\" # why"),
    ("goal: 'a'", "it's", "goal: 'it''s'"),
    ("goal: \"a\"", "b", "goal: \"b\""),
    ("\"goal\": a", "b", "\"goal\": b"),
    ("goal: a", "Support: 24/7", "goal: \"Support: 24/7\""),
    ("goal: a", "Tier #1", "goal: \"Tier #1\""),
    ("goal: a", "#1", "goal: \"#1\""),
    ("goal: a", "C# first", "goal: C# first"),
    ("goal: a", "*All*", "goal: \"*All*\""),
    ("goal: a", "[TBD]", "goal: \"[TBD]\""),
    ("goal: a", " padded ", "goal: \" padded \""),
    ("goal: a", "", "goal: \"\""),
    ("goal: a", "tab\there", "goal: \"tab\\there\""),
    ("goal: a\u{301}", "\u{e1}", "goal: \u{e1}"),
    ("goal: a\n  b\n  c", "d", "goal: d"),
    ("goal: |\n  a\n  b\n", "d", "goal: d\n"),
    ("goal: | # why\n  a\n  b", "d", "goal: \"d\" # why"),
    ("goal: | # why\n  a", "d\ne\n", "goal: | # why\n  d\n  e"),
    ("goal: >-\n  a\n\n\nkickoff: x", "d\n\ne", "goal: |-\n  d\n\n  e\n\n\nkickoff: x"),
    ("goal: a", "d\ne", "goal: |-\n  d\n  e"),
    ("goal: a # c", "d\ne", "goal: \"d\\ne\" # c"),
    ("goal: \"a\"", "d\ne", "goal: \"d\\ne\""),
    ("goal: [TBD]", "b", "goal: b"),
    ("goal:\n  - a\n  - b\nkickoff: x", "c", "goal: c\nkickoff: x"),
  ])
  func `a value takes the place of another, and only its bytes change`(
    given: String, text: String, expected: String
  ) throws {
    for (before, behind) in [("", ""), ("# top\naccount: x  # y\n", "\nx-own:  [1,  2]\n# end")] {
      try checkEdit(before + given + behind, expecting: before + expected + behind) {
        try $0.set(.goal, to: .text(text))
      }
    }
  }

  @Test func `a missing field goes where the catalogue has it`() throws {
    try checkEdit(
      "handoff: ab\nto: x # b\nx-own: 1", expecting: "handoff: ab\nto: x # b\ngoal: a\nx-own: 1"
    ) {
      try $0.set(.goal, to: "a")
    }
    try checkEdit("# first\ngoal: a", expecting: "# first\nstatus: draft\ngoal: a") {
      try $0.set(.status, to: "draft")
    }
    try checkEdit(
      "promises:\n- id: P1\n  text: a\n  # about\n  source: E1",
      expecting: "promises:\n- id: P1\n  text: a\n  due: 2026-09-01\n  # about\n  source: E1"
    ) {
      try $0.set(.due, to: "2026-09-01", in: .item(.id("P1"), in: .promises))
    }
  }

  @Test func `a comment that cuts another field is no hindrance`() throws {
    try checkEdit(
      "promises:\n  - text: a #1\n    due: x",
      expecting: "promises:\n  - id: P1\n    text: a #1\n    due: x"
    ) { try $0.set(.id, to: "P1", in: .item(.position(0), in: .promises)) }
  }

  @Test func `a field of an item or block is set by id, by words or by place`() throws {
    let given = """
      promises:
        - text: SSO # by May
          id: "P1"

        # The second.
        -   id: P2
            text: API
            bounded_by: [X1, "X2"]
      approvals:
      - role: sales
        by: a@b.example
      """
    try checkEdit(given, expecting: given.replacingFirst("API", "API access")) {
      try $0.set(.text, to: "API access", in: .item(.words("API"), in: .promises))
    }
    try checkEdit(given, expecting: given.replacingFirst("[X1, \"X2\"]", "[\"X2\", X3]")) {
      try $0.set(.boundedBy, to: ["X2", "X3"], in: .item(.id("P2"), in: .promises))
    }
    try checkEdit(
      given, expecting: given.replacingFirst("id: \"P1\"", "id: \"P1\"\n    due: 2026-09-01")
    ) {
      try $0.set(.due, to: "2026-09-01", in: .item(.id("P1"), in: .promises))
    }
    try checkEdit(given, expecting: given.replacingFirst("a@b.example", "c@b.example")) {
      try $0.set(.by, to: "c@b.example", in: .item(.position(0), in: .approvals))
    }
    try checkEdit(
      given,
      expecting: given.replacingFirst(
        "\napprovals", "\nmeeting:\n  on: 2026-09-01\n  objective: Go\napprovals")
    ) {
      try $0.set(.objective, to: "Go", in: .block(.meeting))
      try $0.set(.on, to: "2026-09-01", in: .block(.meeting))
    }
  }

  @Test func `a list of words keeps its layout and comments`() throws {
    let given = "after:\n  # oldest first\n  - acme-sdr # a\n  - acme-ae # b\ngoal: x"
    try checkEdit(
      given, expecting: "after:\n  # oldest first\n  - acme-ae # b\n  - acme-new\ngoal: x"
    ) { try $0.set(.after, to: ["acme-ae", "acme-new"]) }
    try checkEdit("after: acme-sdr # a", expecting: "after: [acme-sdr, acme-ae] # a") {
      try $0.set(.after, to: ["acme-sdr", "acme-ae"])
    }
    try checkEdit(given, expecting: "after: []\n  # oldest first\ngoal: x") {
      try $0.set(.after, to: [])
    }
    try checkEdit("after: [a1]", expecting: "after: []") { try $0.set(.after, to: []) }
  }

  @Test func `a field is removed with its line`() throws {
    try checkEdit(
      "goal: a\n# b\nkickoff: x # c\n\ngo_live: y", expecting: "goal: a\n# b\n\ngo_live: y"
    ) {
      try $0.remove(.kickoff)
      try $0.remove(.noKickoff)
    }
    let items =
      "promises:\n  - due: x # c\n    id: P1\n    text: |\n      a\n\n      b\n\n    source: E1"
    try checkEdit(items, expecting: "promises:\n  - id: P1\n\n    source: E1") {
      try $0.remove(.due, from: .item(.id("P1"), in: .promises))
      try $0.remove(.text, from: .item(.id("P1"), in: .promises))
    }
  }

  @Test func `what cannot be done safely is refused in one sentence`() throws {
    #expect(throws: EditingError.unreadable) { try BriefEditor(try brief("goal: *x")) }
    var editor = try BriefEditor(
      try brief("goal: a\nafter: [a1, # c\n  b1]\nmeeting: {on: x}\npromises:\n- SSO\n- SSO"))
    let before = editor.bytes
    #expect(throws: EditingError.inexact("after")) { try editor.set(.after, to: ["c1"]) }
    #expect(throws: EditingError.flowStyle("value")) {
      try editor.set(.value, to: "high", in: .block(.meeting))
    }
    #expect(throws: EditingError.onlyField("on")) {
      var block = try BriefEditor(try brief("meeting:\n  on: x"))
      try block.remove(.on, from: .block(.meeting))
    }
    #expect(throws: EditingError.noSuchField("due")) { try editor.set(.due, to: "x") }
    #expect(throws: EditingError.noSuchItem("P1")) {
      try editor.set(.due, to: "x", in: .item(.id("P1"), in: .promises))
    }
    #expect(throws: EditingError.ambiguousItem("SSO")) {
      try editor.set(.due, to: "x", in: .item(.words("SSO"), in: .promises))
    }
    #expect(throws: EditingError.oneLine("SSO")) {
      try editor.set(.due, to: "x", in: .item(.position(0), in: .promises))
    }
    #expect(editor.bytes == before)
  }
}

extension String {
  func replacingFirst(_ part: String, _ replacement: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return replacingCharacters(range, replacement)
  }

  private func firstRange(of part: String) -> Range<String.Index>? {
    indices.first { self[$0...].hasPrefix(part) }.map { $0..<index($0, offsetBy: part.count) }
  }

  private func replacingCharacters(_ range: Range<String.Index>, _ replacement: String) -> String {
    String(self[..<range.lowerBound]) + replacement + String(self[range.upperBound...])
  }
}
