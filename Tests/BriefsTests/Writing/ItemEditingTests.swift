import Briefs
import TestSupport
import Testing

@Suite struct ItemEditingTests {
  private let fields: [(FieldName, FieldValue)] = [
    (.text, "SSO: by May"), (.id, "P2"), (.boundedBy, ["X1", "X2"]),
  ]

  @Test(arguments: [
    (
      "goal: a\nexclusions: []",
      "goal: a\npromises:\n  - id: P2\n    text: \"SSO: by May\"\n    bounded_by: [X1, X2]\nexclusions: []"
    ),
    (
      "promises: [] # none yet\ngoal: a",
      "promises: # none yet\n  - id: P2\n    text: \"SSO: by May\"\n    bounded_by: [X1, X2]\ngoal: a"
    ),
    (
      "promises: none\nrisks:\n- R",
      "promises:\n- id: P2\n  text: \"SSO: by May\"\n  bounded_by: [X1, X2]\nrisks:\n- R"
    ),
    (
      "promises:\n# todo\nrisks:\n    - R",
      "promises:\n    - id: P2\n      text: \"SSO: by May\"\n      bounded_by: [X1, X2]\n# todo\nrisks:\n    - R"
    ),
    (
      "promises:\n    -   id: P1\n        text: a # b\n\n# Next.\ngoal: a",
      "promises:\n    -   id: P1\n        text: a # b\n    -   id: P2\n        text: \"SSO: by May\"\n        bounded_by: [X1, X2]\n\n# Next.\ngoal: a"
    ),
    (
      "promises:\n  - id: P0\n\n  - id: P1\n    quote: |+\n      a\n\nrisks: []",
      "promises:\n  - id: P0\n\n  - id: P1\n    quote: |+\n      a\n\n  - id: P2\n    text: \"SSO: by May\"\n    bounded_by: [X1, X2]\nrisks: []"
    ),
    (
      "goal: a\n\nrisks:\n  - R\n\nx-own: 1",
      "goal: a\n\npromises:\n  - id: P2\n    text: \"SSO: by May\"\n    bounded_by: [X1, X2]\n\nrisks:\n  - R\n\nx-own: 1"
    ),
  ])
  func `an item is added as the file lays out its lists`(given: String, expected: String) throws {
    try checkEdit(given, expecting: expected) { try $0.add(fields, to: .promises) }
  }

  @Test(arguments: [
    ("goal: a\nrisks:\npromises: []", "goal: a\nrisks: []\npromises: []"),
    ("risks: none # asked twice\ngoal: a", "risks: [] # asked twice\ngoal: a"),
    ("goal: a\nobjections: []", "goal: a\nrisks: []\nobjections: []"),
  ])
  func `a list can say that there is none`(given: String, expected: String) throws {
    try checkEdit(given, expecting: expected) { try $0.declareEmpty(.risks) }
  }

  @Test func `a list that has items cannot say that there is none`() throws {
    #expect(throws: EditingError.hasItems(.risks)) {
      try checkEdit("risks:\n  - R", expecting: "") { try $0.declareEmpty(.risks) }
    }
  }

  @Test func `a signature is a literal block`() throws {
    let signature = "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"
    try checkEdit(
      "handoff: ab",
      expecting: "handoff: ab\napprovals:\n  - role: sales\n    signature: |\n"
        + "      -----BEGIN SSH SIGNATURE-----\n      AAAA\n      -----END SSH SIGNATURE-----"
    ) { try $0.add([(.role, "sales"), (.signature, .text(signature))], to: .approvals) }
  }

  @Test(arguments: [
    ("- Weekly report", "- id: P-7K3F\n  text: Weekly report"),
    ("  - Weekly report # why", nil),
    ("  -   'Weekly report' # why", "  -   id: P-7K3F\n      text: 'Weekly report' # why"),
    ("- Weekly report\n  by September", "- id: P-7K3F\n  text: Weekly report by September"),
    ("-\n    Weekly report", "-\n    id: P-7K3F\n    text: Weekly report"),
    ("- text: Weekly report", "- id: P-7K3F\n  text: Weekly report"),
  ])
  func `a line of text gets its id and keys`(given: String, expected: String?) throws {
    func around(_ item: String) -> String { "promises:\n# a\n\(item)\n# b\ngoal: c" }
    guard let expected else {
      #expect(throws: EditingError.truncated("Weekly report")) {
        var editor = try BriefEditor(try brief(around(given)))
        try editor.identify(.position(0), in: .promises, as: "P-7K3F")
      }
      return
    }
    try checkEdit(around(given), expecting: around(expected)) {
      try $0.identify(.position(0), in: .promises, as: "P-7K3F")
    }
  }

  @Test func `a minted id is new`() {
    var generator = SeededGenerator(seed: 7)
    var used: Set<String> = []
    for list in ItemList.allCases {
      for _ in 0..<100 {
        let id = ItemID.mint(for: list, unlike: used, using: &generator)
        #expect(Identifiers.isItemID(id) && id.hasPrefix(list.idPrefix + "-"))
        #expect(used.insert(id).inserted)
      }
    }
  }
}
